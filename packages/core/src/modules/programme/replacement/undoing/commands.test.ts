import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions, type TwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { readDraft } from '../../draft/queries.ts'
import { findLatestRelease } from '../../release/queries.ts'
import { addReserve } from '../../reserve/commands.ts'
import { listReserves } from '../../reserve/queries.ts'
import { reserveInput } from '../../reserve/schema.ts'
import { cancelSession } from '../cancelling/commands.ts'
import { replaceSpeaker } from '../commands.ts'
import { undoChange } from './commands.ts'
import { undoingInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let count = 0
let here: TwoSessions
beforeEach(async () => {
  here = await addTwoSessions(db, `zurueck-${++count}`)
})

const undo = (release: number, over = ctx) =>
  undoChange(over, here.scope, undoingInput.parse({ sessionId: here.sessions[0], release: String(release) }))
const both = async () => {
  const shown = (await findLatestRelease(db, here.edition.id))!.programme
  const draft = await readDraft(db, here.edition.id)
  return [shown, draft].map(({ sessions }) => {
    const { title, state, appearances } = sessions.find((one) => one.id === here.sessions[0])!
    return [title, state, appearances.map((held) => `${held.name} ${held.state}`).join(', ')]
  })
}
const original = ['Alpha', 'planned', 'Ida Öhm planned, Bo Berg planned']

test('a replacement is taken back whole, and who stood in can be asked again', async () => {
  const given = { personId: here.people[2], title: 'Gamma', abstract: 'neu' }
  const { id: reserveId } = await addReserve(ctx, here.scope, reserveInput.parse(given))
  await replaceSpeaker(ctx, here.scope, { sessionId: here.sessions[0], standIn: { kind: 'reserve', reserveId } })
  expect((await both())[0]).toEqual(['Gamma', 'planned', 'Ida Öhm replaced, Eva Ernst planned, Bo Berg cancelled'])
  const outcome = await undo(2)
  expect(outcome).toMatchObject({ kind: 'done', release: { number: 3 } })
  expect(await both()).toEqual([original, original])
  expect((await listReserves(db, here.scope)).map(({ state }) => state)).toEqual(['available'])
  expect(await undo(2)).toEqual({ kind: 'unchanged' })
})

test('a cancelled session takes place again, and keeps the title it was given meanwhile', async () => {
  await cancelSession(ctx, here.scope, { sessionId: here.sessions[0] })
  await db.updateTable('sessions').set({ title: 'Alpha, neu' }).where('id', '=', here.sessions[0]).execute()
  await undo(2)
  expect(await both()).toEqual([original, ['Alpha, neu', ...original.slice(1)]])
})

test('what never was is not taken back, and not by who may not', async () => {
  await expect(undo(7)).rejects.toThrow('release.not_found')
  await cancelSession(ctx, here.scope, { sessionId: here.sessions[0] })
  await expect(undo(2, createContext(db, withRole('helper', here.scope)))).rejects.toThrow('access.denied')
  const elsewhere = await addTwoSessions(db, `fremd-${count}`)
  const foreign = { sessionId: elsewhere.sessions[0], release: 2 }
  await expect(undoChange(ctx, here.scope, foreign)).rejects.toThrow('session.not_found')
})
