import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition } from '../../../../../test/programme.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { addNews } from '../../news/entries/commands.ts'
import { newsForm } from '../../news/entries/schema.ts'
import { changePage } from '../../pages/commands.ts'
import { addSource } from '../../sources/record/commands.ts'
import { seriesInput } from '../schema.ts'
import { addSeries } from './commands.ts'

const { db } = await testDatabase()
const { seriesId } = await addEdition(db, 'wettlauf')

/** What two are told who do the same at once; a fault counts as one. */
async function twice(over: Db, work: (over: Db) => Promise<{ readonly kind: string } | string>): Promise<string[]> {
  const told = async () =>
    work(over).then(
      (outcome) => (typeof outcome === 'string' ? 'saved' : outcome.kind),
      () => 'fault',
    )
  return (await Promise.all([told(), told()])).sort()
}
const ctx = (over: Db) => createContext(over, systemActor)

const races = {
  series: (slug: string) => (over: Db) => addSeries(ctx(over), seriesInput.parse({ slug, name: slug })),
  page: (slug: string) => (over: Db) => changePage(ctx(over), { slug, title: { de: 'x' }, body: {} }),
  news: (title: string) => (over: Db) => addNews(ctx(over), { seriesId }, newsForm.parse({ title: { de: title } })),
  source: (title: string) => (over: Db) => addSource(ctx(over), { seriesId }, { title }),
}

test.each([
  ['series', ['saved', 'taken']],
  ['page', ['conflict', 'saved']],
  ['news', ['saved', 'saved']],
  ['source', ['saved', 'saved']],
] as const)('two who add the same %s at once are told %j', async (name, told) => {
  expect(await twice(db, races[name]('zugleich'))).toEqual(told)
})

test('news and sources of the same name have addresses of their own', async () => {
  const slugs = await db.selectFrom('news').select('slug').orderBy('slug').execute()
  const keys = await db.selectFrom('sources').select('key').orderBy('key').execute()
  expect([slugs.map(({ slug }) => slug), keys.map(({ key }) => key)]).toEqual([
    ['zugleich', 'zugleich-2'],
    ['zugleich', 'zugleich-2'],
  ])
})

test.each([
  // Without the lock the second silently gets the first one's series, or overwrites the first one's text.
  ['series', ['saved', 'saved']],
  ['page', ['saved', 'saved']],
  ['news', ['fault', 'saved']],
  ['source', ['fault', 'saved']],
] as const)('without the lock, of %s they are told %j', async (name, told) => {
  expect(await twice(withoutLocks(db, 2), races[name]('ohne-sperre'))).toEqual(told)
})
