import { reportChanges } from '@fachtag/core/modules/programme/changelog/rules'
import { diffProgrammes } from '@fachtag/core/modules/programme/changes/rules'
import type { Programme, ProgrammeSession } from '@fachtag/core/modules/programme/types'
import { expect, test } from 'vitest'
import { someSession } from '../../../../../packages/core/test/programme.ts'
import { showDifference, showProgramme } from './shown-day.ts'

const [first, second] = ['2031-11-05', '2031-11-06']
const room = (id: string) => ({ id, slug: id, name: id, capacity: null, position: 0 })
const programme = (...sessions: ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: ['saal', 'aula'].map(room),
  sessions,
})
const at = (id: string, day: string, given: Partial<ProgrammeSession> = {}) =>
  someSession({ id, day, startsAt: `${day}T09:00`, durationMinutes: 45, roomId: 'saal', ...given })

const before = programme(at('a', first), at('b', second), at('c', second, { roomId: 'aula' }), someSession({ id: 'd' }))
const after = programme(
  at('a', first),
  at('b', second, { title: 'neu' }),
  at('c', second, { roomId: 'aula' }),
  someSession({ id: 'd' }),
)
const report = reportChanges(before, after, diffProgrammes(before, after))
const difference = { before, after, report }
const query = (text = '') => new URLSearchParams(text)
const idsOf = ({ sessions }: ReturnType<typeof showProgramme>) => sessions.value.map(({ sessionId }) => sessionId)

test('of a difference the day with most to see comes first, and only the rooms in which something changes', () => {
  const shown = showDifference(difference, query())
  expect(shown).toMatchObject({ day: second, isWhole: false, days: [{ day: second, markCount: 1 }] })
  expect(idsOf(shown)).toEqual(['b'])
})

test('all rooms and all days are there for whoever asks', () => {
  const shown = showDifference(difference, query('alle=1'))
  expect(shown.days.map(({ day }) => day)).toEqual([first, second, null])
  expect(idsOf(shown)).toEqual(['b', 'c'])
  expect(shown.isWhole).toBe(true)
  expect(idsOf(showDifference(difference, query(`alle=1&tag=${first}`)))).toEqual(['a'])
})

test('there is nothing to choose where all rooms change', () => {
  const all = programme(at('b', second))
  const changed = programme(at('b', second, { title: 'neu' }))
  const told = reportChanges(all, changed, diffProgrammes(all, changed))
  expect(showDifference({ before: all, after: changed, report: told }, query()).isWhole).toBeNull()
})

test.each([
  ['', first, ['a']],
  [`tag=${second}`, second, ['b', 'c']],
  ['tag=ohne-tag', null, ['d']],
  ['tag=2031-01-01', first, ['a']],
])('a programme is shown day by day: %j', (asked, day, ids) => {
  const shown = showProgramme(before, query(asked))
  expect(shown.day).toBe(day)
  expect(idsOf(shown)).toEqual(ids)
  expect(shown.sessions.value.every(({ mark, isGhost }) => mark === null && !isGhost)).toBe(true)
})
