import { expect, test } from 'vitest'
import { spanAttendance } from './rules.ts'

test.each([
  [[], null],
  [[{ count: 130, qualifier: 'about' }], { from: 130, to: null, qualifier: 'about' }],
  [[{ count: 130, qualifier: 'exact' }], { from: 130, to: null, qualifier: 'exact' }],
  [
    [
      { count: 200, qualifier: 'about' },
      { count: 180, qualifier: 'exact' },
    ],
    { from: 180, to: 200, qualifier: 'about' },
  ],
  [
    [
      { count: 180, qualifier: 'more-than' },
      { count: 180, qualifier: 'exact' },
    ],
    { from: 180, to: null, qualifier: 'more-than' },
  ],
] as const)('%j → %j', (figures, expected) => expect(spanAttendance(figures)).toEqual(expected))
