import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { listPublicPaths } from './queries.ts'

const { db } = await testDatabase()

test('an empty site has no pages about anything', async () => expect(await listPublicPaths(db)).toEqual([]))

test('lists what the public can see, and nothing else', async () => {
  const edition = await addEdition(db, '2031')
  const draft = await addEditionOf(db, edition.seriesId, '2033', '2033-11-05')
  await addPerson(db, 'niemand', 'Ohne Auftritt')
  const personIds = [await addPerson(db, 'erika-muster', 'Erika Muster')]
  await addSessions(db, edition, [
    { title: 'Beitrag', personIds },
    { title: 'Weg', state: 'removed' },
  ])
  await addSessions(db, draft, [{ title: 'Geheim', personIds }])
  for (const { id } of [edition, draft]) await publishRelease(createContext(db, systemActor), { editionId: id })
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', draft.id).execute()
  await db
    .insertInto('recaps')
    .values({ id: newId('recap'), edition_id: edition.id, title: {}, body: {}, visibility: 'public' })
    .execute()
  await db
    .insertInto('news')
    .values({ id: newId('news'), series_id: edition.seriesId, slug: 'neu', title: { de: 'x' }, visibility: 'draft' })
    .execute()
  expect(await listPublicPaths(db)).toEqual([
    '/reihe-2031',
    '/reihe-2031/2031',
    '/reihe-2031/2031/programm',
    '/reihe-2031/2031/rueckblick',
    '/personen/erika-muster',
    '/reihe-2031/2031/programm/beitrag/beitrag',
  ])
})

test('leaves out what would be an empty page: topics of drafts, recaps of what is in no programme', async () => {
  const [shown, draft] = [await addEdition(db, 'gezeigt'), await addEdition(db, 'geplant')]
  const topics = ['offen', 'verborgen'].map((slug) => ({ id: newId('topic'), slug, name: { de: slug } }))
  await db.insertInto('topics').values(topics).execute()
  const [open, gone] = await addSessions(db, shown, [{ title: 'Offen' }, { title: 'Weg', state: 'removed' }])
  const [hidden] = await addSessions(db, draft, [{ title: 'Verborgen' }])
  const about = [open!, hidden!].map((session_id, index) => ({ session_id, topic_id: topics[index]!.id }))
  await db.insertInto('session_topics').values(about).execute()
  for (const { id } of [shown, draft]) await publishRelease(createContext(db, systemActor), { editionId: id })
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', draft.id).execute()
  const recap = { id: newId('recap'), edition_id: shown.id, title: {}, body: {}, visibility: 'public' as const }
  await db
    .insertInto('recaps')
    .values({ ...recap, session_id: gone! })
    .execute()
  const paths = await listPublicPaths(db)
  expect(paths.filter((path) => path.startsWith('/themen/'))).toEqual(['/themen/offen'])
  expect(paths).not.toContain('/reihe-gezeigt/gezeigt/rueckblick')
  await db.updateTable('recaps').set({ session_id: open! }).where('id', '=', recap.id).execute()
  expect(await listPublicPaths(db)).toContain('/reihe-gezeigt/gezeigt/rueckblick')
})

test('asks once', async () => expect(await countQueries(db, listPublicPaths)).toBe(1))
