import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addSessions } from '../../../../test/programme.ts'
import { addWorkplaces, hear, whoMay } from '../../../../test/workplaces.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { changeEditionFacts } from '../facts/record/commands.ts'
import { findEdition, listEditions, previewEdition } from '../queries.ts'
import { editionFactsInput } from '../schema.ts'
import { scopeOfEdition } from '../scope/queries.ts'
import { addEdition, changeEdition, removeEdition, setEditionVisibility } from './commands.ts'
import { findManagedEdition } from './queries.ts'
import { editionForm, newEditionForm } from './schema.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, foreign } = places
const series = { seriesId: own.seriesId }
const system = createContext(db, systemActor)

const inRegister = { ars: '147130000000', level: 'municipality', name: 'Leipzig, Stadt', land: '14' } as const
await db
  .insertInto('register_entries')
  .values({ ...inRegister, folded: 'leipzig', as_of: '2031-01-01' })
  .execute()

const full = {
  number: 12,
  name: 'Zwölfter Fachtag',
  motto: { de: 'Gemeinsam', en: 'Together' },
  description: { de: '**Zwei** Tage' },
  date: { startsOn: '2041-11-05', endsOn: '2041-11-06', precision: 'day', certainty: 'probable' },
  timeZone: 'Europe/Vienna',
  state: 'announced',
  accent: 'green',
  venue: {
    name: 'Kongresshalle',
    street: 'Am Markt 1',
    postcode: '04109',
    city: 'Leipzig',
    ars: '147130000000',
    land: '14',
    country: 'DE',
    directions: { de: 'Mit der Bahn' },
  },
}
const form = (more: object = {}) => editionForm.parse({ name: 'Fachtag', state: 'planned', ...more })
const add = async (slug: string, more: object = {}): Promise<EditionScope> => {
  const added = await addEdition(system, series, newEditionForm.parse({ slug, name: slug, state: 'planned', ...more }))
  if (added.kind !== 'saved') throw new Error(`${slug} is taken`)
  return scopeOfEdition(db, added.editionId)
}
const read = async (scope: EditionScope) => (await findManagedEdition(db, scope))!
const countVenues = async () => (await db.selectFrom('venues').select('id').execute()).length
const heard = (scope: EditionScope) => ({
  touched: 1,
  jobs: [['library.index-edition', { editionId: scope.editionId }]],
})

describe('a new edition', () => {
  test('is read as it was written, and nobody sees it yet', async () => {
    const scope = await add('2041', full)
    expect(await read(scope)).toEqual({
      id: scope.editionId,
      revision: 1,
      slug: '2041',
      visibility: 'draft',
      placeName: 'Leipzig, Stadt',
      form: full,
    })
    expect(await findEdition(db, 'reihe-2031', '2041')).toBeNull()
  })

  test('does not touch the one that has its address, and leaves no venue behind', async () => {
    const before = [await read(own), await countVenues()]
    const given = newEditionForm.parse({ ...full, slug: '2031' })
    expect(await addEdition(system, series, given)).toEqual({ kind: 'taken' })
    expect([await read(own), await countVenues()]).toEqual(before)
    expect((await addEdition(system, foreign, given)).kind).toBe('saved')
  })

  test.each(['aktuelles', 'neu', 'protokoll', 'rollen', 'bilder', 'Groß', '20 41', ''])(
    'does not live at the address %j',
    (slug) => {
      const given = { slug, name: 'A', state: 'planned' }
      expect(newEditionForm.safeParse(given).error?.issues[0]?.path).toEqual(['slug'])
    },
  )
})

