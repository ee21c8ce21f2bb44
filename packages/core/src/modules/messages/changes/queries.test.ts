import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import {
  addEdition,
  addEditionOf,
  addPerson,
  addSessions,
  addTrackAndRoom,
  type TestEdition,
} from '../../../../test/programme.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameActor } from '../../../platform/database/changes.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { findChange, findPlace, listActors, listChanges, listOvertaken, shownRows } from './queries.ts'
import type { ChangeFilter, ChangePlace } from './types.ts'

const { db } = await testDatabase()
let edition: TestEdition
let other: TestEdition
let roomId: string
let sessionId: string
let personId: string

const as = (actor: string, work: (tx: Transaction) => Promise<unknown>) =>
  db.transaction().execute(async (tx) => {
    await nameActor(tx, actor)
    await work(tx)
  })
const rename = (name: string) => (tx: Transaction) =>
  tx.updateTable('rooms').set({ name }).where('id', '=', roomId).execute()

beforeAll(async () => {
  edition = await addEdition(db, 'eins')
  other = await addEditionOf(db, edition.seriesId, 'zwei', '2032-11-05')
  roomId = (await addTrackAndRoom(db, edition, 'saal')).roomId
  await addTrackAndRoom(db, other, 'raum')
  personId = await addPerson(db, 'ida', 'Ida Öhm')
  sessionId = (await addSessions(db, edition, [{ title: 'Die "E-Akte"', personIds: [personId] }]))[0]!
  await as('acc_1', rename('Saal Süd'))
  await as('acc_2', rename('100 % Nord_Saal'))
})

async function tables(place: ChangePlace, filter: ChangeFilter = {}): Promise<string[]> {
  const { changes } = await listChanges(db, place, filter)
  return changes.flatMap((change) => change.rows.map((row) => `${row.table} ${row.operation}`))
}

describe('changes are listed', () => {
  test('of an object with its parts', async () => {
    const place = { kind: 'object', table: 'sessions', id: sessionId } as const
    expect(await tables(place)).toEqual(['sessions insert', 'appearances insert'])
    expect(await tables({ kind: 'object', table: 'rooms', id: newId('room') })).toEqual([])
  })

  test('of an edition, of a series with all its editions, and all', async () => {
    const inEdition = await tables({ kind: 'edition', editionId: edition.id })
    expect(inEdition.sort()).toEqual(
      ['appearances insert', 'editions insert', 'rooms insert', 'rooms update', 'rooms update', 'sessions insert', 'tracks insert'],
    ) // biome-ignore format: one list
    expect(await tables({ kind: 'edition', editionId: other.id })).toHaveLength(3)
    const inSeries = await tables({ kind: 'series', seriesId: edition.seriesId })
    expect(inSeries).toHaveLength(inEdition.length + 3 + 1)
    expect(await tables({ kind: 'site' })).toHaveLength(inSeries.length + 1)
  })

  test('latest first, with who, what, before and after', async () => {
    const { changes, next } = await listChanges(db, { kind: 'object', table: 'rooms', id: roomId })
    expect(
      changes.map((change) => [change.actor, change.rowCount, change.rows[0]?.before, change.rows[0]?.after]),
    ).toEqual([
      ['acc_2', 1, { name: 'Saal Süd' }, { name: '100 % Nord_Saal' }],
      ['acc_1', 1, { name: 'saal' }, { name: 'Saal Süd' }],
      ['database', 1, null, expect.objectContaining({ slug: 'saal' })],
    ])
    expect(next).toBeNull()
    expect(changes[0]!.number).toBeGreaterThan(changes[1]!.number)
  })
})

describe('the search finds', () => {
  const inEdition = () => ({ kind: 'edition', editionId: edition.id }) as const
  const today = new Date().toISOString().slice(0, 10)
  test.each<[string, ChangeFilter, string[]]>([
    ['by whom', { actor: 'acc_1' }, ['rooms update']],
    ['of what kind, with its parts', { table: 'sessions' }, ['sessions insert', 'appearances insert']],
    ['what was written', { text: 'nord_saal' }, ['rooms update']],
    ['what was written before', { text: 'saal süd' }, ['rooms update', 'rooms update']],
    ['quotation marks', { text: 'Die "E-Akte"' }, ['sessions insert']],
    ['signs that mean something elsewhere', { text: '100 %' }, ['rooms update']],
    ['no names of columns', { text: 'capacity' }, []],
    ['no wildcard', { text: '_____________' }, []],
    ['nothing before it was', { until: '2020-01-01' }, []],
    ['nothing after it was', { from: '2200-01-01' }, []],
    ['by two things at once', { actor: 'acc_1', text: 'nord' }, []],
    ['the day itself', { from: today, until: today, timeZone: 'UTC', actor: 'acc_2' }, ['rooms update']],
  ])('%s', async (_what, filter, found) => {
    expect(await tables(inEdition(), filter)).toEqual(found)
  })

  test('one object in the log of a whole edition', async () => {
    expect(await tables(inEdition(), { object: roomId })).toHaveLength(3)
  })
})

describe('a long log', () => {
  test('is read page by page, each change once', async () => {
    for (let n = 0; n < 40; n++) await as('acc_3', rename(`Fassung ${n}`))
    const place = { kind: 'object', table: 'rooms', id: roomId } as const
    const first = await listChanges(db, place)
    const second = await listChanges(db, place, {}, first.next!)
    expect([first.changes.length, second.changes.length, second.next]).toEqual([30, 13, null])
    expect(new Set([...first.changes, ...second.changes].map(({ id }) => id)).size).toBe(43)
  })

  test('needs as many queries as a short one', async () => {
    const count = async (place: ChangePlace) => countQueries(db, (counted) => listChanges(counted, place))
    expect(await count({ kind: 'site' })).toBe(await count({ kind: 'edition', editionId: other.id }))
  })

  test('shows the first entries of a large change and counts them all', async () => {
    const large = await addEdition(db, 'gross')
    await addSessions(
      db,
      large,
      Array.from({ length: 60 }, (_, n) => ({ title: `Beitrag ${n}` })),
    )
    const { changes } = await listChanges(db, { kind: 'edition', editionId: large.id })
    expect([changes[0]!.rows.length, changes[0]!.rowCount]).toEqual([shownRows, 60])
    expect(await findChange(db, changes[0]!.id)).toEqual(changes[0])
  })
})

test('who has changed something is listed once', async () => {
  expect(await listActors(db, { kind: 'edition', editionId: edition.id })).toEqual([
    'acc_1',
    'acc_2',
    'acc_3',
    'database',
  ])
  expect(await listActors(db, { kind: 'edition', editionId: other.id })).toEqual(['database'])
})

test('only the last change of something is not overtaken', async () => {
  const { changes } = await listChanges(db, { kind: 'object', table: 'rooms', id: roomId })
  const ids = changes.map(({ id }) => id)
  expect(await listOvertaken(db, ids)).toEqual(new Set(ids.slice(1)))
})

test('an object is placed where it was last; what was never changed is nowhere', async () => {
  expect(await findPlace(db, 'rooms', roomId)).toEqual({ editionId: edition.id, seriesId: edition.seriesId })
  expect(await findPlace(db, 'persons', personId)).toEqual({ editionId: null, seriesId: null })
  expect(await findPlace(db, 'rooms', newId('room'))).toBeNull()
  expect(await findChange(db, newId('change'))).toBeNull()
})
