import { contactInput } from '@fachtag/core/modules/editions/contacts/schema'
import { pageInput } from '@fachtag/core/modules/editions/pages/schema'
import { seriesInput } from '@fachtag/core/modules/editions/series/schema'
import { barrierReportInput } from '@fachtag/core/modules/messages/barrier-reports/schema'
import { describe, expect, test } from 'vitest'
import { type ZodType, z } from 'zod'
import { bothLanguages, problemsOf, readForm } from './form.ts'

const problems = (schema: ZodType, input: unknown) => {
  const { error } = schema.safeParse(input)
  return error ? problemsOf(error) : {}
}

describe('problems are named after the fields of the form', () => {
  test.each<[ZodType, object, object]>([
    [barrierReportInput, { page: '', description: 'x' }, { page: 'required' }],
    [barrierReportInput, { page: 'x', description: 'x'.repeat(5001) }, { description: 'too_long' }],
    [barrierReportInput, { page: 'x', description: 'x', replyTo: 'a@b' }, { replyTo: 'email' }],
    [
      barrierReportInput,
      { page: '', description: '', replyTo: 'a' },
      { page: 'required', description: 'required', replyTo: 'email' },
    ],
    [seriesInput, { slug: 'Groß', name: 'x' }, { slug: 'slug' }],
    [seriesInput, { slug: 'suche', name: 'x' }, { slug: 'taken' }],
    [z.object({ contact: contactInput }), { contact: { personId: '' } }, { contactPersonId: 'required' }],
    [contactInput, { personId: 'per_1', phone: '0341 1', email: 'x' }, { phone: 'phone', email: 'email' }],
    [pageInput, { slug: 'impressum', title: {} }, { title: 'required' }],
    [barrierReportInput, { page: '/', description: 'x' }, {}],
  ])('%#', (schema, input, expected) => expect(problems(schema, input)).toEqual(expected))
})

test('a form is read field by field, without files', async () => {
  const form = new FormData()
  form.set('description', 'eins\r\nzwei')
  form.set('file', new File(['x'], 'x.txt'))
  const request = new Request('https://fachtag.example', { method: 'POST', body: form })
  expect(await readForm(request)).toEqual({ description: 'eins\nzwei' })
})

test.each([
  [' A ', '', { de: 'A' }],
  ['', 'B', { en: 'B' }],
  [undefined, ' ', {}],
  ['A', 'B', { de: 'A', en: 'B' }],
])('%j and %j', (de, en, expected) => expect(bothLanguages(de, en)).toEqual(expected))
