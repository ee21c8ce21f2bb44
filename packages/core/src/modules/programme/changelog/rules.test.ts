import { expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import { diffProgrammes, emptyProgramme } from '../changes/rules.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { countChanges, reportChanges } from './rules.ts'

const tracks = [
  { id: 't1', slug: 'a', name: 'Reihe A', colour: null, position: 0 },
  { id: 't2', slug: 'b', name: 'Reihe B', colour: null, position: 1 },
]
const rooms = [{ id: 'r1', slug: 'saal', name: 'Saal', capacity: 100, position: 0 }]
const of = (...sessions: ProgrammeSession[]): Programme => ({ timeZone: 'Europe/Berlin', tracks, rooms, sessions })

function report(before: Programme, after: Programme) {
  return reportChanges(before, after, diffProgrammes(before, after))
}

const base = someSession({ id: 's', title: 'E-Akte', trackId: 't1', roomId: 'r1', day: '2031-11-05' })
const ref = { id: 's', slug: 's', reference: null, title: 'E-Akte' }

test.each<[string, Partial<ProgrammeSession>, object]>([
  ['a cancelled session', { state: 'cancelled' }, { cancelled: [ref] }],
  [
    'a moved session',
    { startsAt: '2031-11-05T10:00', durationMinutes: 45, roomId: null },
    {
      moved: [
        {
          ...ref,
          from: { day: '2031-11-05', startsAt: null, durationMinutes: null, room: 'Saal' },
          to: { day: '2031-11-05', startsAt: '2031-11-05T10:00', durationMinutes: 45, room: null },
        },
      ],
    },
  ],
  [
    'short fields with both values',
    { trackId: 't2', subtitle: 'Ein Jahr danach' },
    {
      changed: [
        {
          ...ref,
          fields: [
            { field: 'subtitle', from: null, to: 'Ein Jahr danach' },
            { field: 'track', from: 'Reihe A', to: 'Reihe B' },
          ],
        },
      ],
    },
  ],
  ['long fields by name', { abstract: 'Neu' }, { changed: [{ ...ref, fields: [{ field: 'abstract' }] }] }],
  [
    'people by name',
    {
      appearances: [
        someAppearance({ id: 'Ida Öhm' }),
        someAppearance({ id: 'x', name: null, organisationName: 'Stadt' }),
      ],
    },
    { changed: [{ ...ref, fields: [{ field: 'people', from: '', to: 'Ida Öhm, Stadt' }] }] },
  ],
  ['nothing for a new position in the list', { position: 7 }, {}],
])('tells %s', (_case, change, expected) => {
  const nothing = { added: [], removed: [], changed: [] }
  const empty = { ...nothing, cancelled: [], reinstated: [], moved: [], tracks: nothing, rooms: nothing }
  expect(report(of(base), of({ ...base, ...change }))).toEqual({ ...empty, ...expected })
})

test('tells what came, went and was taken back', () => {
  const off = someSession({ id: 'off', state: 'cancelled' })
  const told = report(of(base, off), of(someSession({ id: 'new' }), { ...off, state: 'planned' }))
  expect(told.added.map((one) => one.id)).toEqual(['new'])
  expect(told.removed).toEqual([ref])
  expect(told.reinstated.map((one) => one.id)).toEqual(['off'])
  expect(countChanges(told)).toEqual({ added: 1, removed: 1, cancelled: 0, reinstated: 1, moved: 0, changed: 0 })
})

test('tells tracks and rooms by name, and keeps quiet about their order', () => {
  const before = of()
  const after = { ...before, tracks: tracks.map((track) => ({ ...track, position: 5 })), rooms: [] }
  const told = report(before, after)
  expect(told.tracks).toEqual({ added: [], removed: [], changed: [] })
  expect(told.rooms).toEqual({ added: [], removed: ['Saal'], changed: [] })
  expect(report(emptyProgramme('Europe/Berlin'), before).tracks.added).toEqual(['Reihe A', 'Reihe B'])
})
