import { expect, test } from 'vitest'
import type { DraftEntry } from '../../draft/list/types.ts'
import { byNearness } from './rules.ts'

const entry = (id: string, startsAt: string | null, given: Partial<DraftEntry> = {}) =>
  ({
    id,
    startsAt,
    day: startsAt?.slice(0, 10) ?? null,
    durationMinutes: 45,
    state: 'planned',
    people: ['Ida'],
    ...given,
  }) as DraftEntry

test('what comes next stands first, what is over last', () => {
  const entries = [
    entry('yesterday', '2031-11-04T09:00'),
    entry('this morning', '2031-11-05T08:00'),
    entry('unknown', null),
    entry('tomorrow', '2031-11-06T09:00'),
    entry('break', '2031-11-05T10:00', { people: [] }),
    entry('off', '2031-11-05T09:50', { state: 'cancelled' }),
    entry('running', '2031-11-05T09:00'),
    entry('soon', '2031-11-05T11:00'),
    entry('today some time', null, { day: '2031-11-05' }),
  ]
  expect(byNearness(entries, '2031-11-05T09:30').map(({ id }) => id)).toEqual([
    'today some time',
    'running',
    'soon',
    'tomorrow',
    'off',
    'break',
    'unknown',
    'this morning',
    'yesterday',
  ])
})
