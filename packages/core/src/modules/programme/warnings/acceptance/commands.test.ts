import { expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { readWarnings } from '../queries.ts'
import { acceptWarning, withdrawAcceptance } from './commands.ts'
import { fingerprintOf } from './rules.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

/** Two sessions that share a room for a quarter of an hour. */
async function addCollision(slug: string) {
  const edition = await addEdition(db, slug)
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const day = '2031-11-05'
  const ids = await addSessions(db, edition, [
    { title: 'Alpha', roomId, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
    { title: 'Beta', roomId, day, startsAt: `${day}T09:30`, durationMinutes: 45 },
  ])
  return { scope: await scopeOfEdition(db, edition.id), ids }
}

test('an accepted warning is put aside until its facts change, and comes back when it is taken back', async () => {
  const { scope, ids } = await addCollision('geteilt')
  const { open } = await readWarnings(db, scope)
  expect(open).toMatchObject([{ warning: { kind: 'room-taken-twice', facts: { overlapMinutes: 15 } }, former: null }])
  const { warning } = open[0]!
  const input = { key: warning.key, fingerprint: fingerprintOf(warning), reason: 'Der Raum wird geteilt.' }
  expect(await acceptWarning(ctx, scope, input)).toEqual({ kind: 'accepted' })
  expect(await readWarnings(db, scope)).toMatchObject({ open: [], accepted: [{ acceptance: { accountId: null } }] })

  await db.updateTable('sessions').set({ duration_minutes: 60 }).where('id', '=', ids[0]!).execute()
  const changed = await readWarnings(db, scope)
  expect(changed).toMatchObject({ open: [{ former: { reason: 'Der Raum wird geteilt.' } }], accepted: [] })
  expect(await acceptWarning(ctx, scope, input)).toEqual({ kind: 'changed' })

  const seen = { ...input, fingerprint: fingerprintOf(changed.open[0]!.warning), reason: 'Immer noch.' }
  expect(await acceptWarning(ctx, scope, seen)).toEqual({ kind: 'accepted' })
  expect((await readWarnings(db, scope)).accepted).toMatchObject([{ acceptance: { reason: 'Immer noch.' } }])
  await withdrawAcceptance(ctx, scope, warning.key)
  expect(await readWarnings(db, scope)).toMatchObject({ open: [{ former: null }], accepted: [] })
})

test('only who may edit the programme accepts a warning', async () => {
  const { scope } = await addCollision('verwehrt')
  for (const actor of [publicActor, accountWith([{ role: 'helper', ...scope }])]) {
    const denied = createContext(db, actor)
    await expect(acceptWarning(denied, scope, { key: 'k', fingerprint: 'f', reason: 'r' })).rejects.toThrow(
      'access.denied',
    )
    await expect(withdrawAcceptance(denied, scope, 'k')).rejects.toThrow('access.denied')
  }
})

test('a warning that is not there cannot be accepted', async () => {
  const { scope } = await addCollision('erfunden')
  expect(await acceptWarning(ctx, scope, { key: 'k', fingerprint: 'f', reason: 'r' })).toEqual({ kind: 'changed' })
})

test('reading takes as many queries for many warnings as for none', async () => {
  const { scope } = await addCollision('abfragen')
  const empty = await scopeOfEdition(db, (await addEdition(db, 'leer')).id)
  const counts = [scope, empty].map((one) => countQueries(db, (counted) => readWarnings(counted, one)))
  expect(await Promise.all(counts)).toEqual([15, 15])
})
