import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { publishRelease } from './commands.ts'
import { findLatestRelease, findRelease, listChangelog, listReleases } from './queries.ts'

const { db } = await testDatabase()
let edition: TestEdition
let empty: TestEdition

async function publishOn(day: string, name?: string): Promise<void> {
  const ctx = createContext(db, systemActor, fixedClock(`${day}T08:00:00Z`))
  await publishRelease(ctx, { editionId: edition.id, name, note: name && 'Mit Dank an alle.' })
}

beforeAll(async () => {
  edition = await addEdition(db, 'staende')
  empty = await addEdition(db, 'ohne')
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const [id] = await addSessions(db, edition, [{ title: 'Alpha', day: '2031-11-05', startsAt: '2031-11-05T09:00' }])
  await publishOn('2031-09-01')
  await db
    .updateTable('sessions')
    .set({ room_id: roomId, starts_at: '2031-11-05T10:00' })
    .where('id', '=', id!)
    .execute()
  await publishOn('2031-09-02', 'Raumtausch')
  await db
    .updateTable('sessions')
    .set({ state: 'cancelled', title: 'Alpha (fällt aus)' })
    .where('id', '=', id!)
    .execute()
  await publishOn('2031-09-03')
})

test('releases are listed with how much each changed, the newest first', async () => {
  const nothing = { added: 0, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 }
  expect(await listReleases(db, edition.id)).toMatchObject([
    { number: 3, name: '3', note: null, changes: { ...nothing, cancelled: 1, changed: 1 } },
    {
      number: 2,
      name: 'Raumtausch',
      note: 'Mit Dank an alle.',
      publishedAt: '2031-09-02T08:00:00.000Z',
      changes: { ...nothing, moved: 1 },
    },
    { number: 1, changes: { ...nothing, added: 1 } },
  ])
  expect(await listReleases(db, empty.id)).toEqual([])
})

describe('one release', () => {
  test.each([
    [1, 'Alpha', '2031-11-05T09:00'],
    [2, 'Alpha', '2031-11-05T10:00'],
    [3, 'Alpha (fällt aus)', '2031-11-05T10:00'],
  ])('%d says what was published then', async (number, title, startsAt) => {
    expect((await findRelease(db, edition.id, number))?.programme.sessions).toMatchObject([{ title, startsAt }])
  })

  test('that does not exist is none', async () => {
    expect(await findRelease(db, edition.id, 4)).toBeNull()
    expect(await findLatestRelease(db, empty.id)).toBeNull()
    expect((await findLatestRelease(db, edition.id))?.number).toBe(3)
  })
})

test('the changelog tells what changed, without the first release', async () => {
  const entries = await listChangelog(db, edition.id)
  expect(entries.map(({ number }) => number)).toEqual([3, 2])
  expect(entries[1]?.report.moved).toMatchObject([
    {
      title: 'Alpha',
      from: { startsAt: '2031-11-05T09:00', room: null },
      to: { startsAt: '2031-11-05T10:00', room: 'saal' },
    },
  ])
  expect(entries[0]?.report).toMatchObject({
    cancelled: [{ slug: 'alpha' }],
    changed: [{ fields: [{ field: 'title', from: 'Alpha', to: 'Alpha (fällt aus)' }] }],
  })
  expect(await listChangelog(db, edition.id, 1)).toHaveLength(1)
})

test.each<[string, (over: typeof db) => Promise<unknown>]>([
  ['the list', (over) => listReleases(over, edition.id)],
  ['a release', (over) => findRelease(over, edition.id, 2)],
  ['the changelog', (over) => listChangelog(over, edition.id)],
])('%s takes one query', async (_what, read) => expect(await countQueries(db, read)).toBe(1))
