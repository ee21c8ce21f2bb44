import { describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../test/actors.ts'
import {
  type Actor,
  actsAt,
  anybody,
  anyOf,
  hasRole,
  hasRoleSomewhere,
  hasRoleWithin,
  isSignedIn,
  isSystem,
  ownsAccount,
  publicActor,
  systemActor,
  type Target,
} from './actor.ts'

const site = withRole('editor')
const series = withRole('editor', { seriesId: 's1' })
const edition = withRole('editor', { seriesId: 's1', editionId: 'e1' })
const track = withRole('editor', { seriesId: 's1', editionId: 'e1', trackId: 't1' })

describe('a grant covers', () => {
  test.each<[string, Actor, Target, boolean, boolean]>([
    ['the site: everything', site, null, true, true],
    ['the site: an edition', site, { seriesId: 's2', editionId: 'e9' }, true, true],
    ['a series: itself', series, { seriesId: 's1' }, true, true],
    ['a series: its editions', series, { seriesId: 's1', editionId: 'e2' }, true, true],
    ['a series: no other', series, { seriesId: 's2', editionId: 'e1' }, false, false],
    ['a series: not the site', series, null, false, false],
    ['an edition: itself', edition, { seriesId: 's1', editionId: 'e1' }, true, true],
    ['an edition: no other of its series', edition, { seriesId: 's1', editionId: 'e2' }, false, false],
    ['an edition: its series only as the way there', edition, { seriesId: 's1' }, false, true],
    ['an edition: its tracks', edition, { seriesId: 's1', editionId: 'e1', trackId: 't2' }, true, true],
    ['a track: itself', track, { seriesId: 's1', editionId: 'e1', trackId: 't1' }, true, true],
    ['a track: no other', track, { seriesId: 's1', editionId: 'e1', trackId: 't2' }, false, true],
    ['a track: its edition only as the way there', track, { seriesId: 's1', editionId: 'e1' }, false, true],
    ['a track: no other edition', track, { seriesId: 's1', editionId: 'e2' }, false, false],
  ])('%s', (_, actor, target, covers, leadsTo) => {
    expect([hasRole('editor')(actor, target), hasRoleWithin('editor')(actor, target)]).toEqual([covers, leadsTo])
    expect([hasRole('finance')(actor, target), hasRoleWithin('finance')(actor, target)]).toEqual([false, false])
    const weak = { ...actor, isStrong: false } as Actor
    expect([hasRole('editor')(weak, target), hasRoleWithin('editor')(weak, target)]).toEqual([false, false])
  })

  test('somewhere, wherever that is', () => {
    const somewhere = hasRoleSomewhere('editor', 'finance')
    expect([site, series, track, publicActor, systemActor].map((actor) => somewhere(actor, null))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(somewhere({ ...series, isStrong: false }, null)).toBe(false)
  })
})

const speaker: Actor = {
  ...accountWith([], 'acc_9'),
  isStrong: false,
  appearances: [{ role: 'speaker', sessionId: 'ses_1', editionId: 'e1', seriesId: 's1' }],
}

test.each<[string, Target, boolean]>([
  ['their own session', { sessionId: 'ses_1' }, true],
  ['another session', { sessionId: 'ses_2' }, false],
  ['no session', { editionId: 'e1' }, false],
])('a speaker acts at %s, also without a second factor: %s', (_, target, expected) => {
  expect(actsAt('speaker', 'panelist')(speaker, target)).toBe(expected)
  expect(actsAt('moderator')(speaker, target)).toBe(false)
  expect(actsAt('speaker')(publicActor, target)).toBe(false)
})

test('an account belongs to one', () => {
  expect([speaker, site, publicActor].map((actor) => ownsAccount(actor, { accountId: 'acc_9' }))).toEqual([
    true,
    false,
    false,
  ])
  expect(ownsAccount(speaker, null)).toBe(false)
})

test.each<[Actor, boolean[]]>([
  [publicActor, [true, false, false]],
  [speaker, [true, true, false]],
  [systemActor, [true, false, true]],
])('%j is anybody, signed in, the machine: %j', (actor, expected) => {
  expect([anybody, isSignedIn, isSystem].map((predicate) => predicate(actor, null))).toEqual(expected)
  expect(anyOf(isSignedIn, isSystem)(actor, null)).toBe(expected[1] || expected[2])
  expect(anyOf()(actor, null)).toBe(false)
})
