import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProgramme } from '../../../../test/any-programme.ts'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import { findImpact } from './rules.ts'

const day = '2031-11-05'
const room = (id: string, name = id) => ({ id, slug: id, name, capacity: null, position: 0 })
const programme = (sessions: readonly ProgrammeSession[], rooms = [room('saal'), room('aula')]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms,
  sessions,
})
const who = (name: string, given: Partial<ProgrammeAppearance> = {}) =>
  someAppearance({ id: `app-${name}`, personId: name, name, ...given })
const at = (given: Partial<ProgrammeSession> = {}) =>
  someSession({
    id: 's',
    day,
    startsAt: `${day}T09:00`,
    durationMinutes: 45,
    roomId: 'saal',
    appearances: [who('ida'), who('bo', { role: 'moderator' })],
    ...given,
  })
const place = (time: string, name = 'saal') => ({ day, startsAt: `${day}T${time}`, durationMinutes: 45, room: name })

/** `person: change` for everybody who is told something. */
function told(before: readonly ProgrammeSession[], after: readonly ProgrammeSession[]) {
  const { people } = findImpact(programme(before), programme(after))
  return people.flatMap(({ name, changes }) => changes.map(({ change }) => [name, change] as const))
}

describe('who is told what', () => {
  const moved = { kind: 'moved', from: place('09:00'), to: place('10:00', 'aula') }
  const ill = who('ida', { state: 'replaced' })
  const standIn = who('eva', { replacesId: 'app-ida' })
  test.each<readonly [string, readonly ProgrammeSession[], readonly ProgrammeSession[], readonly unknown[]]>([
    ['nobody when nothing changes', [at()], [at()], []],
    ['nobody of a corrected text', [at()], [at({ abstract: 'neu', position: 7 })], []],
    [
      'everybody there of another time and room',
      [at()],
      [at({ startsAt: `${day}T10:00`, roomId: 'aula' })],
      [
        ['bo', moved],
        ['ida', moved],
      ],
    ],
    [
      'everybody there of another title',
      [at({ appearances: [who('ida')] })],
      [at({ appearances: [who('ida')], title: 'Neu' })],
      [['ida', { kind: 'retitled', from: 's', to: 'Neu' }]],
    ],
    [
      'everybody there when it is cancelled, and nothing more',
      [at({ appearances: [who('ida')] })],
      [at({ appearances: [who('ida')], state: 'cancelled', title: 'Abgesagt' })],
      [['ida', { kind: 'dropped', at: place('09:00') }]],
    ],
    [
      'everybody there when it takes place after all',
      [at({ appearances: [who('ida')], state: 'cancelled' })],
      [at({ appearances: [who('ida')] })],
      [['ida', { kind: 'reinstated', at: place('09:00') }]],
    ],
    [
      'everybody there when it is taken out',
      [at({ appearances: [who('ida')] })],
      [],
      [['ida', { kind: 'dropped', at: place('09:00') }]],
    ],
    [
      'everybody there when it is new',
      [],
      [at({ appearances: [who('ida')] })],
      [['ida', { kind: 'joined', at: place('09:00'), insteadOf: null }]],
    ],
    [
      'who is replaced, who stands in, and who is there with them',
      [at()],
      [at({ appearances: [ill, standIn, who('bo', { role: 'moderator' })] })],
      [
        ['bo', { kind: 'company', joined: ['eva'], left: ['ida'] }],
        ['eva', { kind: 'joined', at: place('09:00'), insteadOf: 'ida' }],
        ['ida', { kind: 'left', at: place('09:00'), standIn: 'eva' }],
      ],
    ],
    ['nobody of what never took place', [at({ state: 'cancelled' })], [], []],
    [
      'nobody of what was cancelled before',
      [at({ state: 'cancelled' })],
      [at({ state: 'cancelled', startsAt: `${day}T10:00`, title: 'Neu' })],
      [],
    ],
    [
      'nobody who has no entry in the directory',
      [at({ appearances: [who('amt', { personId: null })] })],
      [at({ appearances: [who('amt', { personId: null })], title: 'Neu' })],
      [],
    ],
  ])('%s', (_, before, after, expected) => expect(told(before, after)).toEqual(expected))

  test('everybody in a room that is called otherwise', () => {
    const [before, after] = [programme([at()]), programme([at()], [room('saal', 'Großer Saal'), room('aula')])]
    const { people, roomIds, sessionIds } = findImpact(before, after)
    expect(people.map(({ name }) => name)).toEqual(['bo', 'ida'])
    expect(people[0]?.changes[0]?.change).toMatchObject({ to: { room: 'Großer Saal' } })
    expect([roomIds, sessionIds]).toEqual([['saal'], ['s']])
  })
})

test('rooms that a session leaves count as those it comes to', () => {
  const { roomIds } = findImpact(programme([at()]), programme([at({ roomId: 'aula' })]))
  expect(roomIds).toEqual(['aula', 'saal'])
})

const planned = ({ state, appearances }: ProgrammeSession, personId: string) =>
  state === 'planned' && appearances.some((held) => held.personId === personId && held.state === 'planned')

test('nobody is told anything about a programme that stays as it is', () => {
  fc.assert(
    fc.property(anyProgramme, (one) => {
      expect(findImpact(one, structuredClone(one))).toEqual({ sessionIds: [], roomIds: [], people: [] })
    }),
  )
})

test('whoever has one appointment more or less is told, and nobody who has none in either programme', () => {
  fc.assert(
    fc.property(anyProgramme, anyProgramme, (before, after) => {
      const appointments = (of: Programme, personId: string) =>
        of.sessions
          .filter((session) => planned(session, personId))
          .map((session) => `${session.id} ${session.startsAt}`)
      const informed = new Set(findImpact(before, after).people.map((person) => person.personId))
      for (const personId of ['p1', 'p2', 'p3']) {
        const [old, now] = [appointments(before, personId), appointments(after, personId)]
        if (old.join() !== now.join()) expect(informed).toContain(personId)
        if (old.length + now.length === 0) expect([...informed]).not.toContain(personId)
      }
    }),
  )
})
