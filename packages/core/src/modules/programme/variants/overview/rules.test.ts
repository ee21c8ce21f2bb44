import { expect, test } from 'vitest'
import { someSession } from '../../../../../test/programme.ts'
import { noCircumstances } from '../../circumstances/rules.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { placesOf } from '../rules.ts'
import type { Variant } from '../types.ts'
import { planTakeOver, summarise } from './rules.ts'

const day = '2031-11-05'
const at = (id: string, time: string | null, roomId: string | null = 'r') =>
  someSession({
    id,
    title: `Titel ${id}`,
    roomId,
    day: time && day,
    startsAt: time && `${day}T${time}`,
    durationMinutes: 45,
  })
const programme = (...sessions: ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: ['r', 'q'].map((id) => ({ id, slug: id, name: `Saal ${id}`, capacity: null, position: 0 })),
  sessions,
})
const base = programme(at('a', '09:00'), at('b', '10:00'))
const variant = (places: Programme): Variant => ({
  id: 'v',
  revision: 1,
  name: 'ohne Saal',
  note: null,
  base: placesOf(base),
  places: placesOf(places),
  createdAt: '2031-10-01T08:00:00Z',
})

test('a list tells what each comes to, and how far it is from the draft', () => {
  const parked = variant(programme(at('a', '09:00', 'q'), at('b', null, null)))
  const clash = variant(programme(at('a', '09:00'), at('b', '09:30')))
  const list = summarise(base, [parked, clash, variant(base)], noCircumstances)
  expect(list.draft).toMatchObject({ placed: 2, parked: 0, roomsUsed: 1, warnings: { error: 0 } })
  expect(
    list.variants.map(({ figures, moved }) => [figures.placed, figures.parked, figures.warnings.error, moved]),
  ).toEqual([
    [1, 1, 0, 2],
    [2, 0, 1, 1],
    [2, 0, 0, 0],
  ])
})

test.each<[string, Programme, readonly string[], object]>([
  ['the draft is as it was', base, [], { moves: 1, disputes: [], locked: [] }],
  [
    'the draft moved another',
    programme(at('a', '09:00'), at('b', '16:00')),
    [],
    { moves: 1, disputes: [], locked: [] },
  ],
  ['what moves is locked', base, ['a', 'b'], { moves: 1, disputes: [], locked: [{ id: 'a', title: 'Titel a' }] }],
  [
    'the draft is there already',
    programme(at('a', '14:00'), at('b', '10:00')),
    ['a'],
    { moves: 0, disputes: [], locked: [] },
  ],
])('taking over when %s', (_, draft, lockedIds, plan) => {
  expect(planTakeOver(draft, variant(programme(at('a', '14:00'), at('b', '10:00'))), lockedIds)).toEqual(plan)
})

test('what both have moved is shown with both places', () => {
  const draft = programme(at('a', '11:00', 'q'), at('b', '10:00'))
  const plan = planTakeOver(draft, variant(programme(at('a', '14:00'), at('b', '10:00'))), [])
  expect(plan).toMatchObject({
    moves: 1,
    disputes: [
      {
        id: 'a',
        title: 'Titel a',
        draft: { startsAt: `${day}T11:00`, roomId: 'q' },
        variant: { startsAt: `${day}T14:00`, roomId: 'r' },
      },
    ],
  })
})
