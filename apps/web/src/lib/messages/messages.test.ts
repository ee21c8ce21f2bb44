import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'

type Leaf = { readonly path: string; readonly value: unknown }

function leaves(node: unknown, path = ''): Leaf[] {
  if (typeof node !== 'object' || node === null) return [{ path, value: node }]
  return Object.entries(node).flatMap(([name, child]) => leaves(child, path ? `${path}.${name}` : name))
}

const [german, english] = [leaves(de), leaves(en)]

test('both languages have the same texts', () => {
  expect(english.map((leaf) => leaf.path).sort()).toEqual(german.map((leaf) => leaf.path).sort())
})

test.each([
  ['German', german],
  ['English', english],
])('no %s text is empty, undone, or falls apart at its end', (_, all) => {
  const texts = all.filter((leaf) => typeof leaf.value === 'string') as { path: string; value: string }[]
  expect(texts.filter(({ value }) => value.trim() === '' || value !== value.trim())).toEqual([])
  expect(texts.filter(({ value }) => /TODO|FIXME|lorem|undefined/i.test(value))).toEqual([])
})

test('sentences of more than three words are translated', () => {
  const germanAt = new Map(german.map((leaf) => [leaf.path, leaf.value]))
  const same = english.filter(
    ({ path, value }) => typeof value === 'string' && value.split(' ').length > 3 && germanAt.get(path) === value,
  )
  expect(same).toEqual([])
})

test('typography: German quotation marks in German, English ones in English', () => {
  const textOf = (all: Leaf[]) => all.filter((leaf) => typeof leaf.value === 'string').map((leaf) => leaf.value)
  expect(textOf(english).filter((text) => /„/.test(String(text)))).toEqual([])
  expect(textOf(german).filter((text) => /"/.test(String(text)))).toEqual([])
})
