import { expect, test } from 'vitest'
import { someSession } from '../../../../test/programme.ts'
import { diffProgrammes } from '../changes/rules.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { sessionsToResequence } from './rules.ts'

const room = { id: 'r1', slug: 'saal', name: 'Saal', capacity: null, position: 0 }
const of = (sessions: ProgrammeSession[], name = 'Saal'): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: [{ ...room, name }],
  sessions,
})
const base = someSession({ id: 's', roomId: 'r1' })
const resequenced = (before: Programme, after: Programme) => sessionsToResequence(after, diffProgrammes(before, after))

test.each<[string, Partial<ProgrammeSession>, string[]]>([
  ['title', { title: 'Neu' }, ['s']],
  ['state', { state: 'cancelled' }, ['s']],
  ['start', { startsAt: '2031-11-05T09:00' }, ['s']],
  ['duration', { durationMinutes: 30 }, ['s']],
  ['room', { roomId: null }, ['s']],
  ['abstract', { abstract: 'Neu' }, []],
  ['people', { appearances: [] }, []],
])('a new %s', (_field, change, expected) => {
  expect(resequenced(of([base]), of([{ ...base, ...change }]))).toEqual(expected)
})

test('a session that is gone counts, one that is new does not', () => {
  expect(resequenced(of([base]), of([]))).toEqual(['s'])
  expect(resequenced(of([]), of([base]))).toEqual([])
})

test('a room with a new name counts once for each session in it', () => {
  const after = of([{ ...base, title: 'Neu' }, someSession({ id: 'elsewhere' })], 'Großer Saal')
  expect(resequenced(of([base, someSession({ id: 'elsewhere' })]), after)).toEqual(['s'])
  expect(resequenced(of([]), of([base], 'Großer Saal'))).toEqual([])
})
