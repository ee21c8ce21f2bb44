import { editionInput } from '@fachtag/core/modules/editions/schema'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { messages } from '#lib/messages/messages.ts'
import { problemsIn } from './problems.ts'
import type { Field } from './types.ts'

const fields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  { kind: 'localized', name: 'motto', label: 'Motto' },
  { kind: 'lines', name: 'words', label: 'Wörter' },
  { kind: 'reference', name: 'personId', newAs: 'personName', label: 'Person', to: 'person' },
  { kind: 'group', name: 'venue', label: 'Ort', fields: [{ kind: 'text', name: 'city', label: 'Stadt' }] },
  {
    kind: 'rows',
    name: 'people',
    label: 'Leute',
    add: 'Person',
    fields: [
      { kind: 'text', name: 'email', label: 'E-Mail' },
      { kind: 'localized', name: 'note', label: 'Notiz' },
    ],
  },
]
const text = z.string().trim().min(1).max(5)
const localized = z.strictObject({ de: z.string().max(5).exactOptional(), en: z.string().exactOptional() })
const schema = z.strictObject({
  name: text,
  number: z.int().min(1).max(9).optional(),
  motto: localized.refine(({ de }) => de, 'needed').optional(),
  words: z.array(text).optional(),
  personId: text.optional(),
  personName: text.optional(),
  venue: z.strictObject({ city: text }).optional(),
  people: z
    .array(z.strictObject({ email: z.email().optional(), note: localized.optional() }))
    .max(2)
    .optional(),
  phone: z.string().regex(/^\+/).optional(),
  slug: z
    .string()
    .regex(/^[a-z]+$/)
    .refine((slug) => slug !== 'suche')
    .optional(),
  url: z.url().optional(),
  day: z.iso.date().optional(),
  time: z.iso.time().optional(),
  state: z.enum(['a', 'b']).optional(),
})

const problems = (input: object) => {
  const { error } = schema.safeParse({ name: 'x', ...input }, { reportInput: true })
  return error ? problemsIn(fields, error) : {}
}

describe('problems stand at the field that they are about', () => {
  test.each<[object, object]>([
    [{ name: undefined }, { name: 'required' }],
    [{ name: ' ' }, { name: 'required' }],
    [{ name: 'abcdef' }, { name: 'too_long' }],
    [{ number: 'zwölf' }, { number: 'number' }],
    [{ number: 1.5 }, { number: 'number' }],
    [{ number: 0 }, { number: 'too_small' }],
    [{ number: 10 }, { number: 'too_large' }],
    [{ motto: {} }, { 'motto.de': 'required' }],
    [{ motto: { de: 'abcdef' } }, { 'motto.de': 'too_long' }],
    [{ words: ['a', 'abcdef'] }, { words: 'too_long' }],
    [{ personName: 'abcdef' }, { personId: 'too_long' }],
    [{ venue: {} }, { 'venue.city': 'required' }],
    [{ people: [{}, { email: 'ida' }] }, { 'people.1.email': 'email' }],
    [{ people: [{ note: { de: 'abcdef' } }] }, { 'people.0.note.de': 'too_long' }],
    [{ people: [{}, {}, {}] }, { people: 'too_large' }],
    [{ phone: '0341' }, { phone: 'phone' }],
    [{ slug: 'Groß' }, { slug: 'slug' }],
    [{ slug: 'suche' }, { slug: 'taken' }],
    [{ url: 'x' }, { url: 'url' }],
    [{ day: '2031-02-30' }, { day: 'date' }],
    [{ time: '25:00' }, { time: 'time' }],
    [{ state: 'c' }, { state: 'invalid' }],
    [{}, {}],
  ])('%j', (input, expected) => expect(problems(input)).toEqual(expected))
})

test('each has a sentence', () => {
  const sentences = messages('de').forms.problems
  for (const problem of Object.values(problems({ name: '', number: 0, phone: '1', url: 'x', people: [{}, {}, {}] }))) {
    expect(sentences[problem]).toMatch(/\.$/)
  }
})

test.each<[object, object]>([
  [{ date: { startsOn: '2031-11-05', endsOn: '2031-11-04' } }, { 'date.endsOn': 'ends_before' }],
  [{ timeZone: 'Mitteleuropa' }, { timeZone: 'zone' }],
  [{ venue: { city: 'Leipzig', ars: '123' } }, { 'venue.ars': 'ars' }],
])('an edition with %j', (given, expected) => {
  const input = { slug: '2031', name: 'Fachtag', state: 'planned', ...given }
  const { error } = editionInput.safeParse(input, { reportInput: true })
  expect(problemsIn([], error!)).toEqual(expected)
})
