import { beforeAll, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { saveNews, saveNewsCategories } from '../../../editions/news/commands.ts'
import { newsInput } from '../../../editions/news/schema.ts'
import { savePage } from '../../../editions/pages/commands.ts'
import { saveTopics } from '../../../editions/topics/commands.ts'
import { topicInput } from '../../../editions/topics/schema.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { readSiteDocuments } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, '2031')
const [publicNews, draftNews] = (['public', 'draft'] as const).map((visibility) =>
  newsInput.parse({
    slug: visibility,
    title: { de: `Meldung ${visibility}`, en: 'News' },
    summary: { de: 'Kurz *gesagt*' },
    body: { de: 'Mehr unter [der Seite](https://example.org/pfad)' },
    category: 'termine',
    publishedOn: '2030-12-24',
    visibility,
  }),
)

beforeAll(async () => {
  const topics = await saveTopics(
    ctx,
    [
      { slug: 'e-akte', name: { de: 'E-Akte' }, description: { de: 'Akten **ohne** Papier' }, synonyms: ['DMS'] },
      { slug: 'ki', name: { de: 'Künstliche Intelligenz' } },
    ].map((topic) => topicInput.parse(topic)),
  )
  const [session] = await addSessions(db, edition, [{ title: 'Akten' }])
  await db
    .insertInto('session_topics')
    .values({ session_id: session!, topic_id: topics.get('e-akte')! })
    .execute()
  await publishRelease(ctx, { editionId: edition.id })
  await saveNewsCategories(ctx, edition.seriesId, [{ slug: 'termine', name: { de: 'Termine' } }])
  await saveNews(ctx, edition.seriesId, [publicNews!, draftNews!])
  await savePage(ctx, { slug: 'impressum', title: { de: 'Impressum' }, body: { de: '# Stadt\n\nRathaus' } })
})

const byPath = async () => new Map((await readSiteDocuments(db)).map((one) => [one.path, one]))

test('holds topics, news and pages, and no draft', async () => {
  expect([...(await byPath()).keys()].sort()).toEqual([
    '/impressum',
    '/reihe-2031/aktuelles/public',
    '/themen/e-akte',
    '/themen/ki',
  ])
})

test('a topic is found by its synonyms, in the years in which somebody spoke about it', async () => {
  const documents = await byPath()
  expect(documents.get('/themen/e-akte')).toMatchObject({
    names: ['DMS'],
    lead: { de: 'Akten ohne Papier' },
    years: [2031],
    topics: ['e-akte'],
  })
  expect(documents.get('/themen/ki')?.years).toEqual([])
})

test('a topic has no years of an edition that is not public', async () => {
  await db.updateTable('editions').set({ visibility: 'draft' }).execute()
  expect((await byPath()).get('/themen/e-akte')?.years).toEqual([])
  await db.updateTable('editions').set({ visibility: 'public' }).execute()
})

test('news and pages are found as plain text, in the year of their date', async () => {
  const documents = await byPath()
  expect(documents.get('/reihe-2031/aktuelles/public')).toMatchObject({
    title: { de: 'Meldung public', en: 'News' },
    names: ['Termine'],
    lead: { de: 'Kurz gesagt' },
    body: { de: 'Mehr unter der Seite' },
    years: [2030],
  })
  expect(documents.get('/impressum')?.body).toEqual({ de: 'Stadt\nRathaus' })
})

test('more of them do not need more queries', async () => {
  const before = await countQueries(db, readSiteDocuments)
  await saveNews(ctx, edition.seriesId, [{ ...draftNews!, visibility: 'public' }])
  await saveTopics(ctx, [topicInput.parse({ slug: 'neu', name: { de: 'Neu' } })])
  expect((await byPath()).size).toBe(6)
  expect(await countQueries(db, readSiteDocuments)).toBe(before)
})
