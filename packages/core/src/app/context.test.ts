import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { publicActor, systemActor } from '../kernel/actor.ts'
import { fixedClock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { EventName, Events } from '../platform/context/types.ts'
import type { Transaction } from '../platform/database/tables.ts'
import { createContext } from './context.ts'

const { db } = await testDatabase()
const asked: [string, unknown][] = []
const clock = fixedClock('2031-10-01T08:00:00+02:00')
const ctx = createContext(db, systemActor, clock, async (_tx, job, payload) => {
  asked.push([job.name, payload])
})
const id = newId('edition')

beforeEach(async () => {
  asked.length = 0
  await db.deleteFrom('pages').execute()
})

const addPage = (tx: Transaction, slug: string) =>
  tx
    .insertInto('pages')
    .values({ id: newId('page'), slug, title: {}, body: {}, updated_at: '2031-10-01' })
    .execute()
const pages = async () => (await db.selectFrom('pages').select('slug').orderBy('slug').execute()).map((one) => one.slug)

describe('a transaction', () => {
  test('keeps all of it', async () => {
    await ctx.transaction(async (tx) => {
      await addPage(tx, 'a')
      await ctx.in(tx).transaction((same) => addPage(same, 'b'))
    })
    expect(await pages()).toEqual(['a', 'b'])
  })

  test('keeps nothing of it when a command within it fails, whoever catches that', async () => {
    const failing = ctx.transaction(async (tx) => {
      await addPage(tx, 'a')
      await ctx
        .in(tx)
        .transaction((same) => addPage(same, 'a'))
        .catch(() => {})
      await addPage(tx, 'b')
    })
    await expect(failing).rejects.toThrow()
    expect(await pages()).toEqual([])
  })

  test('is what a context within it reads', async () => {
    await ctx.transaction(async (tx) => {
      await addPage(tx, 'a')
      expect(await ctx.in(tx).db.selectFrom('pages').select('slug').execute()).toHaveLength(1)
      expect(await ctx.db.selectFrom('pages').select('slug').execute()).toEqual([])
    })
  })
})

describe('a context', () => {
  test('knows the present, and who acts within it too', async () => {
    expect(ctx.now().toString()).toBe('2031-10-01T06:00:00Z')
    await ctx.transaction(async (tx) => {
      expect([ctx.in(tx).actor, ctx.in(tx).now()]).toEqual([systemActor, ctx.now()])
    })
  })

  test('proves a right with what it is about, and refuses with its name', () => {
    expect(ctx.authorize('series.manage', { seriesId: 'srs_1' }).target).toEqual({ seriesId: 'srs_1' })
    const visitor = createContext(db, publicActor)
    expect(() => visitor.authorize('series.manage', { seriesId: 'srs_1' })).toThrow(
      expect.objectContaining({ code: 'access.denied', params: { permission: 'series.manage' } }),
    )
    expect([ctx, visitor].map((one) => one.may('series.manage', { seriesId: 'srs_1' }))).toEqual([true, false])
  })
})

describe('a fact', () => {
  test.each<[EventName, Events[EventName], [string, unknown][]]>([
    ['ProgrammePublished', { editionId: id, releaseId: 'rel_1' }, [['library.index-edition', { editionId: id }]]],
    ['EditionChanged', { editionId: id }, [['library.index-edition', { editionId: id }]]],
    ['SiteChanged', {}, [['library.index-site', {}]]],
  ])('%s asks for what has to follow', async (event, payload, jobs) => {
    await ctx.transaction((tx) => ctx.publish(tx, event, payload))
    expect(asked).toEqual(jobs)
  })

  test('without a queue is stated all the same', async () => {
    const quiet = createContext(db, systemActor)
    await expect(quiet.transaction((tx) => quiet.publish(tx, 'SiteChanged', {}))).resolves.toBeUndefined()
    expect(asked).toEqual([])
  })
})
