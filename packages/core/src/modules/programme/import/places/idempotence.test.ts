import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchPlaces } from './rules.ts'

type Place = { readonly id: string; readonly slug: string; readonly name: string; readonly position: number }

const named = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('Saal', 'Saal!', 'Aula', 'Halle 1', 'Halle 2', '???', '日本'),
    slug: fc.option(fc.constantFrom('saal', 'aula', 'x'), { nil: undefined }),
  }),
  { selector: ({ name }) => name },
)

let count = 0

function match(
  places: readonly { name: string; slug?: string | undefined }[],
  stored: readonly Place[],
  isOrdered: boolean,
) {
  const matched = matchPlaces<{ name: string; slug?: string | undefined }, Place>(
    places,
    stored,
    { fallback: 'raum', isOrdered },
    (place, said) => ({ ...place, name: said.name }),
    (said, slug) => ({ id: `new${++count}`, slug, name: said.name, position: 0 }),
  )
  return [...matched.values()]
}

test('the same names again are the same places, untouched', () => {
  fc.assert(
    fc.property(named, named, fc.boolean(), (before, file, isOrdered) => {
      const stored = match(before, [], true)
      const first = match(file, stored, isOrdered)
      expect(match(file, first, isOrdered)).toEqual(first)
    }),
  )
})

test('each name has a place, a slug and a number of its own, in the order of the file', () => {
  fc.assert(
    fc.property(named, named, (before, file) => {
      const places = match(file, match(before, [], true), true)
      expect(places.map(({ name }) => name)).toEqual(file.map(({ name }) => name))
      expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
      expect(new Set(places.map(({ slug }) => slug)).size).toBe(places.length)
      const numbers = places.map(({ position }) => position)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }),
  )
})
