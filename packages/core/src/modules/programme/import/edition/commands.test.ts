import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { findEdition } from '../../../editions/queries.ts'
import { addEditionFor, importNewEdition } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-10-01T08:00:00Z'))
const schedule = {
  title: 'Tagung 2031',
  firstDay: '2031-11-05',
  timeZone: 'Europe/Vienna',
  city: 'Graz',
  rooms: [],
  tracks: [],
  sessions: [],
}

test('adds the edition, and the series where there is none', async () => {
  expect(await addEditionFor(ctx, { schedule })).toMatchObject({ seriesSlug: 'tagung', slug: '2031' })
  expect(await addEditionFor(ctx, { schedule, edition: 'zweite' })).toMatchObject({
    seriesSlug: 'tagung',
    slug: 'zweite',
  })
  const edition = await findEdition(db, 'tagung', '2031')
  expect(edition).toMatchObject({
    name: 'Tagung 2031',
    timeZone: 'Europe/Vienna',
    state: 'planned',
    date: { startsOn: '2031-11-05', endsOn: '2031-11-05' },
    venue: { city: 'Graz' },
    series: { name: 'Tagung', language: 'de' },
  })
  expect(await db.selectFrom('series').select('slug').execute()).toHaveLength(1)
})

test('leaves an edition alone that is there already', async () => {
  await addEditionFor(ctx, { schedule, series: 'andere' })
  const again = addEditionFor(ctx, { schedule: { ...schedule, title: 'Ganz anders' }, series: 'andere' })
  await expect(again).rejects.toThrow('edition.exists')
  expect((await findEdition(db, 'andere', '2031'))?.name).toBe('Tagung 2031')
})

const session = { reference: 'a', title: 'Alpha', people: [], links: [], attachments: [] }

test('a new edition comes with its programme, or in a dry run not at all', async () => {
  const input = { schedule: { ...schedule, sessions: [session] }, series: 'mit-programm', sourceKey: 'datei' }
  const tried = await importNewEdition(ctx, { ...input, dryRun: true })
  expect(tried.report.counts.added).toBe(1)
  expect(await findEdition(db, 'mit-programm', '2031')).toBeNull()
  expect(await db.selectFrom('series').select('id').where('slug', '=', 'mit-programm').execute()).toEqual([])
  const { edition, report } = await importNewEdition(ctx, input)
  expect(report.release?.number).toBe(1)
  expect(await findEdition(db, 'mit-programm', edition.slug)).toMatchObject({ id: edition.id })
})

test('where the programme fails there is no edition either', async () => {
  const broken = { ...schedule, sessions: [{ ...session, durationMinutes: -1 }] }
  await expect(importNewEdition(ctx, { schedule: broken, series: 'halb', sourceKey: 'datei' })).rejects.toThrow()
  expect(await db.selectFrom('series').select('id').where('slug', '=', 'halb').execute()).toEqual([])
})

test('the public may not add one', async () => {
  await expect(addEditionFor(createContext(db, publicActor), { schedule, series: 'x' })).rejects.toThrow(
    'access.denied',
  )
  expect(await db.selectFrom('series').select('id').where('slug', '=', 'x').execute()).toEqual([])
})
