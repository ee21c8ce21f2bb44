import path from 'node:path'
import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { findEdition } from '../../editions/queries.ts'
import { findSeries } from '../../editions/series/queries.ts'
import { listCalendarSessions } from '../../programme/calendar/queries.ts'
import { toCalendarEvents } from '../../programme/calendar/rules.ts'
import { listReleases } from '../../programme/release/queries.ts'
import { canonicalise } from './canonical/rules.ts'
import { importArchive, isArchiveLoaded } from './commands.ts'
import { exportArchive } from './export/queries.ts'
import { readArchive } from './files/queries.ts'
import { type Archive, archiveSchema } from './schema.ts'

const { db } = await testDatabase()
const asked: string[] = []
const ctx = createContext(db, systemActor, undefined, async (_tx, job) => {
  asked.push(job.name)
})
const content = path.resolve(import.meta.dirname, '../../../../../../content/mitteldeutscher-it-fachtag')
const { archive } = (await readArchive(content)) as { archive: Archive }
const slug = archive.series.slug

function changed(change: (edition: Archive['editions'][number]) => object): Archive {
  const editions = archive.editions.map((one) => (one.slug === '2024' ? { ...one, ...change(one) } : one))
  return archiveSchema.parse({ ...archive, editions })
}

test('a rehearsal says everything is new and writes nothing', async () => {
  const outcome = await importArchive(ctx, archive, { dryRun: true })
  expect(outcome).toMatchObject({ kind: 'planned' })
  expect(outcome.kind === 'planned' && outcome.changes.every((one) => one.change === 'added')).toBe(true)
  expect(await isArchiveLoaded(db, slug)).toBe(false)
})

test('what was imported is exported again', async () => {
  expect(await importArchive(ctx, archive)).toMatchObject({ kind: 'imported' })
  expect(await exportArchive(db, slug)).toEqual(canonicalise(archive))
  expect(await isArchiveLoaded(db, slug)).toBe(true)
})

test('everything that was imported will be found: each edition, the unpublished too, and what belongs to none', () => {
  expect(asked.toSorted()).toEqual([...Array(5).fill('library.index-edition'), 'library.index-site'])
})

test('the same archive again changes nothing', async () => {
  asked.length = 0
  expect(await importArchive(ctx, archive)).toEqual({ kind: 'unchanged' })
  expect(asked).toEqual([])
})

test('the public sees it: editions, organisers, figures with sources, the contact', async () => {
  const series = await findSeries(db, slug)
  expect(series?.editions.map((one) => one.slug)).toEqual(['2024', '2019', '2018', '2017', '2016'])
  expect(series?.contacts).toMatchObject([{ name: 'Lars Greifzu', function: 'Prokurist', phone: '+49 170 5606300' }])
  const edition = await findEdition(db, slug, '2017')
  expect(edition?.attendance.map((one) => [one.count, one.sessionKey, one.source?.key])).toEqual([
    [180, null, 'bericht-2017'],
    [200, null, 'meldung-2017'],
    [60, 'e-akte-in-thueringen', 'bericht-2017'],
  ])
  const published = await db.selectFrom('published_sessions').select('session_id').execute()
  expect(published).toHaveLength(44)
})

test('what took place on one day is in calendars as entries of that day, and in no others', async () => {
  const entries = async (year: string) => {
    const { id } = (await findEdition(db, slug, year))!
    return toCalendarEvents(await listCalendarSessions(db, id), { stamp: '', addressOf: String, venue: '' })
  }
  const of2024 = await entries('2024')
  expect(of2024).toHaveLength(archive.editions.find((one) => one.slug === '2024')!.sessions.length)
  expect(new Set(of2024.map((one) => one.start))).toEqual(new Set(['2024-11-27']))
  expect(await entries('2016')).toEqual([])
})

test('an edition about which nothing is told is not published, the others are, once', async () => {
  const editions = await db.selectFrom('editions').select(['id', 'slug']).orderBy('slug').execute()
  const counts = await Promise.all(editions.map(async (one) => [one.slug, (await listReleases(db, one.id)).length]))
  expect(counts).toEqual([
    ['2016', 1],
    ['2017', 1],
    ['2018', 1],
    ['2019', 0],
    ['2024', 1],
  ])
})

test('a session that the archive leaves out leaves the programme and comes back under its address', async () => {
  const before = await db.selectFrom('published_sessions').select('session_id').where('slug', '=', 'pausen').execute()
  const shorter = changed(({ sessions }) => ({ sessions: sessions.filter((one) => one.slug !== 'pausen') }))
  expect(await importArchive(ctx, shorter)).toEqual({
    kind: 'imported',
    changes: [
      { change: 'changed', kind: 'edition', key: '2024' },
      { change: 'removed', kind: 'session', key: '2024/pausen' },
    ],
  })
  expect(await exportArchive(db, slug)).toEqual(canonicalise(shorter))
  await importArchive(ctx, archive)
  expect(await exportArchive(db, slug)).toEqual(canonicalise(archive))
  const after = await db.selectFrom('published_sessions').select('session_id').where('slug', '=', 'pausen').execute()
  expect(after).toEqual(before)
})

test('who appears keeps the id of the appearance when something else changes', async () => {
  const ids = () => db.selectFrom('appearances').select(['id', 'replaces_id']).orderBy('id').execute()
  const before = await ids()
  const renamed = changed(({ sessions }) => ({ sessions: sessions.map((one) => ({ ...one, subtitle: 'Neu' })) }))
  expect((await importArchive(ctx, renamed)).kind).toBe('imported')
  expect(await ids()).toEqual(before)
  expect(before.filter((one) => one.replaces_id)).toHaveLength(1)
  await importArchive(ctx, archive)
})

test('what nothing mentions is stored, and not new the next time', async () => {
  const more = {
    ...archive,
    topics: [...archive.topics, { slug: 'neu', name: { de: 'Neu' }, description: {}, synonyms: [] }],
  }
  expect(await importArchive(ctx, more)).toEqual({
    kind: 'imported',
    changes: [{ change: 'added', kind: 'topic', key: 'neu' }],
  })
  expect(await importArchive(ctx, more)).toEqual({ kind: 'unchanged' })
})

test('a broken archive changes nothing, and visitors may not', async () => {
  const broken = changed(() => ({ source: 'nowhere' }))
  await expect(importArchive(ctx, broken)).rejects.toMatchObject({
    code: 'archive.broken_reference',
    params: { file: 'editions/2024.yaml', field: 'source' },
  })
  const unknownPlace = changed(() => ({ venue: { city: 'Nirgends', ars: '999999999999' }, name: 'Halb' }))
  await expect(importArchive(ctx, unknownPlace)).rejects.toMatchObject({
    code: 'archive.unknown_region',
    params: { ars: '999999999999' },
  })
  expect((await findEdition(db, slug, '2024'))?.name).toBe('IT-Fachtag 2024')
  await expect(importArchive(createContext(db, publicActor), archive)).rejects.toThrow('access.denied')
})

test('more sessions do not need more queries', async () => {
  const few = await countQueries(db, (counted) => exportArchive(counted, slug))
  await importArchive(
    ctx,
    changed(({ sessions }) => ({ sessions: sessions.slice(0, 1) })),
  )
  expect(await countQueries(db, (counted) => exportArchive(counted, slug))).toBe(few)
})
