import { describe, expect, test } from 'vitest'
import { moveInOrder } from './order.ts'
import { changeRows, dropBlankRows } from './rows.ts'
import type { Field, Values } from './types.ts'
import { toInput, toValues } from './values.ts'

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const people: Field = {
  kind: 'rows',
  name: 'people',
  label: 'Leute',
  add: 'Person',
  ordered: true,
  fields: [
    { kind: 'text', name: 'name', label: 'Name' },
    { kind: 'select', name: 'role', label: 'Rolle', options, initial: 'a' },
  ],
}
const fields: readonly Field[] = [
  people,
  { kind: 'group', name: 'venue', label: 'Ort', fields: [{ ...people, name: 'hosts' }] },
  { kind: 'text', name: 'peoplesName', label: 'Name' },
]
const start = toValues(fields, {
  people: [{ name: 'Ida' }, { name: 'Bo', role: 'b' }, { name: 'Eva' }],
  peoplesName: 'bleibt',
})
const names = (values: Values) => (toInput(fields, values).people as { name?: string }[]).map((one) => one.name)

describe('a button of a row', () => {
  test.each([
    ['add:people', ['Ida', 'Bo', 'Eva', undefined], 'people.3.name'],
    ['remove:people:0', ['Bo', 'Eva'], 'people.0.name'],
    ['remove:people:2', ['Ida', 'Bo'], 'people.1.name'],
    ['up:people:2', ['Ida', 'Eva', 'Bo'], 'people.1.name'],
    ['up:people:0', ['Ida', 'Bo', 'Eva'], 'people.0.name'],
    ['down:people:0', ['Bo', 'Ida', 'Eva'], 'people.1.name'],
    ['down:people:2', ['Ida', 'Bo', 'Eva'], 'people.2.name'],
    ['remove:people:7', ['Ida', 'Bo', 'Eva'], 'people.2.name'],
  ])('%s', (wish, expected, focus) => {
    const changed = changeRows(fields, start, wish)
    expect([names(changed!.values), changed!.focus]).toEqual([expected, focus])
    expect(changed!.values.peoplesName).toBe('bleibt')
  })

  test('takes the whole row along', () => {
    const { values } = changeRows(fields, start, 'up:people:1')!
    expect(toInput(fields, values).people).toEqual([
      { name: 'Bo', role: 'b' },
      { name: 'Ida', role: 'a' },
      { name: 'Eva', role: 'a' },
    ])
  })

  test('works within a group, and down to the last row', () => {
    const added = changeRows(fields, start, 'add:venue.hosts')!
    expect([added.values['venue.hosts.count'], added.focus]).toEqual(['1', 'venue.hosts.0.name'])
    expect(changeRows(fields, added.values, 'remove:venue.hosts:0')?.focus).toBe('venue.hosts')
  })

  test.each(['', 'save', 'add:venue', 'add:peoplesName', 'add:nothing', 'grow:people', 'add:__proto__'])(
    'is not %j',
    (wish) => expect(changeRows(fields, start, wish)).toBeUndefined(),
  )
})

test('rows that hold nothing are dropped, others move up', () => {
  const added = changeRows(fields, start, 'add:people')!.values
  const moved = changeRows(fields, added, 'up:people:3')!.values
  const said = dropBlankRows(fields, { ...moved, 'people.0.name': ' ' })
  expect(names(said)).toEqual(['Bo', 'Eva'])
  expect(dropBlankRows(fields, start)).toBe(start)
})

test.each([
  ['up:b', ['b', 'a', 'c']],
  ['down:b', ['a', 'c', 'b']],
  ['up:a', ['a', 'b', 'c']],
  ['down:c', ['a', 'b', 'c']],
  ['up:x', ['a', 'b', 'c']],
  ['left:b', ['a', 'b', 'c']],
  ['', ['a', 'b', 'c']],
])('%j in a list of a, b, c', (wish, expected) => expect(moveInOrder(['a', 'b', 'c'], wish)).toEqual(expected))
