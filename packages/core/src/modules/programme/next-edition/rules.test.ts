import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionTypes } from '../types.ts'
import { daysBetween, fallsIntoGap, isSkeleton, proposeNext, shiftDay, shiftWallTime, slotTitle } from './rules.ts'
import type { Predecessor } from './types.ts'

const former = (given: Partial<Predecessor>): Predecessor => ({
  id: 'edi_1',
  slug: '2024',
  name: '8. IT-Fachtag 2024',
  number: 8,
  startsOn: '2024-11-27',
  endsOn: '2024-11-27',
  timeZone: 'Europe/Berlin',
  language: 'de',
  ...given,
})

describe('proposeNext', () => {
  test.each<[Partial<Predecessor>, object]>([
    [{}, { slug: '2025', name: '9. IT-Fachtag 2025', number: 9, firstDay: '2025-11-26' }],
    [{ number: null }, { slug: '2025', name: '8. IT-Fachtag 2025', number: null }],
    [
      { slug: 'herbst-2024', name: 'Herbsttagung' },
      { slug: 'herbst-2025', name: 'Herbsttagung' },
    ],
    [
      { slug: 'jubilaeum', name: 'Jubiläum' },
      { slug: 'jubilaeum-2025', name: 'Jubiläum' },
    ],
    [
      { slug: 'jubilaeum', startsOn: null },
      { slug: 'jubilaeum-neu', firstDay: null },
    ],
    [
      { number: 1, name: '11. Tagung 1' },
      { name: '11. Tagung 1', number: 2 },
    ],
  ])('after %j comes %j', (given, expected) => expect(proposeNext(former(given))).toMatchObject(expected))

  test('the proposed day is the same day of the week in the next year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2016-03-01'), max: new Date('2098-01-01'), noInvalidDate: true }),
        (date) => {
          const startsOn = date.toISOString().slice(0, 10)
          const { firstDay } = proposeNext(former({ startsOn }))
          expect(Temporal.PlainDate.from(firstDay!).dayOfWeek).toBe(Temporal.PlainDate.from(startsOn).dayOfWeek)
          expect(daysBetween(startsOn, firstDay)).toBe(364)
        },
      ),
    )
  })
})

describe('a day and a time, moved', () => {
  test.each([
    ['2024-11-27', 364, '2025-11-26'],
    ['2024-02-29', 366, '2025-03-01'],
    ['2024-11-27', 0, '2024-11-27'],
    ['2024-11-27', -1, '2024-11-26'],
    [null, 364, null],
    ['2024-11-27', null, null],
  ])('%s moved by %s days is %s', (day, days, expected) => expect(shiftDay(day, days)).toBe(expected))

  test.each<[string, string | null, number | null, string | null, boolean]>([
    ['within winter', '2024-11-27T09:00', 364, '2025-11-26T09:00', false],
    ['from winter to summer', '2024-11-27T09:00', 224, '2025-07-09T09:00', false],
    ['from summer to winter', '2025-07-09T09:00', 140, '2025-11-26T09:00', false],
    ['onto the day the clocks go forward', '2031-03-29T09:00', 1, '2031-03-30T09:00', false],
    ['into the hour that day leaves out', '2031-03-29T02:30', 1, '2031-03-30T03:30', true],
    ['onto the day the clocks go back', '2031-10-25T02:30', 1, '2031-10-26T02:30', false],
    ['without a time', null, 1, null, false],
    ['without a day to go to', '2031-03-29T02:30', null, null, false],
  ])('%s', (_, start, days, expected, isInGap) => {
    expect(shiftWallTime(start, days, 'Europe/Berlin')).toBe(expected)
    expect(fallsIntoGap(start, days, 'Europe/Berlin')).toBe(isInGap)
  })

  test.each([
    ['2024-11-27', '2025-11-26', 364],
    ['2024-11-27', '2024-11-20', -7],
    [null, '2025-11-26', null],
    ['2024-11-27', undefined, null],
  ])('from %s to %s are %s days', (from, to, expected) => expect(daysBetween(from, to)).toBe(expected))
})

describe('the skeleton', () => {
  test('is what frames the day, and what everybody attends', () => {
    const frames = sessionTypes.filter((type) => isSkeleton({ type, isPlenary: false }))
    expect(frames).toEqual(['opening', 'closing', 'break', 'networking'])
    expect(sessionTypes.every((type) => isSkeleton({ type, isPlenary: true }))).toBe(true)
  })

  test.each([
    ['break', 'Mittagsimbiss', 'de', { title: 'Mittagsimbiss', titleIsGiven: true }],
    ['opening', 'Begrüßung', 'en', { title: 'Begrüßung', titleIsGiven: true }],
    ['impulse', 'Was KI darf', 'de', { title: 'Impuls', titleIsGiven: false }],
    ['panel', 'Wie weiter?', 'en', { title: 'Panel', titleIsGiven: false }],
  ] as const)('a %s called %j is called %s', (type, title, language, expected) => {
    expect(slotTitle({ type, title, titleIsGiven: true, isPlenary: true }, language)).toEqual(expected)
  })
})
