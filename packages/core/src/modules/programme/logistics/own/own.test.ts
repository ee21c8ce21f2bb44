import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { listCheckAppointments, listOwnAppointments } from '../appointments/queries.ts'
import { saveLogistics } from '../commands.ts'
import { listContributors } from '../contributors/queries.ts'
import { ownLogisticsInput } from '../schema.ts'
import { saveOwnLogistics } from './commands.ts'
import { findOwnLogistics, listOwnEditions } from './queries.ts'

const { db } = await testDatabase()
const now = '2031-10-01T10:00:00Z'
const ctx = createContext(db, systemActor, fixedClock(now))
let number = 0
let edition: TestEdition
let ida: string
let bo: string

beforeAll(async () => {
  await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
})

beforeEach(async () => {
  number++
  edition = await addEdition(db, `eigene-${number}`)
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida] }])
})

const as = (personId: string | null, at = now) =>
  createContext(db, { ...accountWith([]), personId, isStrong: false }, fixedClock(at))
const scope = () => scopeOfEdition(db, edition.id)
const input = ownLogisticsInput.parse({
  presence: 'always',
  windows: [],
  arrival: { travel: 'train' },
  needs: ['adapter'],
  checkWish: 'vormittags',
})

test('who appears is offered the edition, and nobody else', async () => {
  expect(await listOwnEditions(as(ida))).toMatchObject([{ slug: edition.slug, isOnSite: true, answeredAt: null }])
  expect(await listOwnEditions(as(bo))).toEqual([])
  expect(await listOwnEditions(as(null))).toEqual([])
  expect(await listOwnEditions(as(ida, '2031-11-06T10:00:00Z'))).toEqual([])
  await expect(listOwnEditions(createContext(db, publicActor))).rejects.toThrow('access.denied')
})

test('what somebody says is what organisers see, with when they said it', async () => {
  expect(await saveOwnLogistics(as(ida), edition.id, input, 0)).toEqual({ kind: 'saved' })
  const found = await findOwnLogistics(as(ida), edition.id)
  expect(found?.logistics).toMatchObject({ presence: 'always', checkWish: 'vormittags', revision: 1 })
  const [contributor] = await listContributors(ctx, await scope())
  expect(contributor).toMatchObject({ presence: 'always', travel: 'train', needs: ['adapter'] })
  expect(Temporal.Instant.from(contributor!.answeredAt!).toString()).toBe(now)
})

test('what organisers noted of the line check stays, and who writes at the same time is told', async () => {
  const check = { on: '2031-10-30', by: 'Bo Berg', result: 'good', fallback: 'recording' } as const
  await saveLogistics(ctx, await scope(), ida, { presence: 'unknown', windows: [], needs: [], check })
  expect(await saveOwnLogistics(as(ida), edition.id, input, 0)).toEqual({ kind: 'conflict' })
  await saveOwnLogistics(as(ida), edition.id, input, 1)
  const found = await findOwnLogistics(as(ida), edition.id)
  expect(found?.logistics.check).toMatchObject({ on: '2031-10-30', by: 'Bo Berg', result: 'good' })
})

describe('refuses', () => {
  test.each([
    ['somebody who does not appear', () => as(bo)],
    ['an account without a person', () => as(null)],
    ['when it is over', () => as(ida, '2031-11-06T10:00:00Z')],
  ])('%s', async (_, who) => {
    expect(await findOwnLogistics(who(), edition.id)).toBeNull()
    await expect(saveOwnLogistics(who(), edition.id, input)).rejects.toThrow('edition.not_found')
  })

  test('who has not signed in', async () => {
    await expect(saveOwnLogistics(createContext(db, publicActor), edition.id, input)).rejects.toThrow('access.denied')
  })
})

test('appointments are listed to their person and to organisers, only of those who take part by video', async () => {
  const arrange = (at?: string) => ({
    presence: 'unknown' as const,
    windows: [],
    needs: [],
    check: { on: '2031-10-30', ...(at ? { at } : {}), result: 'open' as const },
  })
  await saveLogistics(ctx, await scope(), ida, arrange('10:15'))
  expect(await listOwnAppointments(as(ida))).toEqual([])
  await db.updateTable('appearances').set({ mode: 'remote' }).where('person_id', '=', ida).execute()
  const appointment = { personId: ida, name: 'Ida Öhm', start: '2031-10-30T10:15', timeZone: 'Europe/Berlin' }
  expect(await listOwnAppointments(as(ida))).toMatchObject([appointment])
  expect(await listOwnAppointments(as(bo))).toEqual([])
  await saveLogistics(ctx, await scope(), ida, arrange())
  expect(await listCheckAppointments(ctx, await scope())).toMatchObject([{ ...appointment, start: '2031-10-30' }])
  await expect(listCheckAppointments(as(ida), await scope())).rejects.toThrow('access.denied')
})
