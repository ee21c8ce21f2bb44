import { beforeAll, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { readEditionDocuments } from './queries.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, '2031')
const other = await addEditionOf(db, edition.seriesId, '2032', '2032-11-05')
const publish = (editionId: string) => publishRelease(createContext(db, systemActor), { editionId })
const [de, en] = ['Gut **gemacht**.', 'Well done.']

function addRecap(session_id: string | null, visibility: 'draft' | 'public', body: object) {
  const row = { id: newId('recap'), edition_id: edition.id, session_id, title: { de: 'Rückblick' }, visibility }
  return db
    .insertInto('recaps')
    .values({ ...row, body })
    .execute()
}

function addMaterial(title: string, session_id: string | null, has_consent: boolean, state: 'available' | 'lost') {
  const row = { id: newId('material'), edition_id: edition.id, session_id, kind: 'slides' as const, title }
  return db
    .insertInto('materials')
    .values({ ...row, has_consent, state })
    .execute()
}

beforeAll(async () => {
  const place = await addTrackAndRoom(db, edition, 'a')
  const person = await addPerson(db, 'ida', 'Ida Öhm')
  await db
    .insertInto('person_names')
    .values([
      { person_id: person, name: 'Ida Öhm', folded: 'ida ohm' },
      { person_id: person, name: 'Ida Oehm-Berg', folded: 'ida oehm berg' },
    ])
    .execute()
  const topic = { id: newId('topic'), slug: 'e-akte', name: { de: 'E-Akte', en: 'E-file' } }
  await db.insertInto('topics').values(topic).execute()
  await db.insertInto('topic_synonyms').values({ topic_id: topic.id, term: 'DMS', folded: 'dms' }).execute()
  const [talk, gone] = await addSessions(db, edition, [
    { title: 'Vom Papier weg', ...place, abstract: 'In [drei](https://example.org) Jahren.', personIds: [person] },
    { title: 'Entfernt', state: 'removed' },
    { title: 'Mittag', type: 'break' },
    { title: 'Open data', type: 'workshop', language: 'en' },
    { title: 'Fällt aus', state: 'cancelled', type: 'panel' },
  ])
  await db.insertInto('session_topics').values({ session_id: talk!, topic_id: topic.id }).execute()
  await publish(edition.id)
  await addRecap(talk!, 'public', { de, en })
  await addRecap(null, 'public', { de })
  await addRecap(gone!, 'public', { de: 'Geheim' })
  for (const [title, session, consent, state] of [
    ['Folien', talk!, true, 'available'],
    ['Ohne Zustimmung', talk!, false, 'available'],
    ['Verloren', talk!, true, 'lost'],
    ['Vom Entfernten', gone!, true, 'available'],
    ['Heft zur Tagung', null, true, 'available'],
  ] as const)
    await addMaterial(title, session, consent, state)
})

test('holds what the public can see of an edition, and nothing else', async () => {
  const documents = await readEditionDocuments(db, edition.id)
  expect(documents.map((one) => `${one.kind} ${one.title.de ?? one.title.en}`).sort()).toEqual([
    'edition Tagung 2031',
    'material Folien',
    'material Heft zur Tagung',
    'recap Rückblick',
    'session Fällt aus',
    'session Open data',
    'session Vom Papier weg',
  ])
  expect(JSON.stringify(documents)).not.toMatch(/Geheim|Entfernt|Zustimmung|example\.org|\*\*/)
})

test('a session is found by its people under every name, its topics with their synonyms, its recap', async () => {
  const documents = await readEditionDocuments(db, edition.id)
  expect(documents.find((one) => one.title.de === 'Vom Papier weg')).toMatchObject({
    path: '/reihe-2031/2031/programm/beitrag/vom-papier-weg',
    people: 'Ida Öhm (Leitung, Stadt Musterhausen)',
    names: ['Vortrag', 'E-Akte', 'E-file', 'DMS', 'Ida Oehm-Berg'],
    lead: { de: 'In drei Jahren.' },
    body: { de: 'Rückblick\nGut gemacht.', en: 'Well done.' },
    edition: 'Tagung 2031',
    years: [2031],
    topics: ['e-akte'],
  })
  expect(documents.find((one) => one.title.en === 'Open data')).toMatchObject({ language: 'en', names: ['Workshop'] })
})

test('materials lead to where they are offered', async () => {
  const documents = await readEditionDocuments(db, edition.id)
  const paths = documents.filter((one) => one.kind === 'material').map((one) => [one.title.de, one.path])
  expect(Object.fromEntries(paths)).toEqual({
    Folien: '/reihe-2031/2031/programm/beitrag/vom-papier-weg',
    'Heft zur Tagung': '/reihe-2031/2031',
  })
})

test('an edition that is not public, or not there, has nothing to find', async () => {
  await addSessions(db, other, [{ title: 'Verborgen' }])
  await publish(other.id)
  expect(await readEditionDocuments(db, other.id)).toHaveLength(2)
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', other.id).execute()
  expect(await readEditionDocuments(db, other.id)).toEqual([])
  expect(await readEditionDocuments(db, 'edi_none')).toEqual([])
})

test('reading takes as many queries for many sessions as for one', async () => {
  await db.updateTable('editions').set({ visibility: 'public' }).where('id', '=', other.id).execute()
  const counts = [other.id, edition.id].map((id) => countQueries(db, (counted) => readEditionDocuments(counted, id)))
  const [one, many] = await Promise.all(counts)
  expect(many).toBe(one)
})
