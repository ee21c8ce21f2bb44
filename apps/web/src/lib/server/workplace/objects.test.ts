import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '@fachtag/core/app/open'
import { setRuntime } from '@fachtag/core/app/runtime'
import { openFolder } from '@fachtag/core/platform/files/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leavesOf } from '#lib/form/leaves.ts'
import type { Values } from '#lib/form/types.ts'
import { withRole } from '../../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../../packages/core/test/database.ts'
import { casesOfCircumstances } from '../../../../test/object-cases/of-circumstances.ts'
import { addingEditions, casesOfEditions } from '../../../../test/object-cases/of-editions.ts'
import { addingSeries, casesOfSeries } from '../../../../test/object-cases/of-series.ts'
import { casesOfTheSite } from '../../../../test/object-cases/of-the-site.ts'
import { addCasePlaces } from '../../../../test/object-cases/places.ts'
import type { ObjectCase } from '../../../../test/object-cases/types.ts'
import { type Outcome, open, type Place, send } from '../../../../test/workplace.ts'
import { objectPage } from '../forms/object-page.ts'

const { db } = await testDatabase()
await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
const places = await addCasePlaces(db)
const cases = [
  ...casesOfEditions(places),
  ...casesOfCircumstances(places),
  ...casesOfSeries(places),
  ...casesOfTheSite(places),
]
const adding = [addingEditions(places), addingSeries(places)]

const folder = await mkdtemp(join(tmpdir(), 'fachtag-objects-'))
beforeAll(() => setRuntime({ files: openFolder(folder) } as App))
afterAll(async () => {
  setRuntime(undefined)
  await rm(folder, { recursive: true, force: true })
})

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const letters = alphabet.flatMap((first) => alphabet.map((second) => first + second)).values()
const nextLetters = () => letters.next().value ?? ''

const idsIn = async (table: string) => {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The values as a browser sends them: with a file where there is one. */
function asSent(values: Values, file?: Uint8Array<ArrayBuffer>): Values | FormData {
  if (!file) return values
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  data.set('file', new File([file], 'saal.png'))
  return data
}

const withId = (place: Place, id: string): Place => ({ ...place, params: { ...place.params, id } })

/** One object of a case with what was typed into it: a new one, or the one that is always there. */
async function make({ form, place, table, typed, file }: ObjectCase) {
  const page = objectPage(form)
  const values = typed(nextLetters())
  if (!table) {
    const { values: shown } = await open(page, place)
    const sent = await send(page, place, { ...shown, ...values })
    if (!sent.location) throw new Error(JSON.stringify(sent.reply?.problems))
    return { page, place, values }
  }
  const before = await idsIn(table)
  const { values: fresh } = await open(page, withId(place, 'neu'), '/x/neu')
  const sent = await send(page, withId(place, 'neu'), asSent({ ...fresh, ...values }, file), '/x/neu')
  const [id] = (await idsIn(table)).filter((one) => !before.includes(one))
  if (!id) throw new Error(JSON.stringify(sent.reply?.problems))
  expect(sent.location).toContain('gespeichert')
  const { seriesId: _choosing, ...kept } = values
  return { page, place: withId(place, id), values: kept }
}

/** What two people see after the second has saved on top of the first. */
async function fightOver(one: ObjectCase) {
  const made = await make(one)
  const { page, place } = made
  const [mine, theirs] = [await open(page, place), await open(page, place)]
  const first = await send(page, place, { ...theirs.values, ...one.fight.theirs })
  const second = await send(page, place, { ...mine.values, ...one.fight.mine, ...one.apart })
  return { ...made, first, second, values: mine.values }
}

/** The form that comes back from a conflict, as it is sent again. */
const again = ({ reply }: Outcome): Values => ({
  ...reply?.values,
  _revision: String(reply?.conflict?.revision),
  _opened: reply?.opened ?? '',
})
const withoutMeta = (values: Values) => Object.fromEntries(Object.entries(values).filter(([name]) => name[0] !== '_'))
/** What somebody sees of the values: without the ids that stand beside names. */
const seen = (values: Values) =>
  Object.fromEntries(Object.entries(withoutMeta(values)).filter(([name]) => !(`${name}.text` in values)))

test('every form of the workplace stands in this table', async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => !name.includes('.test.'))
  const modules: object[] = await Promise.all(
    files.map((name) => import(/* @vite-ignore */ join(import.meta.dirname, name))),
  )
  const declared = modules.flatMap((one) => Object.entries(one)).filter(([, value]) => value?.schema && value.fields)
  const tested = new Set<unknown>([...cases, ...adding].map(({ form }) => form))
  expect(declared.filter(([, value]) => !tested.has(value)).map(([name]) => name)).toEqual([])
})

