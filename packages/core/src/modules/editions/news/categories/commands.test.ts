import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { findManagedSeries } from '../../series/profile/queries.ts'
import { addNews } from '../entries/commands.ts'
import { newsForm } from '../entries/schema.ts'
import { changeCategories } from './commands.ts'
import { listCategories } from './queries.ts'
import { categoriesForm } from './schema.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, foreign } = places
const system = createContext(db, systemActor)

const form = (...categories: (readonly [slug: string | undefined, de: string])[]) =>
  categoriesForm.parse({ categories: categories.map(([slug, de]) => ({ slug, name: { de } })) })
const save = (...rows: Parameters<typeof form>) => changeCategories(system, own, form(...rows))
const read = async (scope = own) => (await listCategories(db, scope)).map(({ slug, name }) => [slug, name.de])

describe('the news categories of a series', () => {
  test('get their keys from their names, and everybody hears of them', async () => {
    const rows = form([undefined, 'Rückblick'], [undefined, 'Rückblick'], [undefined, '…'], ['termine', 'Termine'])
    expect(await hear(db, systemActor, (ctx) => changeCategories(ctx, own, rows))).toEqual({
      answer: { kind: 'saved' },
      touched: 1,
      jobs: [['library.index-site', {}]],
    })
    expect(await read()).toEqual([
      ['rubrik', '…'],
      ['rueckblick', 'Rückblick'],
      ['rueckblick-2', 'Rückblick'],
      ['termine', 'Termine'],
    ])
  })

  test('are renamed, keep their keys, and go when they are left out', async () => {
    await save(['rueckblick', 'Nachlese'], ['termine', 'Daten'])
    expect(await read()).toEqual([
      ['rueckblick', 'Nachlese'],
      ['termine', 'Daten'],
    ])
  })

  test('a new one does not take the key of one that stays', async () => {
    await save([undefined, 'Termine'], ['termine', 'Daten'])
    expect(await read()).toEqual([
      ['termine', 'Daten'],
      ['termine-2', 'Termine'],
    ])
  })

  test('one with news is not left out, and nothing else changes either', async () => {
    await save(['termine', 'Termine'], ['rueckblick', 'Rückblick'])
    await addNews(system, own, newsForm.parse({ title: { de: 'Tag' }, category: 'termine' }))
    const refused = await hear(db, systemActor, (ctx) => changeCategories(ctx, own, form([undefined, 'Neu'])))
    expect(refused).toEqual({ answer: { kind: 'in-use' }, touched: 0, jobs: [] })
    expect((await read()).map(([slug]) => slug)).toEqual(['rueckblick', 'termine'])
    expect(await save(['termine', 'Termine'])).toEqual({ kind: 'saved' })
  })

  test('of another series stay as they are', async () => {
    await changeCategories(system, foreign, form(['termine', 'Fremde Termine'], ['presse', 'Presse']))
    await save(['termine', 'Termine'])
    expect(await read(foreign)).toHaveLength(2)
  })

  test('that somebody else has changed meanwhile are not overwritten', async () => {
    const { revision } = (await findManagedSeries(db, own))!
    expect(await changeCategories(system, own, form(['termine', 'Von ihr']), revision)).toEqual({ kind: 'saved' })
    expect(await changeCategories(system, own, form(['termine', 'Von ihm']), revision)).toEqual({ kind: 'conflict' })
    expect(await read()).toEqual([['termine', 'Von ihr']])
  })

  test('are the business of who organises it', async () => {
    expect(await whoMay(db, places, (ctx) => changeCategories(ctx, { seriesId: own.seriesId }, form(), -1))).toEqual([
      'system',
      'operator',
      'series-organiser',
    ])
    await expect(changeCategories(system, { seriesId: 'srs_none' }, form())).rejects.toThrow('series.not_found')
  })
})
