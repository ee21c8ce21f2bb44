import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { ensureOrganisations, saveOrganisations } from './commands.ts'
import { findOrganisation, listOrganisations, listOrganisationsById } from './queries.ts'
import { organisationInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const ensure = (...names: string[]) => db.transaction().execute((tx) => ensureOrganisations(tx, names))
const save = (...inputs: object[]) =>
  saveOrganisations(
    ctx,
    inputs.map((input) => organisationInput.parse({ kind: 'other', ...input })),
  )

test('names that mean the same make one organisation, in the order they were said', async () => {
  const made = await ensure('Lecos GmbH', 'Stadt Jena', 'lecos')
  expect(made.map((one) => [one.slug, one.name])).toEqual([
    ['lecos-gmbh', 'Lecos GmbH'],
    ['stadt-jena', 'Stadt Jena'],
    ['lecos-gmbh', 'Lecos GmbH'],
  ])
  const again = await ensure('STADT JENA', 'LECOS GMBH')
  expect(again.map((one) => one.id)).toEqual([made[1]!.id, made[0]!.id])
  expect(await ensure()).toEqual([])
})

test('names that only share a slug stay two', async () => {
  const made = await ensure('A/B Büro', 'A B Büro 東京')
  expect(made.map((one) => one.slug)).toEqual(['a-b-buero', 'a-b-buero-2'])
})

test('an alias leads to the organisation, until it is no alias any more', async () => {
  await save({
    slug: 'kgst',
    name: 'Kommunale Gemeinschaftsstelle',
    shortName: 'KGSt',
    kind: 'association',
    aliases: ['KGSt'],
  })
  const [found] = await ensure('KGST')
  expect(found?.slug).toBe('kgst')
  expect(await findOrganisation(db, 'kgst')).toMatchObject({ kind: 'association', aliases: ['KGSt'], country: 'DE' })
  await save({ slug: 'kgst', name: 'Kommunale Gemeinschaftsstelle' })
  expect((await ensure('KGST'))[0]?.id).not.toBe(found?.id)
})

test('saving again changes in place and keeps id and slug', async () => {
  const first = await save({ slug: 'amt', name: 'Amt' })
  const again = await save({
    slug: 'amt',
    name: 'Amt für IT',
    website: 'https://example.org/',
    description: { de: 'Text' },
  })
  expect(again).toEqual(first)
  expect(await findOrganisation(db, 'amt')).toMatchObject({
    name: 'Amt für IT',
    website: 'https://example.org/',
    aliases: [],
  })
  expect(await findOrganisation(db, 'nichts')).toBeNull()
})

test('lists are sorted by name and cost the same for one and for many', async () => {
  const all = await listOrganisations(db)
  const names = all.map((one) => one.name)
  expect(names).toEqual(names.toSorted())
  expect(await listOrganisations(db, { offset: 1, size: 2 })).toEqual(all.slice(1, 3))
  const ids = all.map((one) => one.id)
  expect(await listOrganisationsById(db, ids)).toEqual(all)
  const one = await countQueries(db, (counted) => listOrganisationsById(counted, ids.slice(0, 1)))
  expect(await countQueries(db, (counted) => listOrganisationsById(counted, ids))).toBe(one)
})

test('only organisers write', async () => {
  await expect(saveOrganisations(createContext(db, publicActor), [])).rejects.toThrow('access.denied')
})

test.each([
  [{ slug: 'A', name: 'A' }, ['slug']],
  [{ slug: 'a', name: ' ' }, ['name']],
  [{ slug: 'a', name: 'A', website: 'javascript:alert(1)' }, ['website']],
  [{ slug: 'a', name: 'A', land: '00' }, ['land']],
  [{ slug: 'a', name: 'A', country: 'Deutschland' }, ['country']],
])('%j is refused', (input, path) => {
  expect(organisationInput.safeParse({ kind: 'other', ...input }).error?.issues[0]?.path).toEqual(path)
})
