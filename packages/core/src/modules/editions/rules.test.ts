import { describe, expect, test } from 'vitest'
import { decideNextDate, describeDate, isOver, lastPossibleDay } from './rules.ts'
import type { DateCertainty, DatePrecision, EditionDate, EditionState } from './types.ts'

const date = (
  startsOn: string,
  precision: DatePrecision = 'day',
  certainty: DateCertainty = 'fixed',
  endsOn: string | null = null,
): EditionDate => ({ startsOn, endsOn, precision, certainty })

describe('lastPossibleDay', () => {
  test.each([
    [date('2024-11-27'), '2024-11-27'],
    [date('2024-11-27', 'day', 'fixed', '2024-11-28'), '2024-11-28'],
    [date('2016-11-21', 'end-of-month'), '2016-11-30'],
    [date('2024-02-01', 'month'), '2024-02-29'],
    [date('2019-05-05', 'year'), '2019-12-31'],
  ])('%j → %s', (given, expected) => expect(lastPossibleDay(given)).toBe(expected))
})

describe('describeDate', () => {
  const today = '2024-11-27'
  test.each<[string, EditionDate, EditionState, string]>([
    ['held on a known day', date('2017-11-07'), 'held', 'settled'],
    ['still to come and fixed', date('2025-11-26'), 'planned', 'settled'],
    ['still to come and not sure', date('2025-11-26', 'day', 'probable'), 'planned', 'probable'],
    ['held, but only the announcement of its day is known', date('2018-11-29', 'day', 'probable'), 'held', 'announced'],
    ['announced, and nothing says that it took place', date('2019-11-28'), 'announced', 'announced'],
    ['announced and still to come', date('2025-11-28'), 'announced', 'settled'],
    ['probable, today', date('2024-11-27', 'day', 'probable'), 'planned', 'probable'],
    ['probable, some day of this month', date('2024-11-01', 'month', 'probable'), 'planned', 'probable'],
  ])('%s', (_, given, state, standing) => {
    const { startsOn, endsOn, precision } = given
    expect(describeDate(given, state, today)).toEqual({ kind: 'known', startsOn, endsOn, precision, standing })
  })

  test('nothing is known', () => expect(describeDate(null, 'planned', today)).toEqual({ kind: 'unknown' }))
})

describe('decideNextDate', () => {
  const edition = (slug: string, when: EditionDate | null, state: EditionState = 'planned') => ({
    slug,
    date: when,
    state,
  })
  const next = (...editions: ReturnType<typeof edition>[]) => {
    const decided = decideNextDate(editions, '2024-11-27')
    return decided.kind === 'unknown' ? 'unknown' : `${decided.kind} ${decided.edition.slug}`
  }

  test.each([
    ['only past editions', next(edition('2019', date('2019-11-28'), 'announced')), 'unknown'],
    ['none', next(), 'unknown'],
    ['no date', next(edition('2025', null)), 'unknown'],
    ['today', next(edition('2024', date('2024-11-27'))), 'running 2024'],
    ['its second day', next(edition('2024', date('2024-11-26', 'day', 'fixed', '2024-11-27'))), 'running 2024'],
    ['the earliest', next(edition('2026', date('2026-11-01')), edition('2025', date('2025-11-01'))), 'fixed 2025'],
    ['probable', next(edition('2025', date('2025-11-01', 'day', 'probable'))), 'probable 2025'],
    ['some day of this month', next(edition('2024', date('2024-11-01', 'month'))), 'fixed 2024'],
    [
      'cancelled',
      next(edition('2025', date('2025-11-01'), 'cancelled'), edition('2026', date('2026-11-01'))),
      'fixed 2026',
    ],
  ])('%s → %s', (_, decided, expected) => expect(decided).toBe(expected))
})

describe('isOver, on 28 November 2019', () => {
  test.each([
    ['held, whatever the date', null, 'held', true],
    ['announced for the day before', date('2019-11-27'), 'announced', true],
    ['announced for today', date('2019-11-28'), 'announced', false],
    ['planned for some day of this month', date('2019-11-01', 'month'), 'planned', false],
    ['planned for some day of last month', date('2019-10-01', 'month'), 'planned', true],
    ['planned without a date', null, 'planned', false],
  ] as const)('%s', (_, when, state, expected) => expect(isOver({ state, date: when }, '2019-11-28')).toBe(expected))
})
