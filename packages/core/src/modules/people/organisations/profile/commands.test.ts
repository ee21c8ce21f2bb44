import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import { findOrganisationScope } from '../../../programme/involvement/queries.ts'
import { loadRegisterSeed } from '../../register/commands.ts'
import { addOrganisation, changeOrganisation } from './commands.ts'
import { findOrganisationProfile } from './queries.ts'
import { organisationProfileInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const profile = (name: string, more: object = {}) => organisationProfileInput.parse({ name, kind: 'company', ...more })
const scopeOf = async (id: string) => (await findOrganisationScope(db, id)) as SharedScope<'organisation'>

async function add(name: string, more: object = {}): Promise<string> {
  const outcome = await addOrganisation(ctx, profile(name, more))
  return 'id' in outcome ? outcome.id : outcome.kind
}

beforeAll(async () => {
  await loadRegisterSeed(ctx)
})

describe('adding an organisation', () => {
  test('that is in the official register says which entry it is', async () => {
    const id = await add('Landkreis Leipzig', { kind: 'district', ars: '14729', aliases: ['LK Leipzig'] })
    expect(await findOrganisationProfile(db, id)).toMatchObject({
      slug: 'landkreis-leipzig',
      ars: '14729',
      land: '14',
      aliases: ['LK Leipzig'],
      registerName: expect.stringContaining('Leipzig'),
    })
    expect(await add('Nirgendwo', { ars: '99999' })).toBe('unknown_region')
  })

  test('under a name that is known says which it is', async () => {
    const id = await add('Lecos GmbH', { aliases: ['Leipziger Computer'] })
    const outcome = { kind: 'known', id, name: 'Lecos GmbH' }
    expect(await addOrganisation(ctx, profile('LECOS'))).toEqual(outcome)
    expect(await addOrganisation(ctx, profile('Andere', { aliases: ['Leipziger Computer'] }))).toEqual(outcome)
  })
})

describe('changing an organisation', () => {
  test('replaces its names, and keeps its address', async () => {
    const id = await add('Alt AG', { aliases: ['Alt'] })
    expect(await changeOrganisation(ctx, await scopeOf(id), profile('Neu AG', { shortName: 'Neu' }))).toEqual({
      kind: 'saved',
    })
    expect(await findOrganisationProfile(db, id)).toMatchObject({ name: 'Neu AG', slug: 'alt-ag', aliases: [] })
  })

  test('to a name of another one is refused, and so is a key that nobody has', async () => {
    const [id, other] = [await add('Eins'), await add('Zwei')]
    const scope = await scopeOf(id)
    expect(await changeOrganisation(ctx, scope, profile('Zwei'))).toEqual({ kind: 'known', id: other, name: 'Zwei' })
    expect(await changeOrganisation(ctx, scope, profile('Eins', { ars: '99999' }))).toEqual({ kind: 'unknown_region' })
  })

  test('from an older version is told', async () => {
    const id = await add('Drei')
    const { revision } = (await findOrganisationProfile(db, id))!
    await changeOrganisation(ctx, await scopeOf(id), profile('Drei', { aliases: ['III'] }), revision)
    expect(await changeOrganisation(ctx, await scopeOf(id), profile('Vier'), revision)).toEqual({ kind: 'conflict' })
  })

  test('that belongs to no series may whoever plans one; one that does only who works on that', async () => {
    const id = await add('Frei')
    const planner = createContext(db, withRole('programme', { seriesId: 'srs_own', editionId: 'edi_own' }))
    expect(await changeOrganisation(planner, await scopeOf(id), profile('Frei'))).toEqual({ kind: 'saved' })
    await db.insertInto('series').values({ id: 'srs_x', slug: 'x', name: 'X' }).execute()
    await db
      .insertInto('sources')
      .values({ id: 'src_x', series_id: 'srs_x', key: 'k', title: 'T', publisher_id: id })
      .execute()
    await expect(changeOrganisation(planner, await scopeOf(id), profile('Frei'))).rejects.toThrow('access.denied')
    const helper = createContext(db, withRole('helper', { seriesId: 'srs_x' }))
    await expect(changeOrganisation(helper, await scopeOf(id), profile('Frei'))).rejects.toThrow('access.denied')
  })
})

test('an organisation that is not there is not found', async () => {
  expect(await findOrganisationScope(db, 'org_none')).toBeNull()
  expect(await findOrganisationProfile(db, 'org_none')).toBeNull()
})
