import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { newToken } from '../../../kernel/tokens.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { publishRelease } from '../release/commands.ts'
import { countBookmarksOf, mostLists } from './commands.ts'
import { countBookmarks, countVisitorsOf, listBookmarks } from './queries.ts'

const { db } = await testDatabase()
const visitor = createContext(db, publicActor)
let edition: TestEdition
let scope: EditionScope
let ids: string[]

beforeAll(async () => {
  edition = await addEdition(db, 'merken')
  scope = await scopeOfEdition(db, edition.id)
  ids = await addSessions(
    db,
    edition,
    ['alpha', 'beta', 'gamma'].map((title) => ({ title })),
  )
  await publishRelease(createContext(db, systemActor), { editionId: edition.id })
  await addSessions(db, edition, [{ title: 'entwurf' }])
})

beforeEach(async () => {
  await db.deleteFrom('bookmark_lists').execute()
})

const count = (token: string, ...slugs: string[]) => countBookmarksOf(visitor, edition.id, { token, slugs })

describe('what a visitor has marked', () => {
  test('is counted once for each browser, as it was marked last', async () => {
    const [ida, bo] = [newToken(), newToken()]
    expect(await count(ida, 'alpha', 'beta')).toEqual({ kind: 'counted' })
    expect(await count(bo, 'beta')).toEqual({ kind: 'counted' })
    expect(await count(ida, 'beta', 'gamma')).toEqual({ kind: 'counted' })
    expect(await countBookmarks(db, scope)).toEqual(
      new Map([
        [ids[1], 2],
        [ids[2], 1],
      ]),
    )
  })

  test('is forgotten when nothing is marked any more', async () => {
    const token = newToken()
    await count(token, 'alpha')
    expect(await count(token)).toEqual({ kind: 'forgotten' })
    expect(await db.selectFrom('bookmark_lists').selectAll().execute()).toEqual([])
  })

  test.each([
    ['the draft', 'entwurf'],
    ['nowhere', 'gibt-es-nicht'],
    ['an address that is none', "'; drop table bookmark_lists --"],
  ])('is not counted for what is in %s', async (_, slug) => {
    expect(await count(newToken(), slug)).toEqual({ kind: 'forgotten' })
    await count(newToken(), slug, 'alpha')
    expect([...(await countBookmarks(db, scope)).keys()]).toEqual([ids[0]])
  })

  test('says nothing of the browser, and nothing that joins the lists of two editions', async () => {
    const other = await addEdition(db, 'andere')
    const [id] = await addSessions(db, other, [{ title: 'alpha' }])
    await publishRelease(createContext(db, systemActor), { editionId: other.id })
    const token = newToken()
    await count(token, 'alpha')
    await countBookmarksOf(visitor, other.id, { token, slugs: ['alpha'] })
    const rows = await db.selectFrom('bookmark_lists').selectAll().execute()
    expect(rows.map((row) => [row.edition_id, row.session_ids])).toEqual(
      expect.arrayContaining([
        [edition.id, [ids[0]]],
        [other.id, [id]],
      ]),
    )
    expect(rows[0]!.key).not.toBe(rows[1]!.key)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('is counted no more when somebody makes lists up, but for those who were counted before', async () => {
    const token = newToken()
    await count(token, 'alpha')
    const made = Array.from({ length: mostLists - 1 }, (_, n) => ({
      key: `k${n}`,
      edition_id: edition.id,
      session_ids: [ids[0]!],
      counted_at: '2031-01-01T00:00:00Z',
    }))
    for (let from = 0; from < made.length; from += 5000)
      await db
        .insertInto('bookmark_lists')
        .values(made.slice(from, from + 5000))
        .execute()
    expect(await count(newToken(), 'beta')).toEqual({ kind: 'full' })
    expect(await count(token, 'beta')).toEqual({ kind: 'counted' })
  })
})

test('lists that are equal come as one, whatever the order in which they were marked', async () => {
  await count(newToken(), 'gamma', 'alpha')
  await count(newToken(), 'alpha', 'gamma')
  await count(newToken(), 'beta')
  expect(await listBookmarks(db, scope)).toEqual([
    { sessions: [ids[0], ids[2]].sort(), count: 2 },
    { sessions: [ids[1]], count: 1 },
  ])
})

test.each([
  [[0, 1], 3],
  [[2], 2],
  [[], 0],
])('of those who marked sessions %j there are %d', async (wanted, expected) => {
  await count(newToken(), 'alpha', 'gamma')
  await count(newToken(), 'beta')
  await count(newToken(), 'alpha', 'beta', 'gamma')
  const asked = wanted.map((index) => ids[index]!)
  expect(await countVisitorsOf(db, scope, asked)).toBe(expected)
})

test('one query reads as many lists as there are', async () => {
  const read = () => countQueries(db, (over) => Promise.all([countBookmarks(over, scope), listBookmarks(over, scope)]))
  await count(newToken(), 'alpha')
  const one = await read()
  await count(newToken(), 'beta')
  await count(newToken(), 'gamma')
  expect(await read()).toBe(one)
  expect(one).toBe(2)
})
