import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { ensurePersons } from '../../people/persons/commands.ts'
import { saveEdition } from '../commands.ts'
import { editionInput } from '../schema.ts'
import { saveSeries } from '../series/commands.ts'
import { seriesInput } from '../series/schema.ts'
import { saveContacts } from './commands.ts'
import { findContact, listContacts } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const series = await saveSeries(ctx, seriesInput.parse({ slug: 'tagung', name: 'Tagung' }))
const edition = (slug: string, visibility: string) =>
  saveEdition(ctx, series, editionInput.parse({ slug, name: slug, state: 'held', visibility }))
const [ida, bo] = await db.transaction().execute((tx) =>
  ensurePersons(tx, series, [
    { name: 'Dr. Ida Öhm', source: 'x' },
    { name: 'Bo Berg', source: 'x' },
  ]),
)

test('a contact has what a vCard needs and says how old the entry is', async () => {
  const editionId = await edition('2018', 'public')
  await saveContacts(ctx, series, [{ personId: ida!.id, function: 'Prokuristin', phone: '+49 341 2538', editionId }])
  const [contact] = await listContacts(db, series)
  expect(contact).toMatchObject({
    name: 'Ida Öhm',
    academicTitle: 'Dr.',
    familyName: 'Öhm',
    function: 'Prokuristin',
    phone: '+49 341 2538',
    email: null,
    edition: { slug: '2018', name: '2018' },
    source: null,
  })
  expect(await findContact(db, 'tagung', contact!.id)).toEqual(contact)
  expect(await findContact(db, 'andere', contact!.id)).toBeNull()
})

test('who stays keeps the address, who left is no contact any more', async () => {
  const [before] = await listContacts(db, series)
  const hidden = await edition('2019', 'draft')
  await saveContacts(ctx, series, [{ personId: bo!.id }, { personId: ida!.id, editionId: hidden }])
  const both = await listContacts(db, series)
  expect(both.map((one) => [one.name, one.edition])).toEqual([
    ['Bo Berg', null],
    ['Ida Öhm', null],
  ])
  expect(both[1]!.id).toBe(before!.id)
  await saveContacts(ctx, series, [{ personId: bo!.id }])
  expect(await findContact(db, 'tagung', before!.id)).toBeNull()
})
