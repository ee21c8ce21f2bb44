import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { applyMoves, undoEdit } from '../../journal/commands.ts'
import { readBoard } from '../../journal/queries.ts'
import { listVariants } from '../../variants/queries.ts'
import { planEdition } from '../proposal/rules.ts'
import { readPlanningInput } from '../queries.ts'
import { claimRun, endRun, noteProgress } from '../working/commands.ts'
import { acceptPlan, keepPlan, rejectPlan, requestPlan, stopPlan } from './commands.ts'
import { findRun } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let rooms: string[]
let ids: string[]

beforeEach(async () => {
  const edition = await addEdition(db, `planung-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  rooms = [(await addTrackAndRoom(db, edition, 'saal')).roomId, (await addTrackAndRoom(db, edition, 'aula')).roomId]
  ids = await addSessions(db, edition, [
    { title: 'Alpha', startsAt: `${day}T09:00`, day, durationMinutes: 45, roomId: rooms[0] },
    { title: 'Beta', durationMinutes: 45 },
    { title: 'Gamma', durationMinutes: 45 },
  ])
})

/** What the thread of the server does, done at once. */
async function plan(kind: 'unplaced' | 'all' = 'unplaced'): Promise<void> {
  const requested = await requestPlan(ctx, scope, { task: { kind }, seconds: 1 })
  if (requested.kind !== 'queued') throw new Error(requested.kind)
  const claimed = await claimRun(ctx, scope, requested.id)
  const outcome = planEdition(await readPlanningInput(db, scope), claimed!.task, { work: 1_000_000 })
  await endRun(ctx, scope, requested.id, outcome)
}

const startsInDraft = async () => {
  const { programme } = await readBoard(db, scope.editionId)
  const known = new Map(programme.sessions.map((session) => [session.id, session.startsAt]))
  return ids.map((id) => known.get(id))
}

test('a proposal is not in the draft before it is accepted, then all of it is, as one edit that can be undone', async () => {
  const before = await readBoard(db, scope.editionId)
  await plan()
  expect(await readBoard(db, scope.editionId)).toEqual(before)
  const outcome = await acceptPlan(ctx, scope, {})
  expect(outcome).toMatchObject({ kind: 'done', edit: { moves: [{ kind: 'plan', task: 'unplaced' }] } })
  expect((await startsInDraft()).every((start) => start !== null)).toBe(true)
  await undoEdit(ctx, scope)
  expect(JSON.stringify(await readBoard(db, scope.editionId))).toBe(JSON.stringify(before))
})

test('single moves are accepted, and the rest waits on', async () => {
  await plan()
  expect(await acceptPlan(ctx, scope, { ids: [ids[2]!] })).toMatchObject({ kind: 'done' })
  const [, beta, gamma] = await startsInDraft()
  expect([beta, gamma === null]).toEqual([null, false])
  expect(await acceptPlan(ctx, scope, { ids: [ids[2]!] })).toEqual({ kind: 'nothing' })
  expect(await acceptPlan(ctx, scope, {})).toMatchObject({ kind: 'done', edit: { changes: [{ sessionId: ids[1] }] } })
})

test('what the draft has moved meanwhile is asked about, and what it has locked is left alone', async () => {
  await plan()
  const place = { kind: 'place', sessionId: ids[1]!, day, startsAt: `${day}T16:00`, roomId: rooms[1]! } as const
  await applyMoves(ctx, scope, { moves: [place] })
  expect(await acceptPlan(ctx, scope, {})).toEqual({ kind: 'disputed', ids: [ids[1]] })
  expect(await acceptPlan(ctx, scope, { prefer: 'draft' })).toMatchObject({ kind: 'done' })
  expect((await startsInDraft())[1]).toBe(`${day}T16:00`)
  await applyMoves(ctx, scope, { moves: [{ kind: 'lock', sessionIds: [ids[1]!] }] })
  expect(await acceptPlan(ctx, scope, { prefer: 'variant' })).toEqual({ kind: 'locked', ids: [ids[1]] })
})

test('a proposal is kept as a variant, and rejected', async () => {
  await plan('all')
  expect(await keepPlan(ctx, scope, 'vom Planer')).toMatchObject({ kind: 'added' })
  expect(await keepPlan(ctx, scope, 'vom Planer')).toEqual({ kind: 'taken' })
  const [variant] = await listVariants(db, scope)
  expect(Object.keys(variant!.places).sort()).toEqual([...ids].sort())
  await rejectPlan(ctx, scope)
  expect(await findRun(db, scope)).toBeNull()
  await expect(acceptPlan(ctx, scope, {})).rejects.toThrow('plan.not_found')
})

test('an edition is planned once at a time, and one whose server has died does not keep it from that', async () => {
  const input = { task: { kind: 'all' }, seconds: 1 } as const
  const first = await requestPlan(ctx, scope, input)
  expect(await requestPlan(ctx, scope, input)).toEqual({ kind: 'busy' })
  const later = createContext(db, systemActor, fixedClock(Temporal.Now.instant().add({ seconds: 31 }).toString()))
  const second = await requestPlan(later, scope, input)
  expect(second).toMatchObject({ kind: 'queued' })
  if (first.kind !== 'queued' || second.kind !== 'queued') throw new Error('not queued')
  expect(await claimRun(ctx, scope, first.id)).toBeNull()
  expect(await claimRun(ctx, scope, second.id)).toMatchObject({ seconds: 1 })
  expect(await claimRun(ctx, scope, second.id)).toBeNull()
})

test('who works on a run hears that it should stop, and that it was rejected', async () => {
  const requested = await requestPlan(ctx, scope, { task: { kind: 'all' }, seconds: 1 })
  const id = requested.kind === 'queued' ? requested.id : ''
  const progress = { share: 0.5, places: {} }
  expect(await noteProgress(ctx, scope, id, progress)).toBe('go-on')
  await stopPlan(ctx, scope)
  expect(await noteProgress(ctx, scope, id, null)).toBe('stop')
  expect(await findRun(db, scope)).toMatchObject({ share: 0.5, isStopping: true })
  await rejectPlan(ctx, scope)
  expect(await noteProgress(ctx, scope, id, progress)).toBe('gone')
  await endRun(ctx, scope, id, null)
  expect(await findRun(db, scope)).toBeNull()
})
