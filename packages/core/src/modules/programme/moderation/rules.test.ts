import { describe, expect, test } from 'vitest'
import { someAppearance } from '../../../../test/programme.ts'
import { makeCard, makeRoom, makeTimedCard, makeTrack } from '../../../../test/session-cards.ts'
import { groupSheets, listFilters } from './rules.ts'
import type { SheetFilter } from './types.ts'

const [hall, side] = [makeRoom('saal'), makeRoom('neben', 1)]
const [it, people] = [makeTrack('it', 1), makeTrack('menschen', 0)]
const by = (name: string) => [someAppearance({ id: name, name, role: 'moderator' })]
const cards = [
  makeTimedCard('opening', '09:00', '09:30', { room: hall, isPlenary: true, appearances: by('Öhm') }),
  makeTimedCard('a1', '09:30', '10:15', { room: hall, track: it, appearances: by('Berg') }),
  makeTimedCard('b1', '09:30', '10:15', { room: side, track: people, appearances: by('Ernst') }),
  makeTimedCard('off', '10:15', '10:30', { room: hall, track: it, state: 'cancelled' }),
  makeTimedCard('break', '10:30', '11:00', { type: 'break', room: hall }),
  makeTimedCard('a2', '11:00', '11:45', { room: hall, track: it, appearances: by('Berg') }),
  makeCard('untold', { day: null }),
]
const slugs = (filter: SheetFilter = {}) =>
  groupSheets(cards, filter).map(({ day, name, sheets }) => [day, name, sheets.map(({ session }) => session.slug)])

describe('the sheets', () => {
  test('stand day by day, what is for all first, then track by track', () => {
    expect(slugs()).toEqual([
      ['2031-11-05', null, ['opening']],
      ['2031-11-05', 'Reihe menschen', ['b1']],
      ['2031-11-05', 'Reihe it', ['a1', 'off', 'a2']],
      [null, null, ['untold']],
    ])
  })

  test.each<[SheetFilter, string[]]>([
    [{ day: '2031-11-05', track: 'it' }, ['a1', 'off', 'a2']],
    [{ room: 'neben' }, ['b1']],
    [{ moderator: 'Berg' }, ['a1', 'a2']],
    [{ moderator: 'Niemand' }, []],
  ])('narrowed down by %j', (filter, expected) => {
    expect(slugs(filter).flatMap(([, , list]) => list)).toEqual(expected)
  })

  test('say what is before and after in the room, whatever is shown, and pass over what is off', () => {
    const [group] = groupSheets(cards, { moderator: 'Berg' })
    expect(group?.sheets.map(({ before, after }) => [before?.slug ?? null, after?.slug ?? null])).toEqual([
      ['opening', 'break'],
      ['break', null],
    ])
  })

  test('show who came for whom', () => {
    const ida = someAppearance({ id: 'ida', state: 'replaced' })
    const fay = someAppearance({ id: 'fay', replacesId: 'ida' })
    const [group] = groupSheets([makeCard('x', { appearances: [ida, fay] })])
    expect(group?.sheets[0]?.lineup.map((one) => [one.appearance.id, one.standsInFor.map(({ id }) => id)])).toEqual([
      ['fay', ['ida']],
    ])
  })
})

test('who moderates is listed as German lists sort, without who was replaced', () => {
  const gone = makeCard('x', { appearances: [someAppearance({ id: 'weg', role: 'moderator', state: 'replaced' })] })
  expect(listFilters([...cards, gone])).toEqual({
    moderators: ['Berg', 'Ernst', 'Öhm'],
    days: ['2031-11-05'],
    tracks: [people, it],
    rooms: [hall, side],
  })
})