describe.each(cases)('$name', (one) => {
  test('with nothing in it, or nonsense, comes back with its problems and what was typed', async () => {
    const page = objectPage(one.form)
    const { place, path } = one.table
      ? { place: withId(one.place, 'neu'), path: '/x/neu' }
      : { place: one.place, path: '/x' }
    if (!one.table) await make(one)
    const { values } = await open(page, place, path)
    const typed = { ...values, ...one.emptied }
    const before = one.table ? await idsIn(one.table) : []
    const { status, reply } = await send(page, place, asSent(typed, one.file), path)
    expect([status, reply?.problems]).toEqual([422, one.problems])
    expect(reply?.values).toMatchObject(seen(typed))
    if (one.table) expect(await idsIn(one.table)).toEqual(before)
  })

  test('is shown again just as it was typed, and stays so when it is saved again', async () => {
    const { page, place, values } = await make(one)
    const first = await open(page, place)
    expect(first.values).toMatchObject(values)
    expect(await send(page, place, first.values)).toMatchObject({ location: expect.stringContaining('gespeichert') })
    const second = await open(page, place)
    expect(withoutMeta(second.values)).toEqual(withoutMeta(first.values))
  })

  test('that two people save shows the second both versions, and nothing of theirs is lost', async () => {
    const { page, place, first, second } = await fightOver(one)
    expect(first.location).toContain('gespeichert')
    const found = second.reply?.conflict?.differences.find(({ path }) => path === one.fight.path)
    expect([second.status, found?.changedBy]).toEqual([409, 'both'])
    expect(found?.mine).not.toBe(found?.theirs)
    expect(second.reply?.values).toMatchObject({ ...one.fight.mine, ...one.apart })
    expect((await open(page, place)).values).toMatchObject(one.fight.theirs)
  })

  test('takes their version of one field and mine of the others', async () => {
    const { page, place, second } = await fightOver(one)
    const taken = { ...again(second), _do: 'settle', [`_take.${one.fight.path}`]: 'theirs' }
    expect((await send(page, place, taken)).location).toContain('gespeichert')
    expect((await open(page, place)).values).toMatchObject({ ...one.fight.theirs, ...one.apart })
  })

  test('takes mine of everything', async () => {
    const { page, place, second } = await fightOver(one)
    expect((await send(page, place, { ...again(second), _do: 'settle:mine' })).location).toContain('gespeichert')
    expect((await open(page, place)).values).toMatchObject({ ...one.fight.mine, ...one.apart })
  })

  test('asks again when it was saved a third time while somebody chose', async () => {
    const { page, place, second } = await fightOver(one)
    const third = { ...again(second), ...one.fight.mine, _do: 'settle:mine' }
    await send(page, place, { ...again(second), ...one.apart, _do: 'settle:mine' })
    const stored = withoutMeta((await open(page, place)).values)
    const late = await send(page, place, { ...third, ...one.fight.theirs })
    expect([late.status, withoutMeta((await open(page, place)).values)]).toEqual([409, stored])
  })

  test('is not saved by who only helps there', async () => {
    const { page, place, values } = await make(one)
    const before = withoutMeta((await open(page, place)).values)
    const { seriesId, editionId } = places.ids
    const helper = { ...place, actor: withRole('helper', { seriesId, editionId }) }
    const changed = { ...values, ...one.fight.mine, _revision: '1' }
    const refused = await send(page, helper, changed).then(
      () => 'saved',
      (error: { code?: string; status?: number }) => error.code ?? error.status,
    )
    expect(['access.denied', 404]).toContain(refused)
    expect(withoutMeta((await open(page, place)).values)).toEqual(before)
  })
})

