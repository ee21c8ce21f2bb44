import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import {
  addOrderWish,
  forgetAvailability,
  removeOrderWish,
  saveAvailability,
  savePace,
  saveRoomEquipment,
  saveSessionNeeds,
} from './commands.ts'
import { readCircumstances, readRevisions } from './queries.ts'
import { noCircumstances } from './rules.ts'
import { availabilityInput, orderWishInput, paceInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let [edition, other]: TestEdition[] = []
let scope: EditionScope
let personId: string
let roomId: string
let sessions: string[]

beforeAll(async () => {
  edition = await addEdition(db, 'umstaende')
  other = await addEdition(db, 'fremd')
  scope = await scopeOfEdition(db, edition.id)
  personId = await addPerson(db, 'ida', 'Ida Öhm')
  roomId = (await addTrackAndRoom(db, edition, 'saal')).roomId
  sessions = await addSessions(db, edition, [{ title: 'Alpha' }, { title: 'Beta' }])
})

const pace = { dayBegins: '09:00', dayEnds: '17:30', changeMinutes: 10, breakMinutes: 15, stretchMinutes: 120 }
const windows = [{ from: '2031-11-05T09:00', until: '2031-11-05T12:00' }]

test('an edition that has said nothing has the usual pace and knows nothing', async () => {
  expect(await readCircumstances(db, other!.id)).toEqual({ ...noCircumstances, today: expect.any(String) })
})

test('what is saved is read back, and what is saved again takes its place', async () => {
  await savePace(ctx, scope, pace)
  await saveAvailability(ctx, scope, { personId, windows: [] })
  await saveAvailability(ctx, scope, { personId, windows })
  await saveRoomEquipment(ctx, scope, { roomId, equipment: ['remote', 'projector'] })
  await saveSessionNeeds(ctx, scope, { sessionId: sessions[0]!, expectedCount: 80, equipment: ['projector'] })
  const wish = { firstSessionId: sessions[1]!, thenSessionId: sessions[0]! }
  await addOrderWish(ctx, scope, wish)
  await addOrderWish(ctx, scope, { ...wish, reason: 'baut darauf auf' })
  const known = await readCircumstances(db, edition!.id)
  expect(known).toEqual({
    pace,
    availabilities: [{ personId, windows }],
    roomEquipment: [{ roomId, equipment: ['remote', 'projector'] }],
    sessionNeeds: [{ sessionId: sessions[0], expectedCount: 80, equipment: ['projector'] }],
    orderWishes: [{ id: expect.any(String), ...wish, reason: 'baut darauf auf' }],
    slots: [],
    lines: [],
    today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
  await forgetAvailability(ctx, scope, personId)
  await removeOrderWish(ctx, scope, known.orderWishes[0]!.id)
  expect(await readCircumstances(db, edition!.id)).toMatchObject({ availabilities: [], orderWishes: [] })
})

test('who saves over what somebody else has saved is told, and nothing is written', async () => {
  const needs = (expectedCount: number) => ({ sessionId: sessions[1]!, expectedCount, equipment: [] })
  expect(await saveSessionNeeds(ctx, scope, needs(10))).toEqual({ kind: 'saved' })
  const seen = (await readRevisions(db, edition!.id)).get(sessions[1]!)!
  expect(await saveSessionNeeds(ctx, scope, needs(20), seen)).toEqual({ kind: 'saved' })
  expect(await saveSessionNeeds(ctx, scope, needs(30), seen)).toEqual({ kind: 'conflict' })
  const { sessionNeeds } = await readCircumstances(db, edition!.id)
  expect(sessionNeeds.find((one) => one.sessionId === sessions[1])?.expectedCount).toBe(20)
})

describe('refuses', () => {
  test('rooms and sessions of another edition, and persons that nobody knows', async () => {
    const foreign = await scopeOfEdition(db, other!.id)
    await expect(saveRoomEquipment(ctx, foreign, { roomId, equipment: [] })).rejects.toThrow('room.not_found')
    const needs = { sessionId: sessions[0]!, equipment: [] }
    await expect(saveSessionNeeds(ctx, foreign, needs)).rejects.toThrow('session.not_found')
    const wish = { firstSessionId: sessions[0]!, thenSessionId: sessions[1]! }
    await expect(addOrderWish(ctx, foreign, wish)).rejects.toThrow('session.not_found')
    await expect(saveAvailability(ctx, scope, { personId: 'per_none', windows })).rejects.toThrow('person.not_found')
  })

  test('whoever may not edit the programme', async () => {
    for (const actor of [publicActor, withRole('helper', { seriesId: scope.seriesId, editionId: scope.editionId })]) {
      const denied = createContext(db, actor)
      await expect(savePace(denied, scope, pace)).rejects.toThrow('access.denied')
      await expect(forgetAvailability(denied, scope, personId)).rejects.toThrow('access.denied')
      await expect(removeOrderWish(denied, scope, 'wsh_1')).rejects.toThrow('access.denied')
    }
  })

  test.each([
    ['a day that ends before it begins', paceInput, { ...pace, dayEnds: '08:00' }],
    ['a time of day that does not exist', paceInput, { ...pace, dayBegins: '24:00' }],
    [
      'a window that ends before it begins',
      availabilityInput,
      { personId: 'p', windows: [{ from: windows[0]!.until, until: windows[0]!.from }] },
    ],
    ['an order of one session', orderWishInput, { firstSessionId: 'a', thenSessionId: 'a' }],
  ])('%s', (_, schema, input) => expect(schema.safeParse(input).success).toBe(false))
})

test('reading takes as many queries for much as for nothing', async () => {
  const counts = [edition!, other!].map(({ id }) => countQueries(db, (counted) => readCircumstances(counted, id)))
  expect(await Promise.all(counts)).toEqual([8, 8])
})
