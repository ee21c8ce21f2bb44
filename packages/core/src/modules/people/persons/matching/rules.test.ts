import { describe, expect, test } from 'vitest'
import { erasedPerson } from '../erased/rules.ts'
import type { KnownPerson, PersonInput } from '../types.ts'
import { matchPersons } from './rules.ts'

const scope = 'series:srs_1'

function known(id: string, name: string, references: [string, string][], isInSeries = true): KnownPerson {
  const listed = references.map(([source, reference]) => ({ source, reference }))
  return {
    id,
    slug: id,
    name,
    academicTitle: null,
    biography: {},
    website: null,
    spellings: [name.toLowerCase()],
    references: isInSeries ? [...listed, { source: scope, reference: id }] : listed,
  }
}

const said = (source: string, name: string, reference?: string): PersonInput => ({ source, name, reference })

function match(inputs: readonly PersonInput[], people: readonly KnownPerson[] = []) {
  let count = 0
  return matchPersons({ scope, inputs, known: people, takenSlugs: ['ann-lee'], newId: () => `new${++count}` })
}

const outcome = (inputs: readonly PersonInput[], people: readonly KnownPerson[] = []) =>
  match(inputs, people).ensured.map((person) => [person.id, person.match])

describe('who is who', () => {
  const ann = known('per1', 'Ann Lee', [['a', '7']])

  test.each<[string, PersonInput[], KnownPerson[], [string, string][]]>([
    ['the same reference of the same source', [said('a', 'Ann Lee', '7')], [ann], [['per1', 'reference']]],
    ['even under another name', [said('a', 'Ann Beck', '7')], [ann], [['per1', 'reference']]],
    ['another reference of the same source is somebody else', [said('a', 'Ann Lee', '8')], [ann], [['new1', 'new']]],
    ['another source of the same series means the one of that name', [said('b', 'ANN LEE', '8')], [ann], [['per1', 'name']]],
    ['so does a source without references', [said('b', 'Ann Lee')], [ann], [['per1', 'name']]],
    ['the same source without a reference', [said('a', 'Ann Lee')], [ann], [['per1', 'name']]],
    ['a person of another series is not met by name', [said('b', 'Ann Lee', '8')], [known('per1', 'Ann Lee', [['a', '7']], false)], [['new1', 'new']]],
    ['two of one name are nobody in particular', [said('b', 'Ann Lee')], [ann, known('per2', 'Ann Lee', [['a', '9']])], [['new1', 'new']]],
    ['a name without reference is met again by it', [said('b', 'Ann Lee')], [ann, known('per2', 'Ann Lee', [['b', 'name:ann lee']])], [['per2', 'reference']]],
    ['two of one name in one file', [said('a', 'Bo', '1'), said('a', 'Bo', '2')], [], [['new1', 'new'], ['new2', 'new']]],
    ['one person in two places of one file', [said('a', 'Bo', '1'), said('a', 'Bo', '1')], [], [['new1', 'new'], ['new1', 'new']]],
    ['one name in two places of one file', [said('a', 'Bo'), said('a', 'bo')], [], [['new1', 'new'], ['new1', 'new']]],
    ['our own id, whatever the source calls them', [{ ...said('b', 'Ann Lee', 'x'), id: 'per2' }], [ann, known('per2', 'Ann Lee', [])], [['per2', 'reference']]],
    ['an id that nobody has says nothing', [{ ...said('b', 'Bo', 'x'), id: 'per9' }], [ann], [['new1', 'new']]],
    ['of two references only one can be the known person', [said('b', 'Ann Lee', '1'), said('b', 'Ann Lee', '2')], [ann], [['per1', 'name'], ['new1', 'new']]],
  ])('%s', (_case, inputs, people, expected) => expect(outcome(inputs, people)).toEqual(expected)) // biome-ignore format: a table
})

describe('what is written', () => {
  test('somebody new gets a free slug, a spelling, a reference and a place in the series', () => {
    const plan = match([said('a', 'Dr. Ann Lee', '7')])
    expect(plan.saves).toMatchObject([{ id: 'new1', slug: 'ann-lee-2', name: 'Ann Lee', academicTitle: 'Dr.' }])
    expect(plan.spellings).toEqual([{ personId: 'new1', name: 'Ann Lee', folded: 'ann lee' }])
    expect(plan.references).toEqual([
      { personId: 'new1', source: 'a', reference: '7' },
      { personId: 'new1', source: scope, reference: 'new1' },
    ])
    expect(plan.ensured[0]).toEqual({
      id: 'new1',
      slug: 'ann-lee-2',
      name: 'Dr. Ann Lee',
      match: 'new',
      formerName: null,
    })
  })

  test('nothing for somebody known who is called as before', () => {
    const plan = match([said('a', 'Ann Lee', '7')], [known('per1', 'Ann Lee', [['a', '7']])])
    expect([plan.saves, plan.spellings, plan.references]).toEqual([[], [], []])
  })

  test('a new name is taken over, the old one stays findable and is reported', () => {
    const plan = match([said('a', 'Ann Beck', '7')], [known('per1', 'Ann Lee', [['a', '7']])])
    expect(plan.saves).toMatchObject([{ id: 'per1', slug: 'per1', name: 'Ann Beck', sortKey: 'beck ann' }])
    expect(plan.spellings).toEqual([{ personId: 'per1', name: 'Ann Beck', folded: 'ann beck' }])
    expect(plan.ensured[0]).toMatchObject({ name: 'Ann Beck', formerName: 'Ann Lee' })
  })

  test('of two spellings in one file the first counts, every time', () => {
    const inputs = [said('a', 'Ann Lee!', '7'), said('a', 'ann lee')]
    expect(match(inputs).ensured.map((person) => person.name)).toEqual(['Ann Lee!', 'Ann Lee!'])
    const stored = known('per1', 'Ann Lee!', [['a', '7'], ['a', 'name:ann lee']]) // biome-ignore format: a pair
    const again = match(inputs, [{ ...stored, spellings: ['ann lee'] }])
    expect(again.ensured.map((person) => person.name)).toEqual(['Ann Lee!', 'Ann Lee!'])
    expect(again.saves).toEqual([])
  })

  test('a source that leaves out title and biography does not take them away', () => {
    const ann = { ...known('per1', 'Ann Lee', [['a', '7']]), academicTitle: 'Dr.', biography: { de: 'Ärztin' } }
    const plan = match([{ ...said('a', 'Ann Lee', '7'), biography: { en: 'Doctor' } }], [ann])
    expect(plan.saves).toMatchObject([{ academicTitle: 'Dr.', biography: { de: 'Ärztin', en: 'Doctor' } }])
    expect(plan.ensured[0]?.name).toBe('Dr. Ann Lee')
  })
})

describe('the placeholder of those who were erased', () => {
  const inputs = [said('a', erasedPerson.name, '7'), said('b', erasedPerson.name)]

  test.each([
    ['is met again', [known(erasedPerson.id, erasedPerson.name, [])]],
    ['is made once where it is not there yet', []],
  ])('%s, whatever a file calls it', (_, stored) => {
    expect(match(inputs, stored).ensured.map((person) => person.id)).toEqual([erasedPerson.id, erasedPerson.id])
  })
})
