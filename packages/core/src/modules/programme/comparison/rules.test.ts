import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProgramme } from '../../../../test/any-programme.ts'
import { someSession } from '../../../../test/programme.ts'
import { reportChanges } from '../changelog/rules.ts'
import { diffProgrammes } from '../changes/rules.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { compareDay, listComparedDays, markSessions, onlyTouchedRooms } from './rules.ts'

const [first, second] = ['2031-11-05', '2031-11-06']
const room = (id: string) => ({ id, slug: id, name: id, capacity: null, position: 0 })
const programme = (...sessions: ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: ['saal', 'aula'].map(room),
  sessions,
})
const at = (id: string, given: Partial<ProgrammeSession> = {}) =>
  someSession({ id, day: first, startsAt: `${first}T09:00`, durationMinutes: 45, roomId: 'saal', ...given })
const markOf = (before: Programme, after: Programme) =>
  markSessions(reportChanges(before, after, diffProgrammes(before, after)))

/** `id room mark`, a ghost in brackets. */
function look(before: Programme, after: Programme, day: string | null = first) {
  return compareDay({ before, after }, markOf(before, after), day).map(({ card, sessionId, mark, isGhost }) => {
    const text = [sessionId, card.room?.name, mark].filter(Boolean).join(' ')
    return isGhost ? `(${text})` : text
  })
}

describe('a day of a difference', () => {
  test.each<readonly [string, readonly ProgrammeSession[], readonly ProgrammeSession[], readonly string[]]>([
    ['shows what is the same without a mark', [at('a')], [at('a')], ['a saal']],
    ['marks what is new', [], [at('a')], ['a saal added']],
    ['shows what is gone where it was', [at('a')], [], ['(a saal removed)']],
    ['shows what moved in both places', [at('a')], [at('a', { roomId: 'aula' })], ['a aula moved', '(a saal moved)']],
    ['has no ghost of what only takes longer', [at('a')], [at('a', { durationMinutes: 60 })], ['a saal moved']],
    ['marks other words', [at('a')], [at('a', { title: 'neu' })], ['a saal changed']],
    [
      'says of what is off and has other words that it is off',
      [at('a')],
      [at('a', { state: 'cancelled', title: 'x' })],
      ['a saal cancelled'],
    ],
    [
      'shows what went to another day as gone',
      [at('a')],
      [at('a', { day: second, startsAt: `${second}T09:00` })],
      ['(a saal moved)'],
    ],
    ['does not call a change what nobody sees', [at('a')], [at('a', { position: 7 })], ['a saal']],
  ])('%s', (_, before, after, expected) => {
    expect(look(programme(...before), programme(...after))).toEqual(expected)
  })

  test('keeps the ids on one grid apart', () => {
    const [before, after] = [programme(at('a')), programme(at('a', { roomId: 'aula' }))]
    const ids = compareDay({ before, after }, markOf(before, after), first).map(({ card }) => card.id)
    expect(ids).toEqual(['a', 'a~'])
  })

  test('can leave out rooms in which nothing changes, but not what is for all', () => {
    const plenary = at('p', { roomId: 'saal', isPlenary: true })
    const before = programme(at('a', { roomId: 'aula' }), at('b'), plenary)
    const after = programme(at('a', { roomId: 'aula', title: 'neu' }), at('b'), plenary)
    const kept = onlyTouchedRooms(compareDay({ before, after }, markOf(before, after), first))
    expect(kept.map(({ sessionId }) => sessionId)).toEqual(['a', 'p'])
  })
})

test('the days of both are counted, what has none at the end', () => {
  const before = programme(at('a'), at('b'), at('c', { day: null, startsAt: null }))
  const after = programme(
    at('a', { day: second, startsAt: `${second}T09:00` }),
    at('b'),
    at('c', { day: null, startsAt: null }),
  )
  expect(listComparedDays({ before, after }, markOf(before, after))).toEqual([
    { day: first, count: 1, markCount: 1 },
    { day: second, count: 1, markCount: 1 },
    { day: null, count: 1, markCount: 0 },
  ])
})

test('on the days of any difference everything stands once, and each mark is told', () => {
  fc.assert(
    fc.property(anyProgramme, anyProgramme, (before, after) => {
      const marks = markOf(before, after)
      const days = listComparedDays({ before, after }, marks)
      const all = days.flatMap(({ day }) => compareDay({ before, after }, marks, day))
      const standing = all.filter(({ isGhost }) => !isGhost)
      expect(standing.map(({ sessionId }) => sessionId).sort()).toEqual(after.sessions.map(({ id }) => id).sort())
      expect(new Set(all.map(({ card }) => card.id)).size).toBe(all.length)
      expect(new Set(all.flatMap(({ sessionId, mark }) => (mark ? [sessionId] : [])))).toEqual(new Set(marks.keys()))
      const seen = all.filter(({ mark }) => mark !== null).length
      expect(days.reduce((sum, { markCount }) => sum + markCount, 0)).toBe(seen)
    }),
  )
})
