import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, type RoleName, systemActor } from '../../../../kernel/actor.ts'
import { readPublicationStamp } from '../../../../platform/database/publication.ts'
import { seriesInput } from '../schema.ts'
import { addSeries, changeSeries, removeSeries } from './commands.ts'
import { findManagedSeries, listOwnSeries } from './queries.ts'
import { seriesForm } from './schema.ts'

const { db } = await testDatabase()
const system = createContext(db, systemActor)

const acting = (role: RoleName, seriesId: string | null = null): Actor => ({
  kind: 'account',
  accountId: 'acc_x',
  personId: null,
  isStrong: true,
  grants: [{ role, seriesId, editionId: null, trackId: null }],
  appearances: [],
})
const operator = createContext(db, acting('operator'))

async function add(slug: string, more: object = {}) {
  const added = await addSeries(system, seriesInput.parse({ slug, name: slug, ...more }))
  if (added.kind !== 'saved') throw new Error(`${slug} is taken`)
  return { seriesId: added.seriesId }
}
const form = (more: object = {}) => seriesForm.parse({ name: 'Neu', ...more })

describe('a series', () => {
  test('is added once at an address', async () => {
    const scope = await add('erste', { claim: { de: 'Aus der Praxis' } })
    expect(await addSeries(operator, seriesInput.parse({ slug: 'erste', name: 'Zweite' }))).toEqual({ kind: 'taken' })
    expect(await findManagedSeries(db, scope)).toMatchObject({
      name: 'erste',
      claim: { de: 'Aus der Praxis' },
      revision: 1,
    })
  })

  test('is changed by who organises it, and caches hear of it', async () => {
    const scope = await add('zweite')
    const before = await readPublicationStamp(db)
    const organiser = createContext(db, acting('series-organiser', scope.seriesId))
    expect(await changeSeries(organiser, scope, form({ shortName: 'N' }), 1)).toEqual({ kind: 'saved' })
    expect(await findManagedSeries(db, scope)).toMatchObject({
      name: 'Neu',
      shortName: 'N',
      slug: 'zweite',
      revision: 2,
    })
    expect(await readPublicationStamp(db)).toBe(before + 1)
  })

  test('that somebody else has saved meanwhile is not overwritten', async () => {
    const scope = await add('dritte')
    await changeSeries(system, scope, form({ name: 'A' }), 1)
    expect(await changeSeries(system, scope, form({ name: 'B' }), 1)).toEqual({ kind: 'conflict' })
    expect(await findManagedSeries(db, scope)).toMatchObject({ name: 'A' })
  })

  test.each([
    ['another series', acting('series-organiser', 'srs_other')],
    ['its news', acting('editor')],
    ['nothing', { ...acting('operator'), isStrong: false } as Actor],
  ])('is not changed by who works on %s', async (_, actor) => {
    const scope = await add(`fremd-${Math.random().toString(36).slice(2, 8)}`)
    await expect(changeSeries(createContext(db, actor), scope, form())).rejects.toThrow('access.denied')
  })

  test('that is not there is said to be so', async () => {
    const missing = { seriesId: 'srs_x' }
    await expect(changeSeries(system, missing, form())).rejects.toThrow('series.not_found')
    await expect(removeSeries(system, missing)).rejects.toThrow('series.not_found')
    expect(await findManagedSeries(db, missing)).toBeNull()
  })

  test('comes to the front page by the hand of the operator only', async () => {
    const [home, other] = [await add('heim', { isHome: true }), await add('gast')]
    const organiser = createContext(db, acting('series-organiser', other.seriesId))
    await expect(changeSeries(organiser, other, form({ isHome: true }))).rejects.toThrow('access.denied')
    expect(await changeSeries(operator, other, form({ isHome: true }))).toEqual({ kind: 'saved' })
    expect(await findManagedSeries(db, home)).toMatchObject({ isHome: false })
    expect(await changeSeries(organiser, other, form({ isHome: true }))).toEqual({ kind: 'saved' })
  })

  test('is deleted while it has no edition, by who may add one', async () => {
    const scope = await add('leer')
    const organiser = createContext(db, acting('series-organiser', scope.seriesId))
    await expect(removeSeries(organiser, scope)).rejects.toThrow('access.denied')
    expect(await removeSeries(operator, scope, 7)).toEqual({ kind: 'conflict' })
    const edition = { id: 'edi_1', series_id: scope.seriesId, slug: '2031', name: 'x' }
    await db.insertInto('editions').values(edition).execute()
    expect(await removeSeries(operator, scope, 1)).toEqual({ kind: 'in-use' })
    await db.deleteFrom('editions').where('id', '=', 'edi_1').execute()
    expect(await removeSeries(operator, scope, 1)).toEqual({ kind: 'removed' })
    expect(await findManagedSeries(db, scope)).toBeNull()
  })
})

test('everybody sees the series that they work on', async () => {
  const own = await add('eigene')
  const names = async (actor: Actor) => (await listOwnSeries(createContext(db, actor))).map((one) => one.slug)
  expect(await names(acting('helper', own.seriesId))).toEqual(['eigene'])
  expect(await names(acting('operator'))).toContain('erste')
  await expect(names({ kind: 'public' })).rejects.toThrow('access.denied')
})