/** What becomes of a form in which this leaf was given the id of nothing; `saved` and faults of ours are wrong. */
async function forge(one: ObjectCase, path: string) {
  const { page, place } = await make(one)
  const { values } = await open(page, place)
  const nothing = path.endsWith('ars') ? '999999999999' : 'none'
  const forged = { ...values, [path]: nothing, [`${path}.text`]: 'Wer?', [`${path}.was`]: 'Wer?' }
  const sent = await send(page, place, forged).catch((error: { code?: string; status?: number }) => error)
  if ('location' in sent) return 'saved'
  if ('reply' in sent) return 'refused'
  return /^\w+\.not_found$/.test(String('code' in sent && sent.code)) ? 'refused' : String(sent)
}

test('no form takes an id of nothing, and none stumbles over it', async () => {
  const wrong: string[] = []
  for (const one of cases) {
    const { page, place } = await make(one)
    const { object, values } = await open(page, place)
    const named = leavesOf(object.fields, values).filter(
      ({ path, field }) => field.kind === 'reference' || (field.kind === 'select' && /(Id|category)$/.test(path)),
    )
    for (const { path } of named) {
      const outcome = await forge(one, path)
      if (outcome !== 'refused') wrong.push(`${one.name}, ${path}: ${outcome}`)
    }
  }
  expect(wrong).toEqual([])
})

describe.each(cases.filter(({ strangers }) => strangers.length > 0))('$name somewhere else', (one) => {
  test('is neither shown, saved nor deleted', async () => {
    const { page, place, values } = await make(one)
    const before = withoutMeta((await open(page, place)).values)
    for (const stranger of one.strangers) {
      const at = stranger.params.id ? stranger : withId(stranger, place.params.id ?? '')
      for (const attempt of [
        () => open(page, at),
        () => send(page, at, { ...values, _revision: '1' }),
        () => send(page, at, { _do: 'delete', _revision: '1' }),
        () => send(page, at, { _do: 'step:public', _revision: '1' }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ status: 404 })
      }
    }
    expect(withoutMeta((await open(page, place)).values)).toEqual(before)
  })
})

const removable = cases.filter(({ form, table }) => form.remove && table)

describe.each(removable)('deleting $name', (one) => {
  test('is asked about first, refused on another version than was seen, and done', async () => {
    const { page, place } = await make(one)
    const { object, values } = await open(page, place, '/x?loeschen')
    expect([object.isRemoving, object.mayRemove, object.uses]).toEqual([true, true, []])
    await send(page, place, { ...values, ...one.fight.theirs })
    const late = await send(page, place, { ...values, _do: 'delete' })
    expect(late.location).toBe('/x?loeschen&erledigt')
    const { revision } = (await open(page, place)).object
    expect((await send(page, place, { _do: 'delete', _revision: String(revision) })).location).toContain('?geloescht')
    await expect(open(page, place)).rejects.toMatchObject({ status: 404 })
  })
})

test('what has no way to be deleted is not deleted by asking for it', async () => {
  for (const one of cases.filter(({ form }) => !form.remove)) {
    const { page, place } = await make(one)
    const { object } = await open(page, place, '/x?loeschen')
    expect([one.name, object.mayRemove, object.isRemoving]).toEqual([one.name, false, false])
    await send(page, place, { _do: 'delete', _revision: String(object.revision) })
    expect((await open(page, place)).object.revision).toBe(object.revision)
  }
})

describe.each(adding)('$name', ({ form, place, typed, goes, problems, taken }) => {
  const page = objectPage(form)

  test('with nothing in it comes back with its problems', async () => {
    const { values } = await open(page, place, '/x/neu')
    expect((await send(page, place, { ...values, slug: 'Groß & klein' }, '/x/neu')).reply?.problems).toEqual(problems)
  })

  test('is added once at an address', async () => {
    const { values } = await open(page, place, '/x/neu')
    expect(await send(page, place, { ...values, ...typed }, '/x/neu')).toEqual({ location: goes })
    const { status, reply } = await send(page, place, { ...values, ...typed }, '/x/neu')
    expect([status, reply?.problems, reply?.values]).toMatchObject([422, taken, typed])
  })
})
