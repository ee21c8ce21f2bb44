import { describe, expect, test } from 'vitest'
import { labelsOf, leavesOf } from './leaves.ts'
import type { Field } from './types.ts'
import { isBlank, toInput, toValues } from './values.ts'

const options = [
  { value: 'organiser', label: 'Veranstalter' },
  { value: 'sponsor', label: 'Förderung' },
]
const fields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  { kind: 'number', name: 'number', label: 'Nummer', optional: true },
  { kind: 'localized', name: 'motto', label: 'Motto', optional: true },
  { kind: 'check', name: 'isHome', label: 'Startseite' },
  { kind: 'checks', name: 'roles', label: 'Rollen', options, optional: true },
  { kind: 'lines', name: 'words', label: 'Wörter', optional: true },
  { kind: 'select', name: 'state', label: 'Stand', options, initial: 'organiser' },
  { kind: 'reference', name: 'leadId', label: 'Leitung', to: 'person', newAs: 'leadName', optional: true },
  {
    kind: 'group',
    name: 'venue',
    label: 'Ort',
    optional: true,
    fields: [
      { kind: 'text', name: 'city', label: 'Stadt' },
      { kind: 'select', name: 'kind', label: 'Art', options, initial: 'sponsor' },
    ],
  },
  {
    kind: 'rows',
    name: 'organisers',
    label: 'Veranstalter',
    add: 'Zeile',
    fields: [
      { kind: 'reference', name: 'organisationId', label: 'Organisation', to: 'organisation' },
      { kind: 'select', name: 'role', label: 'Rolle', options, initial: 'organiser' },
    ],
  },
  {
    kind: 'rows',
    name: 'days',
    label: 'Tage',
    add: 'Tag',
    optional: true,
    fields: [{ kind: 'date', name: 'value', label: 'Tag' }],
  },
]

const stored = {
  name: 'Fachtag',
  number: 7,
  motto: { de: 'Aus der Praxis' },
  isHome: true,
  roles: ['sponsor'],
  words: ['E-Akte', 'DMS'],
  state: 'sponsor',
  leadId: 'per_1',
  venue: { city: 'Leipzig', kind: 'organiser' },
  organisers: [{ organisationId: 'org_1', role: 'sponsor' }],
  days: ['2031-11-05', '2031-11-06'],
}
const names = { per_1: 'Ida Öhm', org_1: 'Stadt Leipzig' }

test('what is shown and sent back unchanged says the same', () => {
  expect(toInput(fields, toValues(fields, stored, names))).toEqual(stored)
})

test('references are shown by their names, and by their ids where nobody knows the name', () => {
  const values = toValues(fields, stored, { per_1: 'Ida Öhm' })
  expect([values.leadId, values['leadId.text'], values['leadId.was']]).toEqual(['per_1', 'Ida Öhm', 'Ida Öhm'])
  expect(values['organisers.0.organisationId.text']).toBe('org_1')
})

test('a new form begins with what its fields begin with', () => {
  const values = toValues(fields, {})
  expect(values).toMatchObject({ name: '', state: 'organiser', 'venue.kind': 'sponsor', 'organisers.count': '0' })
  expect(toInput(fields, values)).toEqual({
    isHome: false,
    motto: {},
    roles: [],
    words: [],
    state: 'organiser',
    organisers: [],
    days: [],
  })
})

describe('what is typed', () => {
  test.each([
    ['number', ' 12 ', { number: 12 }],
    ['number', '1,5', { number: 1.5 }],
    ['number', 'zwölf', { number: 'zwölf' }],
    ['number', '1e3', { number: '1e3' }],
    ['name', '  Fachtag ', { name: 'Fachtag' }],
    ['words', ' A \n\n B', { words: ['A', 'B'] }],
    ['isHome', 'on', { isHome: true }],
    ['isHome', 'yes', { isHome: false }],
    ['motto.en', ' From practice ', { motto: { en: 'From practice' } }],
    ['leadId.text', ' Bo Berg ', { leadName: 'Bo Berg' }],
    ['roles.sponsor', 'on', { roles: ['sponsor'] }],
    ['roles.operator', 'on', { roles: [] }],
  ])('into %s as %j is %j', (path, text, input) => expect(toInput(fields, { [path]: text })).toMatchObject(input))

  test('into no field is left out', () => {
    const input = toInput(fields, { isAdmin: 'on', __proto__: 'x', 'venue.id': 'ven_1', 'organisers.0.role': 'x' })
    expect(Object.keys(input).sort()).toEqual(['days', 'isHome', 'motto', 'organisers', 'roles', 'words'])
    expect(input.organisers).toEqual([])
  })

  test.each(['-1', '1.5', 'x', ''])('%j rows are none', (count) => {
    expect(toInput(fields, { 'days.count': count, 'days.0.value': '2031-11-05' }).days).toEqual([])
  })

  test('a million rows are five hundred', () => {
    expect(toInput(fields, { 'days.count': '1000000' }).days).toHaveLength(500)
  })
})

test.each([
  [{}, true],
  [{ 'venue.kind': 'sponsor' }, true],
  [{ 'venue.kind': 'organiser' }, false],
  [{ 'venue.city': ' ' }, true],
  [{ 'venue.city': 'Halle' }, false],
])('a group with %j is blank: %j', (values, expected) => {
  const [group] = fields.filter((field) => field.kind === 'group')
  expect(isBlank(group!.fields, values as Record<string, string>, 'venue.')).toBe(expected)
})

test('every leaf has a path and a label that says where it stands', () => {
  const values = toValues(fields, stored, names)
  const leaves = leavesOf(fields, values).map(({ path, label }) => [path, label])
  expect(leaves).toContainEqual(['motto.en', 'Motto (EN)'])
  expect(leaves).toContainEqual(['venue.city', 'Ort: Stadt'])
  expect(leaves).toContainEqual(['organisers.0.role', 'Veranstalter 1: Rolle'])
  expect(labelsOf(fields, values)).toMatchObject({ organisers: 'Veranstalter', 'days.1.value': 'Tage 2: Tag' })
})
