import { describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../test/actors.ts'
import { type Actor, publicActor, type RoleName, roleNames, systemActor, type Target } from '../kernel/actor.ts'
import type { Permission } from '../platform/context/types.ts'
import { isAllowed, permissions } from './permissions.ts'

const own = { seriesId: 'srs_own', editionId: 'edi_own' }
const foreign = { seriesId: 'srs_other', editionId: 'edi_other' }
const names = Object.keys(permissions) as Permission[]
const granted = (actor: Actor, target: Target) => names.filter((name) => permissions[name](actor, target))
const placeOf = (role: RoleName) =>
  ({ operator: {}, 'series-organiser': { seriesId: own.seriesId } })[role as string] ?? own
const inPlace = (role: RoleName): Actor => withRole(role, placeOf(role))

describe('what a role allows', () => {
  test.each<[RoleName, Permission[], Permission[]]>([
    ['operator', ['series.create', 'page.manage', 'operator.manage', 'edition.manage'], ['archive.import']],
    ['series-organiser', ['series.manage', 'edition.manage', 'programme.publish'], ['series.create', 'page.manage']],
    ['programme', ['programme.edit', 'programme.publish', 'place.manage'], ['edition.manage', 'news.manage']],
    ['review', ['programme.view', 'edition.view'], ['programme.edit']],
    ['registration-desk', ['programme.view', 'edition.view'], ['programme.edit']],
    ['finance', ['edition.view'], ['programme.view']],
    ['helper', ['programme.view', 'edition.view'], ['programme.edit', 'news.manage']],
    ['editor', ['news.manage', 'edition.view'], ['programme.edit', 'edition.manage']],
  ])('%s', (role, may, mayNot) => {
    const all = granted(inPlace(role), own)
    expect(all).toEqual(expect.arrayContaining(may))
    expect(all.filter((one) => mayNot.includes(one))).toEqual([])
  })

  test.each(roleNames.filter((role) => role !== 'operator'))('%s ends where it was given', (role) => {
    const needsPlace = names.filter((name) => !permissions[name](inPlace(role), null))
    const allowed = granted(inPlace(role), foreign).filter((name) => needsPlace.includes(name))
    expect(allowed).toEqual([])
  })

  test.each(roleNames)('%s without a second factor allows what having signed in allows', (role) => {
    const weak = { ...accountWith([{ role, ...placeOf(role) }]), isStrong: false }
    expect(granted(weak, own)).toEqual(granted(accountWith([]), own))
  })
})

test('the public may less than who has signed in, and the machine may everything that is about no one account', () => {
  const open = granted(publicActor, null)
  expect(granted(accountWith([]), null)).toEqual(expect.arrayContaining(open))
  const ownAffairs = granted(accountWith([]), own).filter((name) => !open.includes(name))
  const ofOperators = granted(inPlace('operator'), own).filter((name) => !ownAffairs.includes(name))
  expect(granted(systemActor, own)).toEqual(expect.arrayContaining(ofOperators))
  expect(open).not.toContain('workplace.enter')
})

test.each(['series.destroy', '', 'toString', '__proto__', 'constructor'])(
  'what nobody was given, nobody has: %j',
  (name) => {
    for (const actor of [publicActor, inPlace('operator'), systemActor])
      expect(isAllowed(actor, name as 'page.manage', null)).toBe(false)
  },
)
