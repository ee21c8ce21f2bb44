import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { readLastEdit } from '../../journal/queries.ts'
import { addOrderWish, removeOrderWish, savePace, saveSessionNeeds } from '../commands.ts'
import { findPace, findSessionNeeds } from '../queries.ts'
import { usualPace } from '../rules.ts'
import { listNamedWishes, listSessionsToOrder } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let edition: TestEdition
let scope: EditionScope
let sessions: string[]

beforeAll(async () => {
  edition = await addEdition(db, 'wuensche')
  scope = await scopeOfEdition(db, edition.id)
  sessions = await addSessions(db, edition, [
    { title: 'Grundlagen' },
    { title: 'Aufbau' },
    { title: 'Kaffee', type: 'break' },
    { title: 'Weg', state: 'removed' },
  ])
})

test('an order can be wished between what people come for', async () => {
  const titles = (await listSessionsToOrder(db, edition.id)).map((one) => one.title)
  expect(titles).toEqual(['Aufbau', 'Grundlagen'])
})

test('wishes are told with the titles of their sessions, until they are taken back', async () => {
  const [first, then] = sessions
  await addOrderWish(ctx, scope, { firstSessionId: first!, thenSessionId: then!, reason: 'führt ein' })
  const [wish] = await listNamedWishes(db, edition.id)
  expect(wish).toMatchObject({ firstTitle: 'Grundlagen', thenTitle: 'Aufbau', reason: 'führt ein' })
  await removeOrderWish(ctx, scope, wish!.id)
  expect(await listNamedWishes(db, edition.id)).toEqual([])
})

test('what a session needs and the pace begin at revision 0, and a second beginner is told', async () => {
  expect(await findPace(db, edition.id)).toEqual({ ...usualPace, revision: 0 })
  expect(await findSessionNeeds(db, edition.id, sessions[0]!)).toEqual({
    title: 'Grundlagen',
    expectedCount: null,
    equipment: [],
    revision: 0,
  })
  expect(await findSessionNeeds(db, edition.id, 'ses_none')).toBeNull()
  const needs = { sessionId: sessions[0]!, expectedCount: 80, equipment: [] }
  expect(await saveSessionNeeds(ctx, scope, needs, 0)).toEqual({ kind: 'saved' })
  expect(await saveSessionNeeds(ctx, scope, needs, 0)).toEqual({ kind: 'conflict' })
  expect(await findSessionNeeds(db, edition.id, sessions[0]!)).toMatchObject({ expectedCount: 80, revision: 1 })
  const { changeMinutes, breakMinutes, stretchMinutes } = usualPace
  const pace = { dayBegins: '09:00', changeMinutes, breakMinutes, stretchMinutes }
  expect(await savePace(ctx, scope, pace, 0)).toEqual({ kind: 'saved' })
  expect(await savePace(ctx, scope, pace, 0)).toEqual({ kind: 'conflict' })
  expect(await findPace(db, edition.id)).toEqual({ ...usualPace, dayBegins: '09:00', revision: 1 })
})

describe('those who edit the draft are told', () => {
  const order = () => ({ firstSessionId: sessions[0]!, thenSessionId: sessions[1]! })
  test.each<[string, () => Promise<unknown>]>([
    ['of a wish', () => addOrderWish(ctx, scope, order())],
    ['of a need', () => saveSessionNeeds(ctx, scope, { sessionId: sessions[1]!, equipment: [] })],
    ['of a pace', () => savePace(ctx, scope, { changeMinutes: 5, breakMinutes: 5, stretchMinutes: 60 })],
  ])('%s', async (_, save) => {
    const before = await readLastEdit(db, edition.id)
    await save()
    expect(await readLastEdit(db, edition.id)).toBe(before + 1)
  })
})
