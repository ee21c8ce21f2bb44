import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../test/programme.ts'
import { systemActor } from '../../kernel/actor.ts'
import type { EditionScope } from '../../kernel/scope.ts'
import { scopeOfEdition } from '../../modules/editions/scope/queries.ts'
import { rejectPlan, requestPlan, stopPlan } from '../../modules/programme/planning/runs/commands.ts'
import { findRun } from '../../modules/programme/planning/runs/queries.ts'
import type { PlanRun } from '../../modules/programme/planning/runs/types.ts'
import { createLog } from '../../platform/log/log.ts'
import { createContext } from '../context.ts'
import { openPlanner } from './planner.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const planner = openPlanner(ctx, createLog('silent'))
afterAll(() => planner.close())
let count = 0
let scope: EditionScope
let ids: string[]

beforeEach(async () => {
  const edition = await addEdition(db, `faden-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  for (const room of ['saal', 'aula', 'raum']) await addTrackAndRoom(db, edition, room)
  const sessions = Array.from({ length: 24 }, (_, i) => ({ title: `Beitrag ${i}`, durationMinutes: 45 }))
  ids = await addSessions(db, edition, sessions)
  // Nobody can go to all of them, so that no search can be sure to be done before its time.
  const everything = { key: `k${count}`, edition_id: edition.id, session_ids: ids.toSorted() }
  await db
    .insertInto('bookmark_lists')
    .values({ ...everything, counted_at: '2031-10-01T10:00:00Z' })
    .execute()
})

async function start(seconds: number, of = planner): Promise<void> {
  const requested = await requestPlan(ctx, scope, { task: { kind: 'all' }, seconds })
  if (requested.kind !== 'queued') throw new Error(requested.kind)
  of.start(scope, requested.id)
}

async function until(holds: (run: PlanRun | null) => boolean): Promise<PlanRun | null> {
  for (let tries = 0; tries < 200; tries++) {
    const run = await findRun(db, scope)
    if (holds(run)) return run
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come to that')
}

test('a run gives every session a place, and explains where one is', async () => {
  await start(1)
  const run = await until((one) => one?.state === 'done')
  expect(run?.outcome).toMatchObject({ kind: 'proposal', unplaced: [], isStopped: false })
  expect(Object.keys(run!.places).sort()).toEqual([...ids].sort())
  const explanation = await planner.explain(scope, ids[0]!)
  expect(explanation).toMatchObject({ kind: 'placed', verdict: { broken: [], inTheWay: [] } })
  expect(explanation.kind === 'placed' && explanation.others.length).toBeGreaterThan(0)
})

test('a run tells how far it has come, and stops with what it has when somebody wants it to', async () => {
  await start(60)
  const under = await until((run) => Object.keys(run?.places ?? {}).length === 24)
  expect(under).toMatchObject({ state: 'running' })
  await stopPlan(ctx, scope)
  const run = await until((one) => one?.state === 'done')
  expect(run?.outcome).toMatchObject({ kind: 'proposal', isStopped: true })
})

test('a run that is rejected ends, and another one can begin', async () => {
  await start(60)
  await until((run) => (run?.share ?? 0) > 0)
  await rejectPlan(ctx, scope)
  await start(1)
  expect(await until((run) => run?.state === 'done')).toMatchObject({ outcome: { isStopped: false } })
})

test('what a server that ends was working on has failed, and does not wait for its time', async () => {
  const short = openPlanner(ctx, createLog('silent'))
  await start(60, short)
  await until((run) => run?.state === 'running')
  await short.close()
  expect(await findRun(db, scope)).toMatchObject({ state: 'failed', outcome: null })
})
