import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { ensurePersons } from './commands.ts'
import type { PersonInput } from './types.ts'

const { db } = await testDatabase()

const ensure = (seriesId: string, inputs: readonly PersonInput[]) =>
  db.transaction().execute((tx) => ensurePersons(tx, seriesId, inputs))

test('the same file twice makes nobody twice', async () => {
  const inputs = [
    { source: 'one/2024', reference: '1', name: 'Dr. Ida Öhm' },
    { source: 'one/2024', reference: '3', name: 'Bo Berg', biography: { de: 'Leitet die IT.' } },
    { source: 'one/2024', reference: '2', name: 'Bo Berg' },
  ]
  const first = await ensure('srs_one', inputs)
  const again = await ensure('srs_one', inputs)
  expect(again.map((person) => person.id)).toEqual(first.map((person) => person.id))
  expect(first.map((person) => person.slug)).toEqual(['ida-oehm', 'bo-berg', 'bo-berg-2'])
  const rows = await db.selectFrom('persons').select(['slug', 'academic_title', 'sort_key']).orderBy('slug').execute()
  expect(rows).toEqual([
    { slug: 'bo-berg', academic_title: null, sort_key: 'berg bo' },
    { slug: 'bo-berg-2', academic_title: null, sort_key: 'berg bo' },
    { slug: 'ida-oehm', academic_title: 'Dr.', sort_key: 'ohm ida' },
  ])
})

test('a later year of the series meets a person by name, another series does not', async () => {
  const [first] = await ensure('srs_two', [{ source: 'two/2024', reference: 'x', name: 'Eva Ecke' }])
  const [later] = await ensure('srs_two', [{ source: 'two/2025', reference: 'y', name: 'eva  ecke' }])
  const [other] = await ensure('srs_three', [{ source: 'three/2025', reference: 'x', name: 'Eva Ecke' }])
  expect(later).toMatchObject({ id: first?.id, match: 'name' })
  expect(other).toMatchObject({ slug: 'eva-ecke-2', match: 'new' })
})

test('a spelling that changed keeps the slug and both spellings', async () => {
  await ensure('srs_four', [{ source: 'four', reference: '1', name: 'Ada Alt' }])
  const [renamed] = await ensure('srs_four', [{ source: 'four', reference: '1', name: 'Ada Neu' }])
  expect(renamed).toMatchObject({ slug: 'ada-alt', name: 'Ada Neu', formerName: 'Ada Alt' })
  const names = await db.selectFrom('person_names').select('name').where('person_id', '=', renamed!.id).execute()
  expect(names.map((row) => row.name).sort()).toEqual(['Ada Alt', 'Ada Neu'])
})