describe('an edition', () => {
  test('takes new values and forgets the old ones; address and publicity stay', async () => {
    const scope = await add('2042', full)
    await setEditionVisibility(system, scope, 'public')
    const { revision } = await read(scope)
    const { answer, ...told } = await hear(db, systemActor, (ctx) => changeEdition(ctx, scope, form(), revision))
    expect([answer, told]).toEqual([{ kind: 'saved' }, heard(scope)])
    expect(await read(scope)).toMatchObject({ slug: '2042', visibility: 'public', form: form() })
  })

  test('keeps its venue in one row, and loses it with its last field', async () => {
    const before = await countVenues()
    const scope = await add('2043')
    await changeEdition(system, scope, form({ venue: { city: 'Halle' } }))
    await changeEdition(system, scope, form({ venue: { city: 'Leipzig', street: 'Am Markt 1' } }))
    expect([(await read(scope)).form.venue, await countVenues()]).toMatchObject([
      { city: 'Leipzig', street: 'Am Markt 1' },
      before + 1,
    ])
    await changeEdition(system, scope, form())
    expect([(await read(scope)).form.venue, await countVenues()]).toEqual([undefined, before])
  })

  test.each([
    [{ city: 'Leipzig', ars: '147130000000' }, '14'],
    [{ city: 'Leipzig', ars: '147130000000', land: '15' }, '15'],
    [{ city: 'Wien', country: 'AT' }, undefined],
  ])('at %j lies in the Land %s', async (venue, land) => {
    const scope = await add(`land-${land ?? 'ohne'}`, { venue })
    expect((await read(scope)).form.venue?.land).toBe(land)
  })

  test('does not lie where the register knows nothing, and keeps its venue', async () => {
    const venue = { city: 'Nirgendwo', ars: '999999999999' }
    const given = newEditionForm.parse({ slug: 'nirgendwo', name: 'A', state: 'planned', venue })
    expect(await addEdition(system, series, given)).toEqual({ kind: 'unknown_region' })
    const scope = await add('irgendwo', { venue: { city: 'Halle' } })
    expect(await changeEdition(system, scope, form({ venue }))).toEqual({ kind: 'unknown_region' })
    expect(await read(scope)).toMatchObject({ revision: 1, form: { venue: { city: 'Halle' } } })
  })

  test('whose venue somebody else has changed meanwhile is not overwritten', async () => {
    const scope = await add('2044', { venue: { city: 'Leipzig' } })
    const { revision } = await read(scope)
    expect(await changeEdition(system, scope, form({ venue: { city: 'Halle' } }), revision)).toEqual({ kind: 'saved' })
    const late = await hear(db, systemActor, (ctx) => changeEdition(ctx, scope, form({ name: 'Spät' }), revision))
    expect(late).toEqual({ answer: { kind: 'conflict' }, touched: 0, jobs: [] })
    expect((await read(scope)).form).toMatchObject({ name: 'Fachtag', venue: { city: 'Halle' } })
    await changeEdition(system, scope, form({ venue: { city: 'Halle' } }))
    const opened = (await read(scope)).revision
    await changeEdition(system, scope, form({ venue: { city: 'Magdeburg' } }), opened)
    expect(await removeEdition(system, scope, opened)).toEqual({ kind: 'conflict' })
  })

  test('is shown to the public and taken back', async () => {
    const scope = await add('2045', { date: { startsOn: '2045-01-01' } })
    const { answer, ...told } = await hear(db, systemActor, (ctx) => setEditionVisibility(ctx, scope, 'public'))
    expect([answer, told.touched, told.jobs.map(([name]) => name)]).toEqual([
      undefined,
      1,
      ['library.index-edition', 'library.index-site'],
    ])
    expect((await findEdition(db, 'reihe-2031', '2045'))?.name).toBe('2045')
    await setEditionVisibility(system, scope, 'draft')
    expect((await listEditions(db, own.seriesId)).map(({ slug }) => slug)).not.toContain('2045')
  })

  test('is previewed as the public will see it, with what stands before and after it', async () => {
    const scope = await add('2030', { ...full, date: { startsOn: '2030-11-05' } })
    const announcements = [{ startsOn: '2031-11-05', certainty: 'fixed', editionId: own.editionId }]
    await changeEditionFacts(system, scope, editionFactsInput.parse({ announcements }))
    const preview = await previewEdition(db, scope)
    expect(preview).toMatchObject({
      venue: { city: 'Leipzig' },
      next: { slug: '2031' },
      announcements: [{ startsOn: '2031-11-05', by: { slug: '2030' }, about: { slug: '2031' } }],
    })
    await setEditionVisibility(system, scope, 'public')
    const seen = await findEdition(db, 'reihe-2031', '2030')
    expect(seen?.changeCount).toBe((preview?.changeCount ?? 0) + 1)
    expect({ ...seen, changeCount: preview?.changeCount, changedAt: preview?.changedAt }).toEqual(preview)
  })
})

describe('deleting', () => {
  test('an empty draft takes its rooms and facts with it', async () => {
    const scope = await add('2050', full)
    await db.insertInto('rooms').values({ id: 'roo_1', edition_id: scope.editionId, slug: 'a', name: 'A' }).execute()
    const { answer, jobs } = await hear(db, systemActor, (ctx) => removeEdition(ctx, scope, 1))
    expect([answer, jobs]).toEqual([{ kind: 'removed' }, [['library.index-site', {}]]])
    expect(await findManagedEdition(db, scope)).toBeNull()
    expect(await db.selectFrom('rooms').select('id').where('id', '=', 'roo_1').execute()).toEqual([])
  })

  const obstacles: [string, (scope: EditionScope) => Promise<unknown>][] = [
    ['is public', (scope) => setEditionVisibility(system, scope, 'public')],
    [
      'has a session',
      ({ editionId, seriesId }) => addSessions(db, { id: editionId, seriesId, slug: 'x' }, [{ title: 'Vortrag' }]),
    ],
    ['has published a programme', ({ editionId }) => publishRelease(system, { editionId })],
  ]
  test.each(obstacles)('an edition that %s is refused', async (what, stand) => {
    const scope = await add(what.replaceAll(' ', '-'))
    await stand(scope)
    expect(await removeEdition(system, scope)).toEqual({ kind: 'in-use' })
    expect(await findManagedEdition(db, scope)).not.toBeNull()
  })
})

describe('who may', () => {
  const organisers = ['system', 'operator', 'series-organiser']
  const gone = { ...own, editionId: 'edi_none' } as EditionScope

  test.each<[string, Parameters<typeof whoMay>[2]]>([
    ['change an edition', (ctx) => changeEdition(ctx, own, form(), -1)],
    ['show or hide it', (ctx) => setEditionVisibility(ctx, gone, 'draft')],
    ['delete it', (ctx) => removeEdition(ctx, own, -1)],
    ['add one', (ctx) => addEdition(ctx, series, newEditionForm.parse({ slug: '2031', name: 'A', state: 'planned' }))],
  ])('%s', async (_, attempt) => expect(await whoMay(db, places, attempt)).toEqual(organisers))

  test('and an edition is not reached through another series', async () => {
    const misplaced = { ...own, seriesId: foreign.seriesId }
    await expect(changeEdition(system, misplaced, form())).rejects.toThrow('edition.not_found')
    await expect(removeEdition(system, misplaced)).rejects.toThrow('edition.not_found')
    await expect(setEditionVisibility(system, gone, 'public')).rejects.toThrow('edition.not_found')
  })
})
