import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { readPublicationStamp } from '../../../platform/database/publication.ts'
import { findProgrammeOverview } from '../overview/queries.ts'
import { findSession, listAllSessions } from '../sessions/queries.ts'
import { publishRelease } from './commands.ts'
import { findRelease, listChangelog, listReleases } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-10-01T08:00:00Z'))

test('publishing shows the draft, and only what was published', async () => {
  const edition = await addEdition(db, 'eins')
  const { trackId, roomId } = await addTrackAndRoom(db, edition, 'saal')
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  const at = { day: '2031-11-05', trackId, roomId }
  await addSessions(db, edition, [
    { title: 'Eröffnung', type: 'opening', ...at, startsAt: '2031-11-05T09:00', durationMinutes: 30 },
    { title: 'E Akte', ...at, startsAt: '2031-11-05T09:30', durationMinutes: 45, personIds: [ida], abstract: 'Lang.' },
    { title: 'Ohne Zeit', language: 'en' },
    { title: 'Entfernt', state: 'removed' },
  ])
  expect(await listAllSessions(db, edition.id)).toEqual([])

  const stamp = await readPublicationStamp(db)
  const outcome = await publishRelease(ctx, { editionId: edition.id, name: 'Erster Stand', note: 'Es geht los.' })
  expect(await readPublicationStamp(db)).toBe(stamp + 1)
  expect(outcome).toMatchObject({ kind: 'published', release: { number: 1, changes: { added: 3 } } })

  const cards = await listAllSessions(db, edition.id)
  expect(cards.map((card) => [card.title, card.endsAt, card.track?.name ?? null])).toEqual([
    ['Eröffnung', '2031-11-05T09:30', 'saal'],
    ['E Akte', '2031-11-05T10:15', 'saal'],
    ['Ohne Zeit', null, null],
  ])
  expect(cards[1]).not.toHaveProperty('abstract')
  const page = await findSession(db, edition.id, 'e-akte')
  expect(page?.session.abstract).toBe('Lang.')
  expect(page?.previous?.title).toBe('Eröffnung')
  expect(page?.next).toBeNull()
  expect(await findProgrammeOverview(db, edition.id)).toMatchObject({
    release: { number: 1, name: 'Erster Stand', publishedAt: '2031-10-01T08:00:00.000Z' },
    sessionCount: 3,
    personCount: 1,
    days: [{ day: '2031-11-05', count: 2, timedCount: 2 }],
    withoutDay: 1,
    withoutTime: 1,
    tracks: [{ name: 'saal', count: 2 }],
    types: [
      { type: 'talk', count: 2 },
      { type: 'opening', count: 1 },
    ],
    languages: [
      { language: 'de', count: 2 },
      { language: 'en', count: 1 },
    ],
  })
})

test('a draft that is published already makes no release', async () => {
  const edition = await addEdition(db, 'zwei')
  await addSessions(db, edition, [{ title: 'Alpha' }])
  await publishRelease(ctx, { editionId: edition.id })
  const stamp = await readPublicationStamp(db)
  expect(await publishRelease(ctx, { editionId: edition.id })).toEqual({ kind: 'unchanged' })
  expect(await listReleases(db, edition.id)).toHaveLength(1)
  expect(await readPublicationStamp(db)).toBe(stamp)
})

test('a further release keeps the one before, says what changed and counts calendar changes', async () => {
  const edition = await addEdition(db, 'drei')
  const [a, b] = await addSessions(db, edition, [{ title: 'Alpha' }, { title: 'Beta' }])
  await publishRelease(ctx, { editionId: edition.id })
  await db.updateTable('sessions').set({ title: 'Alpha neu', abstract: 'x' }).where('id', '=', a!).execute()
  await db.updateTable('sessions').set({ state: 'removed' }).where('id', '=', b!).execute()
  await publishRelease(ctx, { editionId: edition.id })
  await db.updateTable('sessions').set({ state: 'planned' }).where('id', '=', b!).execute()
  await publishRelease(ctx, { editionId: edition.id })

  const releases = await listReleases(db, edition.id)
  expect(releases.map(({ number, name, changes }) => [number, name, changes])).toEqual([
    [3, '3', { added: 1, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 }],
    [2, '2', { added: 0, removed: 1, cancelled: 0, reinstated: 0, moved: 0, changed: 1 }],
    [1, '1', { added: 2, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 }],
  ])
  expect((await findRelease(db, edition.id, 1))?.programme.sessions.map((one) => one.title).sort()).toEqual([
    'Alpha',
    'Beta',
  ])
  expect((await listChangelog(db, edition.id)).map((entry) => entry.number)).toEqual([3, 2])
  expect((await findSession(db, edition.id, 'alpha'))?.sequence).toBe(1)
  expect((await findSession(db, edition.id, 'beta'))?.sequence).toBe(2)
})

test('a release cannot be changed', async () => {
  const edition = await addEdition(db, 'vier')
  await publishRelease(ctx, { editionId: edition.id })
  const writing = db.updateTable('releases').set({ name: 'anders' }).where('edition_id', '=', edition.id).execute()
  await expect(writing).rejects.toThrow('a release is immutable')
})

test('the public may not publish, and an unknown edition says so', async () => {
  const edition = await addEdition(db, 'sechs')
  const stranger = createContext(db, publicActor)
  await expect(publishRelease(stranger, { editionId: edition.id })).rejects.toThrow('access.denied')
  await expect(publishRelease(ctx, { editionId: 'edi_none' })).rejects.toThrow('edition.not_found')
  const releases = await sql<{ count: number }>`select count(*)::int as count from releases
    where edition_id = ${edition.id}`.execute(db)
  expect(releases.rows[0]?.count).toBe(0)
})
