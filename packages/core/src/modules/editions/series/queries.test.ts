import { expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { saveSeries } from './commands.ts'
import { findHomeSeries, findSeries, listManagedSeries, listSeries } from './queries.ts'
import { seriesInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const slugs = (list: readonly { readonly slug: string }[]) => list.map((one) => one.slug)

test('organisers see every series, the public those that have something to show', async () => {
  expect(await findHomeSeries(db)).toBeNull()
  const edition = await addEdition(db, 'oeffentlich')
  const hidden = await addEdition(db, 'verborgen')
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', hidden.id).execute()
  await saveSeries(ctx, seriesInput.parse({ slug: 'leer', name: 'Leer' }))
  expect(slugs(await listManagedSeries(ctx))).toEqual(['leer', 'reihe-oeffentlich', 'reihe-verborgen'])
  expect(slugs(await listSeries(db))).toEqual(['reihe-oeffentlich'])
  await expect(listManagedSeries(createContext(db, publicActor))).rejects.toThrow('access.denied')
  const one = withRole('programme', { seriesId: edition.seriesId, editionId: edition.id })
  expect(slugs(await listManagedSeries(createContext(db, one)))).toEqual(['reihe-oeffentlich'])
  expect((await findSeries(db, 'reihe-verborgen'))?.editions).toEqual([])
  expect(slugs((await findSeries(db, 'reihe-oeffentlich'))!.editions)).toEqual([edition.slug])
})

test('the home series is shown also while it is empty, and there is only one', async () => {
  const home = (slug: string) => saveSeries(ctx, seriesInput.parse({ slug, name: slug, isHome: true }))
  await home('leer')
  expect(slugs(await listSeries(db))).toContain('leer')
  await home('anfang')
  expect(await findHomeSeries(db)).toMatchObject({ slug: 'anfang', isHome: true })
  expect(await findSeries(db, 'leer')).toMatchObject({ isHome: false })
  await saveSeries(ctx, seriesInput.parse({ slug: 'anfang', name: 'Anfang' }))
  expect(await findHomeSeries(db)).toBeNull()
})

test('a page of a series takes as many queries for many editions as for one', async () => {
  const { seriesId } = await addEdition(db, 'viele')
  const before = await countQueries(db, (counted) => findSeries(counted, 'reihe-viele'))
  for (const year of ['2032', '2033', '2034']) await addEditionOf(db, seriesId, year, `${year}-11-05`)
  expect(await countQueries(db, (counted) => findSeries(counted, 'reihe-viele'))).toBe(before)
  expect(slugs((await findSeries(db, 'reihe-viele'))!.editions)).toEqual(['2034', '2033', '2032', 'viele'])
})
