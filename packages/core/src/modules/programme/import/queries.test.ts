import type { Schedule, ScheduleSession } from '@fachtag/formats/schedule/types'
import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { largestSize, makeLargeEdition } from '../../../../test/large-edition.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { ensureOrganisations } from '../../people/organisations/commands.ts'
import { findProgrammeOverview } from '../overview/queries.ts'
import { findSession } from '../sessions/queries.ts'
import { importSchedule } from './commands.ts'
import { getEdition } from './edition/queries.ts'
import { findNamedOrganisations, readGround } from './queries.ts'

const { db } = await testDatabase()

function scheduleOf(sessions: readonly Partial<ScheduleSession>[]): Schedule {
  return {
    title: 'Tagung',
    timeZone: 'Europe/Berlin',
    rooms: [],
    tracks: [],
    sessions: sessions.map((session, n) => ({
      reference: `r${n}`,
      title: `Beitrag ${n}`,
      people: [],
      links: [],
      attachments: [],
      ...session,
    })),
  }
}

test('the ground knows what was brought, what is gone and where it is from', async () => {
  const edition = await addEdition(db, 'grund')
  const ctx = createContext(db, systemActor)
  const load = (schedule: Schedule) => importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'datei' })
  await addSessions(db, edition, [{ title: 'Von Hand' }])
  await load({ ...scheduleOf([{}, {}]), rooms: [{ name: 'Saal' }] })
  await load({ ...scheduleOf([{}]), rooms: [{ name: 'Saal' }] })
  const ground = await readGround(db, edition.id, 'datei')
  expect(ground.draft.sessions.map((session) => session.title).sort()).toEqual(['Beitrag 0', 'Von Hand'])
  expect(ground.removed.map((session) => [session.title, session.state])).toEqual([['Beitrag 1', 'planned']])
  expect([...ground.origins.values()].map(({ sourceKey, reference }) => `${sourceKey} ${reference}`).sort()).toEqual([
    'datei r0',
    'datei r1',
    'null null',
  ])
  expect(ground.brought).toEqual({ trackIds: [], roomIds: ground.draft.rooms.map((room) => room.id) })
  expect((await readGround(db, edition.id, 'andere')).brought).toEqual({ trackIds: [], roomIds: [] })
})

describe('organisations', () => {
  const people = [
    { name: 'Ida', organisation: 'STADT  Musterstadt' },
    { name: 'Bo', organisation: 'Verein ohne Seite' },
    { name: 'Eva' },
  ]

  test('with a page are found under any spelling', async () => {
    const [city] = await db.transaction().execute((tx) => ensureOrganisations(tx, ['Stadt Musterstadt']))
    const found = await findNamedOrganisations(db, scheduleOf([{ people }]))
    expect([...found.values()]).toEqual([city])
  })

  test('are linked in the programme, the others stay names', async () => {
    const edition = await addEdition(db, 'organisationen')
    const ctx = createContext(db, systemActor)
    await importSchedule(ctx, { editionId: edition.id, schedule: scheduleOf([{ people }]), sourceKey: 'datei' })
    const page = await findSession(db, edition.id, 'beitrag-0')
    expect(page?.session.appearances.map((one) => [one.organisationSlug, one.organisationName])).toEqual([
      ['stadt-musterstadt', 'Stadt Musterstadt'],
      [null, 'Verein ohne Seite'],
      [null, null],
    ])
  })

  test('that nobody names are not asked for', async () => {
    expect(await countQueries(db, (over) => findNamedOrganisations(over, scheduleOf([{}])))).toBe(0)
  })
})

test('importing takes as many queries for many sessions as for one', async () => {
  const person = (n: number) => ({ reference: `p${n}`, name: `Person ${n}`, organisation: 'Amt' })
  const programme = (size: number) =>
    scheduleOf(Array.from({ length: size }, (_, n) => ({ people: [person(n), person(n + 1)] })))
  const cost = async (slug: string, size: number) => {
    const edition = await addEdition(db, slug)
    const load = (over: typeof db, schedule: Schedule) =>
      importSchedule(createContext(over, systemActor), { editionId: edition.id, schedule, sourceKey: 'datei' })
    const first = await countQueries(db, (over) => load(over, programme(size)))
    const next = await countQueries(db, (over) => load(over, scheduleOf(programme(size).sessions.slice(1))))
    const same = await countQueries(db, (over) => load(over, scheduleOf(programme(size).sessions.slice(1))))
    return [first, next, same]
  }
  expect(await cost('viele', 40)).toEqual(await cost('wenige', 2))
})

test('the largest programmes go in whole', async () => {
  const edition = await addEdition(db, 'gross')
  const schedule = makeLargeEdition()
  const ctx = createContext(db, systemActor)
  const report = await importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'datei' })
  expect(report.counts.added).toBe(largestSize.sessions)
  const overview = await findProgrammeOverview(db, edition.id)
  expect([overview?.sessionCount, overview?.rooms.length, overview?.days.length]).toEqual([
    largestSize.sessions,
    largestSize.rooms,
    largestSize.days,
  ])
})

describe('an edition by its slug', () => {
  test.each([['reihe-suche'], [undefined]])('in the series %s', async (series) => {
    if (series) await addEdition(db, 'suche')
    await db.updateTable('series').set({ is_home: true }).where('slug', '=', 'reihe-suche').execute()
    expect(await getEdition(db, series, 'suche')).toMatchObject({ timeZone: 'Europe/Berlin' })
  })

  test('says what is not there', async () => {
    await expect(getEdition(db, 'reihe-suche', '1999')).rejects.toThrow('reihe-suche/1999')
  })
})
