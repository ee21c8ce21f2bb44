import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addWorkplaces, whoMay } from '../../../../../test/workplaces.ts'
import { saveLevels } from '../levels/commands.ts'
import { usualLevels } from '../levels/rules.ts'
import { acceptPlan, keepPlan, rejectPlan, requestPlan, stopPlan } from './commands.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own } = places

test.each([
  ['ask for a plan', (ctx) => requestPlan(ctx, own, { task: { kind: 'all' }, seconds: 1 })],
  ['stop it', (ctx) => stopPlan(ctx, own)],
  ['accept it', (ctx) => acceptPlan(ctx, own, {})],
  ['keep it', (ctx) => keepPlan(ctx, own, 'x')],
  ['reject it', (ctx) => rejectPlan(ctx, own)],
  ['weigh wishes', (ctx) => saveLevels(ctx, own, usualLevels)],
] satisfies [string, Parameters<typeof whoMay>[2]][])('who may %s', async (_, attempt) => {
  const may = await whoMay(db, places, attempt)
  expect(may).toEqual(['system', 'operator', 'series-organiser', 'programme'])
})
