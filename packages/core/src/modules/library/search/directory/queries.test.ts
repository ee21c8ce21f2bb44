import { beforeAll, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { saveOrganisations } from '../../../people/organisations/commands.ts'
import { organisationInput } from '../../../people/organisations/schema.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { readOrganisationDocuments, readPersonDocuments } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, '2031')
const earlier = await addEditionOf(db, edition.seriesId, '2030', '2030-11-05')
const draft = await addEditionOf(db, edition.seriesId, '2033', '2033-11-05')
const [ida, bo, , contact, former] = await Promise.all(
  ['ida', 'bo', 'niemand', 'kontakt', 'ehemals'].map((slug) => addPerson(db, slug, slug.toUpperCase())),
)

function addContact(person_id: string, is_current: boolean) {
  const row = { id: newId('contact'), series_id: edition.seriesId, person_id, function: 'Auskunft' }
  return db
    .insertInto('contacts')
    .values({ ...row, is_current })
    .execute()
}

beforeAll(async () => {
  const organisations = await saveOrganisations(
    ctx,
    ['amt', 'verein', 'fremd', 'geheim'].map((slug) =>
      organisationInput.parse({ slug, name: `Das ${slug}`, kind: 'other', land: '14', aliases: [`${slug} e. V.`] }),
    ),
  )
  const [first] = await addSessions(db, edition, [{ title: 'E-Akte', personIds: [ida!] }])
  await addSessions(db, earlier, [{ title: 'Open Data', personIds: [ida!] }])
  const [secret] = await addSessions(db, draft, [{ title: 'Geheimsache', personIds: [ida!, bo!] }])
  const at = (session: string, slug: string) =>
    db
      .updateTable('appearances')
      .set({ organisation_id: organisations.get(slug)!, organisation_name: null })
      .where('session_id', '=', session)
      .execute()
  await at(first!, 'amt')
  await at(secret!, 'geheim')
  for (const { id: editionId } of [edition, earlier, draft]) await publishRelease(ctx, { editionId })
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', draft.id).execute()
  const organised = { organisation_id: organisations.get('verein')!, role: 'organiser' as const, note: {}, position: 0 }
  await db
    .insertInto('edition_organisers')
    .values({ ...organised, edition_id: earlier.id })
    .execute()
  await addContact(contact!, true)
  await addContact(former!, false)
})

test('people are those who appeared in public or can be turned to', async () => {
  const people = await readPersonDocuments(db)
  expect(people.map((one) => one.title.de).sort()).toEqual(['IDA', 'KONTAKT'])
  expect(JSON.stringify(people)).not.toContain('Geheimsache')
})

test('somebody is found by every year, title, office and Land of theirs that is public', async () => {
  const person = (await readPersonDocuments(db)).find((one) => one.refId === ida)!
  expect(person).toMatchObject({
    path: '/personen/ida',
    years: [2030, 2031],
    lands: ['14'],
    body: { de: 'E-Akte\nOpen Data' },
  })
  expect(person.people.split('; ').sort()).toEqual(['Leitung, Das amt', 'Leitung, Stadt Musterhausen'])
})

test('organisations are those whom somebody represented in public or who organised', async () => {
  const organisations = await readOrganisationDocuments(db)
  expect(organisations.map((one) => [one.path, one.years, one.body.de])).toEqual(
    expect.arrayContaining([
      ['/organisationen/amt', [2031], 'E-Akte'],
      ['/organisationen/verein', [2030], ''],
    ]),
  )
  expect(organisations).toHaveLength(2)
  expect(organisations[0]!.names).toContain(`${organisations[0]!.path.split('/').at(-1)} e. V.`)
})

test('nobody is found any more when the last edition is taken back', async () => {
  await db.updateTable('editions').set({ visibility: 'draft' }).execute()
  expect((await readPersonDocuments(db)).map((one) => one.title.de)).toEqual(['KONTAKT'])
  expect(await readOrganisationDocuments(db)).toEqual([])
  await db.updateTable('editions').set({ visibility: 'public' }).execute()
  expect((await readPersonDocuments(db)).map((one) => one.title.de).sort()).toEqual(['BO', 'IDA', 'KONTAKT'])
})

test('each list is one query, however many there are', async () => {
  expect(await countQueries(db, readPersonDocuments)).toBe(1)
  expect(await countQueries(db, readOrganisationDocuments)).toBe(1)
})
