import { describe, expect, test } from 'vitest'
import { someAppearance } from '../../../../test/programme.ts'
import { erasedPerson } from '../../people/persons/erased/rules.ts'
import { forgetInDocument, renameSession, slugPattern } from './rules.ts'

const leaving = { personIds: ['per_ida'], names: ['Dr. Ida Öhm', 'Ida Öhm'], slugs: ['ida-oehm'] }
const forget = (document: unknown) => forgetInDocument(document, leaving)

describe('a document of a release', () => {
  const ida = someAppearance({
    id: 'app_1',
    personId: 'per_ida',
    personSlug: 'ida-oehm',
    name: 'Dr. Ida Öhm',
    function: 'Leitung',
    note: 'kam später',
    organisationName: 'Amt',
  })
  const bo = someAppearance({ id: 'app_2', personId: 'per_bo', name: 'Bo Berg', function: 'Leitung' })

  test('has the erased person with the organisation of that day, and everybody else as they were', () => {
    const [first, second] = forget([ida, bo]) as [typeof ida, typeof bo]
    expect(first).toEqual({
      ...ida,
      personId: erasedPerson.id,
      personSlug: erasedPerson.slug,
      name: erasedPerson.name,
      function: null,
      note: null,
    })
    expect(second).toEqual(bo)
  })

  test.each<[string, unknown, unknown]>([
    [
      'people of a report',
      { field: 'people', from: 'Bo Berg, Dr. Ida Öhm', to: 'ida öhm' },
      { field: 'people', from: 'Bo Berg, Person auf Wunsch entfernt', to: 'Person auf Wunsch entfernt' },
    ],
    ['people who were not known', { field: 'people', from: null }, { field: 'people', from: null, to: undefined }],
    ['another field', { field: 'title', from: 'Ida Öhm' }, { field: 'title', from: 'Ida Öhm' }],
    [
      'the address of a session',
      { id: 'ses_abcdef', slug: 'gruss-von-ida-oehm' },
      { id: 'ses_abcdef', slug: 'gruss-von-person-entfernt-abcdef' },
    ],
    [
      'a changed address',
      { id: 'ses_abcdef', fields: { slug: { from: 'x', to: 'ida-oehm' } } },
      { id: 'ses_abcdef', fields: { slug: { from: 'x', to: 'person-entfernt-abcdef' } } },
    ],
    ['values that are none', [null, 7, true, 'Ida'], [null, 7, true, 'Ida']],
  ])('%s', (_, document, expected) => expect(forget(document)).toEqual(expected))
})

test.each([
  ['ida-oehm', true],
  ['mit-ida-oehm-und-bo', true],
  ['frida-oehm', false],
  ['ida-oehmichen', false],
])('%s contains the name: %s', (slug, contains) => {
  expect(renameSession('ses_000000', slug, slugPattern(['ida-oehm'])!) !== slug).toBe(contains)
})

test('without a name there is nothing to look for', () => expect(slugPattern([])).toBeUndefined())
