import { describe, expect, test } from 'vitest'
import { newChoice, resolveReferences, type Wanted } from './references.ts'
import type { Candidate, Field, Values } from './types.ts'

const fields: readonly Field[] = [
  { kind: 'reference', name: 'personId', label: 'Person', to: 'person', newAs: 'personName' },
  {
    kind: 'rows',
    name: 'rows',
    label: 'Zeilen',
    add: 'Zeile',
    fields: [{ kind: 'reference', name: 'organisationId', label: 'Organisation', to: 'organisation' }],
  },
]
const candidate = (id: string, label: string, isExact = false): Candidate => ({ id, label, note: null, isExact })
const known: Readonly<Record<string, readonly Candidate[]>> = {
  Ida: [candidate('per_1', 'Dr. Ida Öhm', true)],
  Bo: [candidate('per_2', 'Bo Berg'), candidate('per_3', 'Bo Tal')],
  Eva: [candidate('per_4', 'Eva Au', true), candidate('per_5', 'Eva Au', true)],
  Leipzig: [candidate('org_1', 'Stadt Leipzig', true), candidate('org_2', 'Landkreis Leipzig')],
}

async function resolve(values: Values) {
  const asked: Wanted[] = []
  const resolved = await resolveReferences(fields, values, async (wanted) => {
    asked.push(...wanted)
    return wanted.map(({ text }) => known[text] ?? [])
  })
  return { ...resolved, asked }
}
const typed = (text: string, more: Values = {}): Values => ({ personId: '', 'personId.text': text, ...more })

describe('a name', () => {
  test('that is unchanged keeps its id, and nobody is asked', async () => {
    const { values, asked } = await resolve({ personId: 'per_9', 'personId.text': 'X', 'personId.was': 'X' })
    expect([values.personId, asked]).toEqual(['per_9', []])
  })

  test('that was changed loses its old id', async () => {
    const { values } = await resolve({ personId: 'per_9', 'personId.text': 'Ida', 'personId.was': 'X' })
    expect(values).toMatchObject({ personId: 'per_1', 'personId.text': 'Dr. Ida Öhm', 'personId.was': 'Dr. Ida Öhm' })
  })

  test('that was taken out refers to nobody', async () => {
    const { values, problems } = await resolve({ personId: 'per_9', 'personId.text': ' ', 'personId.was': 'X' })
    expect([values.personId, problems]).toEqual(['', {}])
  })

  test.each(['Bo', 'Eva'])('%s that may mean several is asked about', async (text) => {
    const { problems, candidates, values } = await resolve(typed(text))
    expect(problems).toEqual({ personId: 'ambiguous' })
    expect(candidates.personId).toEqual(known[text])
    expect(values.personId).toBe('')
  })

  test('is settled by a choice among the candidates, and by no other', async () => {
    const chosen = await resolve(typed('Eva', { 'personId.choice': 'per_5' }))
    expect([chosen.values.personId, chosen.problems]).toEqual(['per_5', {}])
    const foreign = await resolve(typed('Eva', { 'personId.choice': 'per_1' }))
    expect(foreign.problems).toEqual({ personId: 'ambiguous' })
    expect(foreign.values).not.toHaveProperty(['personId.choice'])
  })

  test('of somebody new is taken as it is where the field allows that', async () => {
    expect((await resolve(typed('Neumann'))).problems).toEqual({})
    const chosen = await resolve(typed('Ida', { 'personId.choice': newChoice }))
    expect([chosen.values.personId, chosen.values['personId.text'], chosen.problems]).toEqual(['', 'Ida', {}])
  })

  test('of something new is a problem where it does not', async () => {
    const { problems } = await resolve({ 'rows.count': '1', 'rows.0.organisationId.text': 'Nirgends' })
    expect(problems).toEqual({ 'rows.0.organisationId': 'unknown' })
  })
})

test('all names of a form are asked about at once', async () => {
  const { asked, values } = await resolve({
    ...typed('Ida'),
    'rows.count': '2',
    'rows.0.organisationId.text': 'Leipzig',
    'rows.1.organisationId.text': '',
  })
  expect(asked.map(({ to, text }) => `${to} ${text}`)).toEqual(['person Ida', 'organisation Leipzig'])
  expect([values['rows.0.organisationId'], values['rows.1.organisationId']]).toEqual(['org_1', ''])
})
