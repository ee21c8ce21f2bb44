import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { ensurePersons } from '../persons/commands.ts'
import { addSpellings } from './commands.ts'

const { db } = await testDatabase()
const ensure = (name: string) => db.transaction().execute((tx) => ensurePersons(tx, 'srs_1', [{ name, source: name }]))

test('somebody is met under another spelling too, and keeps their name', async () => {
  const [jan] = await ensure('Jan Hochthurn')
  const spelling = { personId: jan!.id, name: 'Dr. Jan Hochturn' }
  await db.transaction().execute((tx) => addSpellings(tx, [spelling, spelling]))
  await db.transaction().execute((tx) => addSpellings(tx, [spelling]))
  const names = await db.selectFrom('person_names').select(['name', 'folded']).orderBy('name').execute()
  expect(names).toEqual([
    { name: 'Jan Hochthurn', folded: 'jan hochthurn' },
    { name: 'Jan Hochturn', folded: 'jan hochturn' },
  ])
  expect(await db.selectFrom('persons').select('name').execute()).toEqual([{ name: 'Jan Hochthurn' }])
  expect((await ensure('Jan Hochturn'))[0]).toMatchObject({ id: jan!.id, match: 'name' })
})
