import { expect, test } from 'vitest'
import { readTyped } from './typed.ts'

function formOf(fields: readonly (readonly [string, string])[]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('what was shown and is not ticked is left out, what was seen is listed', () => {
  const typed = readTyped(
    formOf([
      ['name', ' Nach dem Tausch '],
      ['note', 'Hinweis'],
      ['line', 'Eins\r\nZwei'],
      ['shown', 'per_a per_b per_c'],
      ['tell', 'per_b'],
      ['mails', 'review'],
      ['seen', 'room-taken-twice rom_a ses_a|person-in-two-places per_a'],
      ['stamp', 'abc'],
    ]),
  )
  expect(typed).toEqual({
    name: 'Nach dem Tausch',
    note: 'Hinweis',
    line: 'Eins\nZwei',
    mails: 'review',
    leftOut: ['per_a', 'per_c'],
    seenErrors: ['room-taken-twice rom_a ses_a', 'person-in-two-places per_a'],
    seenStamp: 'abc',
  })
})

test('an empty form says nothing, and has seen nothing', () => {
  expect(readTyped(new FormData())).toEqual({
    name: '',
    note: '',
    line: '',
    mails: 'now',
    leftOut: [],
    seenErrors: [],
    seenStamp: '',
  })
})

test.each([
  ['now', 'now'],
  ['review', 'review'],
  ['none', 'none'],
  ['sofort', 'now'],
])('the mails of %j are %j', (given, mails) => {
  expect(readTyped(formOf([['mails', given]])).mails).toBe(mails)
})

test('no field grows without bounds', () => {
  const long = 'x'.repeat(5000)
  const typed = readTyped(
    formOf([
      ['name', long],
      ['note', long],
      ['line', long],
    ]),
  )
  expect([typed.name.length, typed.note.length, typed.line.length]).toEqual([100, 1000, 1000])
})
