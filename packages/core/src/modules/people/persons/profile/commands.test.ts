import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../../test/programme.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { SeriesScope, SharedScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { findPersonScope } from '../../../programme/involvement/queries.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { addPerson, changePerson } from './commands.ts'
import { findPersonProfile, listNamesakes } from './queries.ts'
import { personProfileInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const profile = (name: string, more: object = {}) => personProfileInput.parse({ name, ...more })
let series: SeriesScope
let other: SeriesScope

beforeAll(async () => {
  series = await addEdition(db, 'eins')
  other = await addEdition(db, 'zwei')
})

async function add(name: string, more: object = {}, over: Db = db): Promise<string> {
  const outcome = await addPerson(createContext(over, systemActor), series, profile(name, more), true)
  return outcome.kind === 'added' ? outcome.id : ''
}
const scopeOf = async (id: string) => (await findPersonScope(db, id)) as SharedScope<'person'>

describe('adding a person', () => {
  test('keeps all that is said, under an address of their own', async () => {
    const id = await add('Ana García López', {
      academicTitle: 'Prof. Dr.',
      familyName: 'García López',
      spellings: ['Anna Garcia'],
      biography: { de: 'Forscht', en: 'Does research' },
      website: 'https://ana.example',
    })
    expect(await findPersonProfile(db, id)).toMatchObject({
      slug: 'ana-garcia-lopez',
      academicTitle: 'Prof. Dr.',
      givenName: 'Ana',
      familyName: 'García López',
      spellings: ['Anna Garcia'],
      biography: { en: 'Does research' },
    })
    const row = await db.selectFrom('persons').select('sort_key').where('id', '=', id).executeTakeFirst()
    expect(row?.sort_key).toBe('garcia lopez ana')
    expect((await scopeOf(id)).seriesIds).toEqual([series.seriesId])
  })

  test('asks first where somebody is known by that name, however it is spelled', async () => {
    const id = await add('Jörg Müller')
    const asked = await addPerson(ctx, series, profile('Joerg Mueller'))
    expect(asked).toEqual({ kind: 'similar', namesakes: [{ id, slug: 'joerg-mueller', name: 'Jörg Müller' }] })
    expect(await addPerson(ctx, series, profile('Joerg Mueller'), true)).toMatchObject({ kind: 'added' })
    expect(await listNamesakes(db, 'jörg müller')).toHaveLength(2)
  })

  test('gives no address away that once led to somebody', async () => {
    const id = await add('Eva Ecke')
    await db.insertInto('person_slugs').values({ slug: 'uwe-uhl', person_id: id, former_id: 'per_former' }).execute()
    expect((await findPersonProfile(db, await add('Uwe Uhl')))?.slug).toBe('uwe-uhl-2')
  })

  test('at once by two gives two addresses, which it does not without the lock', async () => {
    const both = await Promise.allSettled([add('Ina Ill'), add('Ina Ill')])
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled'])
    const bare = withoutLocks(db, 2)
    const unguarded = await Promise.allSettled([add('Udo Uhr', {}, bare), add('Udo Uhr', {}, bare)])
    expect(unguarded.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('changing a person', () => {
  test('who is called otherwise now is found by both names, at the same address', async () => {
    const id = await add('Pia Alt')
    await changePerson(ctx, await scopeOf(id), profile('Pia Neu'))
    expect(await findPersonProfile(db, id)).toMatchObject({ name: 'Pia Neu', slug: 'pia-alt', spellings: ['Pia Alt'] })
    await changePerson(ctx, await scopeOf(id), profile('Pia Neu', { spellings: [] }))
    expect((await findPersonProfile(db, id))?.spellings).toEqual([])
  })

  test('who saves an older version is told', async () => {
    const id = await add('Kai Kurz')
    const { revision } = (await findPersonProfile(db, id))!
    expect(
      await changePerson(ctx, await scopeOf(id), profile('Kai Kurz', { website: 'https://a.example' }), revision),
    ).toEqual({ kind: 'saved' })
    expect(await changePerson(ctx, await scopeOf(id), profile('Kai Lang'), revision)).toEqual({ kind: 'conflict' })
    expect((await findPersonProfile(db, id))?.name).toBe('Kai Kurz')
  })
})

describe('who may change a person', () => {
  test('who works on a series that they belong to', async () => {
    const scope = await scopeOf(await add('Ole Ort'))
    for (const role of ['series-organiser', 'programme', 'editor'] as const) {
      const own = createContext(db, withRole(role, { seriesId: series.seriesId }))
      expect(await changePerson(own, scope, profile('Ole Ort'))).toEqual({ kind: 'saved' })
      const stranger = createContext(db, withRole(role, { seriesId: other.seriesId }))
      await expect(changePerson(stranger, scope, profile('Ole Ort'))).rejects.toThrow('access.denied')
      await expect(addPerson(stranger, series, profile('Wer'))).rejects.toThrow('access.denied')
    }
  })

  test('writing somebody into a draft gives no right to them; their publication does', async () => {
    const id = await add('Rita Rat')
    const edition = await db
      .selectFrom('editions')
      .selectAll()
      .where('series_id', '=', other.seriesId)
      .executeTakeFirstOrThrow()
    await addSessions(db, { id: edition.id, seriesId: other.seriesId, slug: edition.slug }, [
      { title: 'Vortrag', personIds: [id] },
    ])
    expect((await scopeOf(id)).seriesIds).toEqual([series.seriesId])
    await publishRelease(ctx, { editionId: edition.id })
    expect((await scopeOf(id)).seriesIds.toSorted()).toEqual([series.seriesId, other.seriesId].sort())
  })
})

test.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'Ida Öhm', familyName: 'Berg' }, 'familyName'],
  [{ name: 'Ida Öhm', website: 'javascript:alert(1)' }, 'website'],
])('%j is refused at %s', (given, field) => {
  expect(personProfileInput.safeParse(given).error?.issues.map((issue) => issue.path[0])).toEqual([field])
})
