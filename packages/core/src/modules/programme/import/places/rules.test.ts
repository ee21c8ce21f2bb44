import { describe, expect, test } from 'vitest'
import { keepPlaces, matchPlaces } from './rules.ts'

const place = (name: string, position: number, slug = name.toLowerCase()) => ({
  id: `id-${name}`,
  slug,
  name,
  position,
})
type Place = ReturnType<typeof place>

function match(named: readonly { name: string; slug?: string }[], stored: readonly Place[], isOrdered = true) {
  const update = (one: Place, said: { name: string }) => ({ ...one, name: said.name })
  const create = (said: { name: string }, slug: string) => ({
    id: `new-${said.name}`,
    slug,
    name: said.name,
    position: 0,
  })
  return [...matchPlaces(named, stored, { fallback: 'raum', isOrdered }, update, create).values()]
}
const brief = (places: readonly Place[]) => places.map((one) => [one.id, one.slug, one.position])

describe('matchPlaces', () => {
  test.each<[string, { name: string; slug?: string }[], Place[], [string, string, number][]]>([
    ['new ones in the order of the file', [{ name: 'B' }, { name: 'A' }], [], [['new-B', 'b', 0], ['new-A', 'a', 1]]],
    ['known ones keep number and slug', [{ name: 'A' }, { name: 'B' }], [place('A', 3), place('B', 7, 'bee')], [['id-A', 'a', 3], ['id-B', 'bee', 7]]],
    ['equal numbers stand in the order of their slugs', [{ name: 'A' }, { name: 'B' }], [place('A', 0), place('B', 0)], [['id-A', 'a', 0], ['id-B', 'b', 0]]],
    ['a new one at the end follows', [{ name: 'A' }, { name: 'C' }], [place('A', 3)], [['id-A', 'a', 3], ['new-C', 'c', 4]]],
    ['a new one in between counts all anew', [{ name: 'C' }, { name: 'A' }], [place('A', 3)], [['new-C', 'c', 0], ['id-A', 'a', 1]]],
    ['another order counts all anew', [{ name: 'B' }, { name: 'A' }], [place('A', 3), place('B', 7)], [['id-B', 'b', 0], ['id-A', 'a', 1]]],
    ['a new name under the old slug is the same place', [{ name: 'Saal A', slug: 'a' }], [place('A', 0)], [['id-A', 'a', 0]]],
    ['a name counts before a slug', [{ name: 'X', slug: 'a' }, { name: 'A' }], [place('A', 0)], [['new-X', 'a-2', 0], ['id-A', 'a', 1]]],
    ['a name without letters gets a word', [{ name: '???' }], [], [['new-???', 'raum', 0]]],
  ])('%s', (_case, named, stored, expected) => expect(brief(match(named, stored))).toEqual(expected)) // biome-ignore format: a table
})

test('where the order means nothing, known ones stay and new ones follow', () => {
  const matched = match([{ name: 'C' }, { name: 'B' }, { name: 'A' }], [place('A', 3), place('B', 7)], false)
  expect(brief(matched)).toEqual([
    ['new-C', 'c', 8],
    ['id-B', 'b', 7],
    ['id-A', 'a', 3],
  ])
})

test('keepPlaces lets go of what this source brought, does not name any more, and nobody uses', () => {
  const stored = ['named', 'used', 'gone', 'own'].map((name, position) => place(name, position))
  const named = new Map([['named', stored[0]!]])
  const brought = ['id-named', 'id-used', 'id-gone']
  const kept = keepPlaces(stored, named, brought, new Set(['id-used', null]))
  expect(kept.map((one) => one.name)).toEqual(['named', 'used', 'own'])
})
