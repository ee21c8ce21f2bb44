import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { readDraft } from '../../draft/queries.ts'
import { applyMoves } from '../../journal/commands.ts'
import { listEdits } from '../../journal/queries.ts'
import type { ProgrammeSession } from '../../types.ts'
import { findLatestRelease, listReleases } from '../queries.ts'
import { changeAndPublish } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let count = 0
const prepare = () => addTwoSessions(db, `allein-${++count}`)
const retitle = (session: ProgrammeSession) => ({ ...session, title: 'Neu' })

test('publishes one change and leaves what else the draft holds where it is', async () => {
  const { scope, sessions, edition } = await prepare()
  const [first, second] = sessions
  await applyMoves(ctx, scope, { moves: [{ kind: 'park', sessionIds: [second] }] })
  const doing = { kind: 'write', sessionId: first } as const
  const outcome = await changeAndPublish(ctx, scope, { sessionId: first, change: retitle, note: 'Darum', doing })
  expect(outcome).toMatchObject({ kind: 'done', release: { number: 2, note: 'Darum' } })
  const shown = (await findLatestRelease(db, edition.id))!.programme.sessions
  const draft = (await readDraft(db, edition.id)).sessions
  const facts = (list: readonly ProgrammeSession[]) =>
    list.map((one) => [one.title, one.startsAt?.slice(11) ?? null]).sort()
  expect(facts(shown)).toEqual([
    ['Beta', '10:00'],
    ['Neu', '09:00'],
  ])
  expect(facts(draft)).toEqual([
    ['Beta', null],
    ['Neu', '09:00'],
  ])
  expect((await listEdits(db, scope, 1)).map(({ moves }) => moves)).toEqual([[doing]])
})

test('what is so already is neither written nor published', async () => {
  const { scope, sessions, edition } = await prepare()
  const doing = { kind: 'write', sessionId: sessions[0] } as const
  const same = { sessionId: sessions[0], change: (session: ProgrammeSession) => session, doing }
  expect(await changeAndPublish(ctx, scope, same)).toEqual({ kind: 'unchanged' })
  expect(await listReleases(db, edition.id)).toHaveLength(1)
  expect(await listEdits(db, scope, 1)).toEqual([])
})

test('what only the draft has wrong is mended there, without a release', async () => {
  const { scope, sessions, edition } = await prepare()
  await db.updateTable('sessions').set({ title: 'Halb fertig' }).where('id', '=', sessions[0]).execute()
  const doing = { kind: 'write', sessionId: sessions[0] } as const
  const change = (session: ProgrammeSession) => ({ ...session, title: 'Alpha' })
  const outcome = await changeAndPublish(ctx, scope, { sessionId: sessions[0], change, doing })
  expect(outcome).toMatchObject({ kind: 'done', release: null, impact: { people: [] } })
  expect(await listReleases(db, edition.id)).toHaveLength(1)
})

test('is refused to who may not, and for what is not there', async () => {
  const { scope } = await prepare()
  const lone = { sessionId: 'ses_none', change: retitle, doing: { kind: 'write', sessionId: 'ses_none' } as const }
  await expect(changeAndPublish(ctx, scope, lone)).rejects.toThrow('session.not_found')
  for (const actor of [publicActor, withRole('helper', scope)])
    await expect(changeAndPublish(createContext(db, actor), scope, lone)).rejects.toThrow('access.denied')
})
