import { describe, expect, test } from 'vitest'
import { ProblemList, quoted } from './problems.ts'
import type { Schedule } from './types.ts'

const schedule: Schedule = { title: 'Mustertag', timeZone: 'Europe/Berlin', rooms: [], tracks: [], sessions: [] }

describe('ProblemList', () => {
  test('gives the schedule away as long as there are only warnings', () => {
    const problems = new ProblemList()
    expect(problems.result(schedule)).toEqual({ schedule, problems: [] })
    problems.warning('a.b', 'Look here', { line: 3, field: 'x[1]' })
    expect(problems.hasError).toBe(false)
    expect(problems.result(schedule)).toEqual({
      schedule,
      problems: [{ severity: 'warning', code: 'a.b', message: 'Look here', line: 3, field: 'x[1]' }],
    })
  })

  test('keeps the schedule back from the first error on', () => {
    const problems = new ProblemList()
    problems.error('a.c', 'Wrong')
    expect(problems.hasError).toBe(true)
    expect(problems.result(schedule)).toEqual({
      schedule: null,
      problems: [{ severity: 'error', code: 'a.c', message: 'Wrong' }],
    })
  })

  test('says no more than anybody reads, and errors before warnings', () => {
    const problems = new ProblemList()
    for (let index = 0; index < 600; index++) problems.warning('w', String(index))
    for (let index = 0; index < 3; index++) problems.error('e', String(index))
    const found = problems.result(null).problems
    expect(found).toHaveLength(500)
    expect(
      found
        .filter(({ code }) => code === 'e')
        .map(({ message }) => message)
        .toSorted(),
    ).toEqual(['0', '1', '2'])
    expect(found[0]).toMatchObject({ code: 'w', message: '0' })
  })

  test('an answer does not change afterwards', () => {
    const problems = new ProblemList()
    const before = problems.result(schedule)
    problems.error('e', 'later')
    expect(before).toEqual({ schedule, problems: [] })
  })
})

describe('quoted', () => {
  test.each([
    ['25:00', '"25:00"'],
    ['a\n\tb\u0000c', '"a b c"'],
    ['x'.repeat(100), `"${'x'.repeat(59)}…"`],
    [5, '"5"'],
    [null, '"null"'],
    [undefined, '"undefined"'],
    [{ a: 1 }, '"{"a":1}"'],
  ])('%j is shown as %s', (found, shown) => expect(quoted(found)).toBe(shown))

  test('a megabyte is not looked through', () => {
    expect(quoted('\n'.repeat(1_000_000)).length).toBeLessThan(70)
  })
})
