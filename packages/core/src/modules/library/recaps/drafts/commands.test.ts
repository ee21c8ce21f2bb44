import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addSessions } from '../../../../../test/programme.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { addSource } from '../../../editions/sources/record/commands.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { listRecaps } from '../queries.ts'
import { recapForm } from '../schema.ts'
import { addRecap, changeRecap, removeRecap, setRecapVisibility } from './commands.ts'
import { findManagedRecap, listRecapDrafts, listSessionChoices } from './queries.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const system = createContext(db, systemActor)
const editionOf = ({ editionId, seriesId }: EditionScope) => ({ id: editionId, seriesId, slug: 'x' })
const [second, first, gone] = (await addSessions(db, editionOf(own), [
  { title: 'Zweiter', position: 2 },
  { title: 'Erster', position: 1 },
  { title: 'Verworfen', position: 3, state: 'removed' },
])) as [string, string, string]
const [theirs] = (await addSessions(db, editionOf(foreign), [{ title: 'Fremder' }])) as [string]
await publishRelease(system, { editionId: own.editionId })
const source = await addSource(system, own, { title: 'Protokoll' })
const theirSource = await addSource(system, foreign, { title: 'Fremdes Protokoll' })

const form = (title: string, more: object = {}) =>
  recapForm.parse({ title: { de: title }, body: { de: 'Es war gut.' }, ...more })
async function add(title: string, more: object = {}, scope = own): Promise<string> {
  const added = await addRecap(system, scope, form(title, more))
  if (added.kind !== 'saved') throw new Error(added.kind)
  return added.id
}
const read = (id: string, scope = own) => findManagedRecap(db, scope, id)
const shown = async () => (await listRecaps(db, own.editionId, own.seriesId)).map(({ title }) => title.de)
const heard = { touched: 1, jobs: [['library.index-edition', { editionId: own.editionId }]] }
const nobody = { touched: 0, jobs: [] }
const full = {
  sessionId: first,
  title: { de: 'Rückblick', en: 'Recap' },
  body: { de: 'Es war **gut**.' },
  conclusion: { de: 'Weiter so' },
  sourceId: source,
}

describe('a recap', () => {
  test('is read as it was written; the public sees nothing of it, and nobody is told', async () => {
    const { answer, ...told } = await hear(db, systemActor, (ctx) => addRecap(ctx, own, recapForm.parse(full)))
    expect(told).toEqual(nobody)
    const { id } = answer as { id: string }
    expect(await read(id)).toEqual({ id, revision: 1, visibility: 'draft', form: full })
    expect(await shown()).toEqual([])
    await removeRecap(system, own, id)
  })

  test('is shown to the public and taken back', async () => {
    const id = await add('Zum Ganzen')
    const published = await hear(db, systemActor, (ctx) => setRecapVisibility(ctx, own, id, 'public'))
    expect(published).toEqual({ answer: undefined, ...heard })
    expect(await shown()).toEqual(['Zum Ganzen'])
    await changeRecap(system, own, id, form('Anders'))
    expect(await shown()).toEqual(['Anders'])
    await setRecapVisibility(system, own, id, 'draft')
    expect(await shown()).toEqual([])
  })

  test('takes new values and forgets the old ones', async () => {
    const id = await add('Alt', full)
    const given = form('Neu')
    const { answer, ...told } = await hear(db, systemActor, (ctx) => changeRecap(ctx, own, id, given, 1))
    expect([answer, told]).toEqual([{ kind: 'saved', id }, heard])
    expect((await read(id))?.form).toEqual(given)
  })

  test('that somebody else has saved meanwhile stays as it is', async () => {
    const id = await add('Streit')
    await changeRecap(system, own, id, form('Von ihr'), 1)
    const late = await hear(db, systemActor, (ctx) => changeRecap(ctx, own, id, form('Von ihm'), 1))
    expect(late).toEqual({ answer: { kind: 'conflict' }, ...nobody })
    expect(await removeRecap(system, own, id, 1)).toEqual({ kind: 'conflict' })
    expect(await read(id)).toMatchObject({ form: { title: { de: 'Von ihr' } } })
  })

  test.each([
    ['another edition of the series', sister],
    ['another series', foreign],
  ])('is out of the reach of %s', async (_, from) => {
    const id = await add('Verborgen')
    expect(await read(id, from)).toBeNull()
    await expect(changeRecap(system, from, id, form('Mein'))).rejects.toThrow('recap.not_found')
    await expect(setRecapVisibility(system, from, id, 'public')).rejects.toThrow('recap.not_found')
    await expect(removeRecap(system, from, id)).rejects.toThrow('recap.not_found')
    expect(await read(id)).toMatchObject({ revision: 1, visibility: 'draft' })
  })

  test('is deleted', async () => {
    const id = await add('Weg')
    const { answer, ...told } = await hear(db, systemActor, (ctx) => removeRecap(ctx, own, id, 1))
    expect([answer, told]).toEqual([{ kind: 'removed' }, heard])
    expect(await read(id)).toBeNull()
  })
})

