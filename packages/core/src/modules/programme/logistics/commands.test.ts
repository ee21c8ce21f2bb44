import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { saveAvailability } from '../circumstances/commands.ts'
import { readCircumstances } from '../circumstances/queries.ts'
import { readLastEdit } from '../journal/queries.ts'
import { addReserve } from '../reserve/commands.ts'
import { reserveInput } from '../reserve/schema.ts'
import { saveLogistics } from './commands.ts'
import { findLogistics } from './queries.ts'
import { noLogistics } from './rules.ts'
import { type LogisticsInput, logisticsInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let number = 0
let edition: TestEdition
let scope: EditionScope
let ida: string

beforeEach(async () => {
  number++
  edition = await addEdition(db, `anreise-${number}`)
  scope = await scopeOfEdition(db, edition.id)
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida] }])
})

const nothing: LogisticsInput = logisticsInput.parse({ presence: 'unknown', windows: [], needs: [] })
const arrival = {
  on: '2031-11-04',
  at: '18:20',
  travel: 'train',
  pickUp: 'Hauptbahnhof',
  stay: 'Hotel am Markt',
} as const
const check = { on: '2031-10-30', at: '10:00', by: 'Bo Berg', link: 'https://video.example/7', result: 'open' } as const
const full: LogisticsInput = {
  presence: 'partly',
  windows: [{ day: '2031-11-05', from: '09:00', until: '12:00' }, { day: '2031-11-06' }],
  arrival,
  needs: ['own-laptop', 'step-free'],
  needsNote: 'Rampe am Eingang',
  checkWish: 'dienstags',
  check: { ...check, fallback: 'phone', fallbackPhone: '+49 341 1' },
}
const known = () => findLogistics(db, edition.id, ida)

test('of whom nobody has said anything nothing is known', async () => expect(await known()).toEqual(noLogistics))

test('what is saved is read back, and the warnings know it', async () => {
  expect(await saveLogistics(ctx, scope, ida, full, 0)).toEqual({ kind: 'saved' })
  const windows = [
    { from: '2031-11-05T09:00', until: '2031-11-05T12:00' },
    { from: '2031-11-06T00:00', until: '2031-11-07T00:00' },
  ]
  expect(await known()).toEqual({
    ...noLogistics,
    presence: 'partly',
    windows,
    arrival,
    needs: full.needs,
    needsNote: 'Rampe am Eingang',
    checkWish: 'dienstags',
    check: { ...noLogistics.check, ...full.check },
    revision: 1,
  })
  const { availabilities, lines } = await readCircumstances(db, edition.id)
  expect(availabilities).toEqual([{ personId: ida, windows }])
  expect(lines).toEqual([{ personId: ida, on: '2031-10-30', result: 'open', fallback: 'phone' }])
})

test('what was not asked for stays as it is', async () => {
  await saveLogistics(ctx, scope, ida, full)
  await saveLogistics(ctx, scope, ida, nothing)
  const { arrival: kept, check: line, ...rest } = await known()
  expect([kept, line.by, line.fallbackPhone]).toEqual([arrival, 'Bo Berg', '+49 341 1'])
  expect(rest).toMatchObject({ presence: 'unknown', windows: [], needs: [], needsNote: null, checkWish: null })
})

describe('whether somebody can be there', () => {
  test.each([
    ['unknown', null],
    ['always', null],
    ['never', []],
  ] as const)('%s', async (presence, windows) => {
    await saveLogistics(ctx, scope, ida, full)
    await saveLogistics(ctx, scope, ida, { ...nothing, presence })
    expect((await known()).presence).toBe(presence)
    const { availabilities } = await readCircumstances(db, edition.id)
    expect(availabilities).toEqual(windows ? [{ personId: ida, windows }] : [])
  })
})

describe('of two who have the same form before them the second is told', () => {
  test('where nothing was stored', async () => {
    await saveLogistics(ctx, scope, ida, full, 0)
    expect(await saveLogistics(ctx, scope, ida, nothing, 0)).toEqual({ kind: 'conflict' })
    expect((await known()).presence).toBe('partly')
  })

  test('also where the first changed only the times', async () => {
    await saveLogistics(ctx, scope, ida, full, 0)
    const { revision } = await known()
    await saveLogistics(ctx, scope, ida, { ...full, windows: [{ day: '2031-11-05' }] }, revision)
    expect(await saveLogistics(ctx, scope, ida, full, revision)).toEqual({ kind: 'conflict' })
  })

  test('also where the times were changed elsewhere', async () => {
    await saveLogistics(ctx, scope, ida, full, 0)
    const { revision } = await known()
    await saveAvailability(ctx, scope, { personId: ida, windows: [] })
    expect(await saveLogistics(ctx, scope, ida, full, revision)).toEqual({ kind: 'conflict' })
  })

  test('not where the same was saved again', async () => {
    await saveLogistics(ctx, scope, ida, full, 0)
    await saveLogistics(ctx, scope, ida, full, 1)
    expect((await known()).revision).toBe(1)
  })
})

test('those who edit the draft are told', async () => {
  const before = await readLastEdit(db, edition.id)
  await saveLogistics(ctx, scope, ida, full)
  expect(await readLastEdit(db, edition.id)).toBe(before + 1)
})

describe('refuses', () => {
  test('whoever does not appear, and an edition that is another', async () => {
    const bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
    await expect(saveLogistics(ctx, scope, bo, full)).rejects.toThrow('person.not_found')
    const next = await scopeOfEdition(db, (await addEditionOf(db, edition.seriesId, 'neu', '2032-11-05')).id)
    await expect(saveLogistics(ctx, next, ida, full)).rejects.toThrow('person.not_found')
  })

  test('somebody who stands in elsewhere', async () => {
    const next = await scopeOfEdition(db, (await addEditionOf(db, edition.seriesId, 'neu', '2032-11-05')).id)
    const { id } = await addReserve(ctx, next, reserveInput.parse({ personId: ida }))
    const standIn = { ...full, check: { ...check, fallback: 'stand-in' as const, standInId: id } }
    await expect(saveLogistics(ctx, scope, ida, standIn)).rejects.toThrow('reserve.not_found')
  })

  test('whoever may not edit the programme', async () => {
    for (const actor of [publicActor, withRole('helper', scope), withRole('programme', { editionId: 'edi_1' })])
      await expect(saveLogistics(createContext(db, actor), scope, ida, full)).rejects.toThrow('access.denied')
  })

  test.each([
    ['times of somebody who is always there', { presence: 'always', windows: [{ day: '2031-11-05' }] }, 'presence'],
    ['no time of somebody who is there now and then', { presence: 'partly' }, 'windows'],
    ['an end before the beginning', { windows: [{ day: '2031-11-05', from: '10:00', until: '09:00' }] }, 'windows'],
    ['a call without a number', { check: { result: 'open', fallback: 'phone' } }, 'check'],
    ['somebody who stands in and is nobody', { check: { result: 'open', fallback: 'stand-in' } }, 'check'],
  ])('%s', (_, input, path) => {
    const { error } = logisticsInput.safeParse({ ...nothing, ...input })
    expect(error?.issues.map((issue) => issue.path[0])).toContain(path)
  })
})
