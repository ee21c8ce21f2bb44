import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { applyMoves, undoEdit } from './commands.ts'
import { listEdits } from './queries.ts'

const { db } = await testDatabase()
const together = 4
const day = '2031-11-05'

async function prepare(slug: string) {
  const edition = await addEdition(db, slug)
  const ids = await addSessions(
    db,
    edition,
    Array.from({ length: together }, (_, n) => ({ title: `Nr ${n}` })),
  )
  return { ids, scope: await scopeOfEdition(db, edition.id) }
}

const kindsOf = (outcomes: PromiseSettledResult<{ kind: string }>[]) =>
  outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed')).sort()

/** Whether each edit began where the one before it had left the session, so that undoing them one by one leads back. */
async function isChain(scope: EditionScope): Promise<boolean> {
  const changes = (await listEdits(db, scope, 0)).flatMap((edit) => edit.changes)
  const places = changes.map((change) => (change.kind === 'placed' ? change : undefined))
  return places.every((change, n) => n === 0 || change?.from.startsAt === places[n - 1]?.to.startsAt)
}

async function moveAtOnce(over: Db, slug: string) {
  const { ids, scope } = await prepare(slug)
  const ctx = createContext(over, systemActor)
  const place = (n: number) =>
    ({ kind: 'place', sessionId: ids[0]!, day, startsAt: `${day}T1${n}:00`, roomId: null }) as const
  const all = ids.map((_, n) => applyMoves(ctx, scope, { moves: [place(n)] }))
  const kinds = kindsOf(await Promise.allSettled(all))
  return { kinds, isChain: await isChain(scope) }
}

test('four who move one session at once do so one after the other', async () => {
  expect(await moveAtOnce(db, 'vier')).toEqual({ kinds: Array(together).fill('done'), isChain: true })
})

test('without the lock on the edition they all move it from where it was', async () => {
  const outcome = await moveAtOnce(withoutLocks(db, together), 'vier-ohne')
  expect(outcome).not.toEqual({ kinds: Array(together).fill('done'), isChain: true })
})

async function undoAtOnce(over: Db, slug: string) {
  const { ids, scope } = await prepare(slug)
  await applyMoves(createContext(db, systemActor), scope, { moves: [{ kind: 'lock', sessionIds: [ids[0]!] }] })
  const ctx = createContext(over, systemActor)
  return kindsOf(await Promise.allSettled(Array.from({ length: together }, () => undoEdit(ctx, scope))))
}

test('one edit is undone once, however often somebody asks at once', async () => {
  expect(await undoAtOnce(db, 'zurueck')).toEqual(['done', 'nothing', 'nothing', 'nothing'])
})

test('without the lock all believe that it is still to be undone', async () => {
  expect(await undoAtOnce(withoutLocks(db, together), 'zurueck-ohne')).not.toContain('nothing')
})
