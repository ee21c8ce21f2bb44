import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { publishRelease } from '../../release/commands.ts'
import { listChangelog } from '../../release/queries.ts'
import type { SessionState } from '../../types.ts'
import { setSessionState } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let edition: TestEdition
let scope: EditionScope
let id: string

beforeAll(async () => {
  edition = await addEdition(db, 'stand')
  scope = await scopeOfEdition(db, edition.id)
  ;[id] = (await addSessions(db, edition, [{ title: 'Vortrag' }, { title: 'Bleibt' }])) as [string]
  await publishRelease(ctx, { editionId: edition.id })
})

/** What publishing tells after the session came to this state. */
async function toldAfter(state: SessionState) {
  expect(await setSessionState(ctx, scope, id, state)).toEqual({ kind: 'saved' })
  await publishRelease(ctx, { editionId: edition.id })
  const [last] = await listChangelog(db, edition.id, 1)
  const { cancelled, reinstated, removed, added } = last!.report
  const titles = { cancelled, reinstated, removed, added }
  return Object.entries(titles).flatMap(([name, list]) => list.map((one) => `${name} ${one.title}`))
}

test('each state is told for what it is, and the session is the same one all the way', async () => {
  expect(await toldAfter('cancelled')).toEqual(['cancelled Vortrag'])
  expect(await toldAfter('planned')).toEqual(['reinstated Vortrag'])
  expect(await toldAfter('removed')).toEqual(['removed Vortrag'])
  expect(await db.selectFrom('published_sessions').select('title').execute()).toEqual([{ title: 'Bleibt' }])
  expect(await toldAfter('planned')).toEqual(['added Vortrag'])
})

describe('who may not', () => {
  test('is refused, or does not learn that the session exists', async () => {
    const other = await scopeOfEdition(db, (await addEdition(db, 'fremd')).id)
    await expect(setSessionState(ctx, other, id, 'removed')).rejects.toThrow('session.not_found')
    await expect(setSessionState(ctx, scope, 'ses_none', 'removed')).rejects.toThrow('session.not_found')
    for (const role of ['editor', 'review', 'helper'] as const) {
      const actor = createContext(db, withRole(role, scope))
      await expect(setSessionState(actor, scope, id, 'removed')).rejects.toThrow('access.denied')
    }
  })
})