describe('a session', () => {
  test('has one recap, which may be saved again', async () => {
    const id = await add('Der eine', { sessionId: second })
    expect(await addRecap(system, own, form('Der andere', { sessionId: second }))).toEqual({ kind: 'taken' })
    const general = await add('Allgemein')
    expect(await changeRecap(system, own, general, form('X', { sessionId: second }))).toEqual({ kind: 'taken' })
    expect(await changeRecap(system, own, id, form('Wieder', { sessionId: second }))).toEqual({ kind: 'saved', id })
    await removeRecap(system, own, id)
  })

  const addTwo = async (through: Db, sessionId: string) => {
    const ctx = createContext(through, systemActor)
    const adding = [1, 2].map((n) => addRecap(ctx, own, form(`Nr. ${n}`, { sessionId })))
    const outcomes = await Promise.allSettled(adding)
    await db.deleteFrom('recaps').where('session_id', '=', sessionId).execute()
    return outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed')).toSorted()
  }

  test('about which two people write at once keeps one, and the other is told; without the lock they would not be', async () => {
    expect(await addTwo(db, second)).toEqual(['saved', 'taken'])
    expect(await addTwo(withoutLocks(db, 2), second)).toEqual(['failed', 'saved'])
  })

  test.each([
    ['a session of another series', { sessionId: theirs }, 'session.not_found'],
    ['a source of another series', { sourceId: theirSource }, 'source.not_found'],
  ])('%s is not named', async (_, more, code) => {
    const id = await add('Bleibt')
    await expect(addRecap(system, own, form('Neu', more))).rejects.toThrow(code)
    await expect(changeRecap(system, own, id, form('Neu', more))).rejects.toThrow(code)
    expect(await read(id)).toMatchObject({ revision: 1 })
  })

  test('is offered in the order of the programme while it takes place', async () => {
    const choices = await listSessionChoices(db, own)
    expect(choices).toEqual([
      { id: first, slug: 'erster', title: 'Erster' },
      { id: second, slug: 'zweiter', title: 'Zweiter' },
    ])
    expect(choices.map(({ id }) => id)).not.toContain(gone)
  })
})

test('recaps are the business of who organises and of the editor of the edition', async () => {
  const may = ['system', 'operator', 'series-organiser', 'editor']
  expect(await whoMay(db, places, (ctx) => changeRecap(ctx, own, 'none', form('X')))).toEqual(may)
  expect(await whoMay(db, places, (ctx) => setRecapVisibility(ctx, own, 'none', 'public'))).toEqual(may)
  expect(await whoMay(db, places, (ctx) => removeRecap(ctx, own, 'none'))).toEqual(may)
  expect(await whoMay(db, places, (ctx) => addRecap(ctx, own, form('Von allen')))).toEqual(may)
})

test('the list begins with the whole, follows the programme, and costs one query', async () => {
  const few = await countQueries(db, (counted) => listRecapDrafts(counted, sister))
  const [b, a] = (await addSessions(db, editionOf(sister), [
    { title: 'B', position: 2 },
    { title: 'A', position: 1 },
  ])) as [string, string]
  await add('zu B', { sessionId: b }, sister)
  await add('zu A', { sessionId: a }, sister)
  await addRecap(system, sister, recapForm.parse({ title: { en: 'all' }, body: { en: 'x' } }))
  expect((await listRecapDrafts(db, sister)).map(({ title, session }) => [title, session])).toEqual([
    ['all', null],
    ['zu A', 'A'],
    ['zu B', 'B'],
  ])
  expect([await countQueries(db, (counted) => listRecapDrafts(counted, sister)), few]).toEqual([1, 1])
})
