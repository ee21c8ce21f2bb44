import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KnownPerson, PersonInput, PersonPlan } from '../types.ts'
import { matchPersons } from './rules.ts'

const scope = 'series:srs_1'
const inputs: fc.Arbitrary<PersonInput[]> = fc.array(
  fc.record({
    name: fc.constantFrom('Ann Lee', 'ann lee', 'Dr. Ann Lee', 'Bo', 'Bo!', '???', 'Jörg', 'Joerg'),
    source: fc.constantFrom('a', 'b'),
    reference: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
    website: fc.option(fc.constantFrom('https://x.example/', 'https://y.example/'), { nil: undefined }),
  }),
  { maxLength: 8 },
)

/** What is stored after `plan` has been written over `known`. */
function write(known: readonly KnownPerson[], plan: PersonPlan): KnownPerson[] {
  const people = new Map<string, KnownPerson>(known.map((person) => [person.id, person]))
  for (const save of plan.saves) {
    const { spellings, references } = people.get(save.id) ?? { spellings: [], references: [] }
    people.set(save.id, { ...save, spellings, references })
  }
  return [...people.values()].map((person) => ({
    ...person,
    spellings: [
      ...person.spellings,
      ...plan.spellings.filter((one) => one.personId === person.id).map((one) => one.folded),
    ],
    references: [...person.references, ...plan.references.filter((one) => one.personId === person.id)],
  }))
}

let count = 0

function match(known: readonly KnownPerson[], people: readonly PersonInput[]): PersonPlan {
  const takenSlugs = known.map((person) => person.slug)
  return matchPersons({ scope, inputs: people, known, takenSlugs, newId: () => `per${++count}` })
}

const ids = (plan: PersonPlan) => plan.ensured.map((person) => person.id)

describe('recognising people', () => {
  test('the same file twice is the same people, and nothing more to write', () => {
    fc.assert(
      fc.property(inputs, inputs, (before, file) => {
        const stored = write([], match([], before))
        const first = match(stored, file)
        const again = match(write(stored, first), file)
        expect(ids(again)).toEqual(ids(first))
        expect([again.saves, again.spellings, again.references]).toEqual([[], [], []])
        expect(again.ensured.map(({ name }) => name)).toEqual(first.ensured.map(({ name }) => name))
      }),
    )
  })

  test('what a source calls by two references are two people', () => {
    fc.assert(
      fc.property(inputs, (file) => {
        const plan = match([], file)
        const owners = new Map<string, string>()
        file.forEach(({ source, reference }, index) => {
          if (reference === undefined) return
          const id = plan.ensured[index]!.id
          const other = owners.get(`${source} ${id}`)
          expect(other ?? reference).toBe(reference)
          owners.set(`${source} ${id}`, reference)
        })
      }),
    )
  })

  test('slugs and references are given once', () => {
    fc.assert(
      fc.property(inputs, inputs, (before, file) => {
        const stored = write([], match([], before))
        const after = write(stored, match(stored, file))
        const slugs = after.map((person) => person.slug)
        const keys = after.flatMap((person) =>
          person.references.map(({ source, reference }) => `${source} ${reference}`),
        )
        expect([new Set(slugs).size, new Set(keys).size]).toEqual([slugs.length, keys.length])
      }),
    )
  })
})
