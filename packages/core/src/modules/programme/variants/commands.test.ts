import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { applyMoves, undoEdit } from '../journal/commands.ts'
import { readBoard } from '../journal/queries.ts'
import { addVariant, moveInVariant, removeVariant, takeOverVariant } from './commands.ts'
import { compareVariants, findVariant, listVariants } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let rooms: string[]
let [first, second]: string[] = []

beforeEach(async () => {
  const edition = await addEdition(db, `variante-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  rooms = [(await addTrackAndRoom(db, edition, 'saal')).roomId, (await addTrackAndRoom(db, edition, 'aula')).roomId]
  const placed = { roomId: rooms[0], day, durationMinutes: 45 }
  ;[first, second] = await addSessions(db, edition, [
    { title: 'Alpha', startsAt: `${day}T09:00`, ...placed },
    { title: 'Beta', startsAt: `${day}T10:00`, ...placed },
  ])
})

async function addNamed(name: string, from?: string): Promise<string> {
  const outcome = await addVariant(ctx, scope, { name, from })
  if (outcome.kind !== 'added') throw new Error(outcome.kind)
  return outcome.id
}
const leaveRoom = () => ({ moves: [{ kind: 'change-room', day, fromRoomId: rooms[0]!, toRoomId: rooms[1]! }] as const })
const roomsInDraft = async () => {
  const { programme } = await readBoard(db, scope.editionId)
  const known = new Map(programme.sessions.map((session) => [session.id, session.roomId]))
  return [first, second].map((id) => known.get(id!))
}

test('a variant is changed, compared and taken over as one edit, which can be undone', async () => {
  const id = await addNamed('wenn der Saal ausfällt')
  expect(await moveInVariant(ctx, scope, id, leaveRoom())).toEqual({ kind: 'done' })
  expect(await roomsInDraft()).toEqual([rooms[0], rooms[0]])
  const { report } = await compareVariants(db, scope, null, id)
  expect(report.moved.map((session) => session.title).sort()).toEqual(['Alpha', 'Beta'])

  const outcome = await takeOverVariant(ctx, scope, id)
  expect(outcome).toMatchObject({
    kind: 'done',
    edit: { moves: [{ kind: 'take-over', variant: 'wenn der Saal ausfällt' }] },
  })
  expect(await roomsInDraft()).toEqual([rooms[1], rooms[1]])
  expect(await takeOverVariant(ctx, scope, id)).toEqual({ kind: 'nothing' })
  await undoEdit(ctx, scope)
  expect(await roomsInDraft()).toEqual([rooms[0], rooms[0]])
})

test('what the draft has moved meanwhile is asked about', async () => {
  const id = await addNamed('ohne Saal')
  await moveInVariant(ctx, scope, id, leaveRoom())
  await applyMoves(ctx, scope, { moves: [{ kind: 'park', sessionIds: [first!] }] })
  expect(await takeOverVariant(ctx, scope, id)).toEqual({ kind: 'disputed', ids: [first] })
  expect(await takeOverVariant(ctx, scope, id, 'draft')).toMatchObject({ kind: 'done' })
  expect(await roomsInDraft()).toEqual([null, rooms[1]])
  expect(await takeOverVariant(ctx, scope, id, 'variant')).toMatchObject({ kind: 'done' })
  expect(await roomsInDraft()).toEqual([rooms[1], rooms[1]])
})

test('what is locked in the draft is not moved by a variant', async () => {
  const id = await addNamed('gesperrt')
  await moveInVariant(ctx, scope, id, leaveRoom())
  await applyMoves(ctx, scope, { moves: [{ kind: 'lock', sessionIds: [second!] }] })
  expect(await takeOverVariant(ctx, scope, id)).toEqual({ kind: 'locked', ids: [second] })
  expect(await roomsInDraft()).toEqual([rooms[0], rooms[0]])
})

test('a variant begins with another one, has a name of its own, and goes', async () => {
  const id = await addNamed('A')
  await moveInVariant(ctx, scope, id, leaveRoom())
  const copy = await addNamed('B', id)
  expect(await addVariant(ctx, scope, { name: 'B' })).toEqual({ kind: 'taken' })
  expect((await findVariant(db, scope, copy)).places).toEqual((await findVariant(db, scope, id)).places)
  await removeVariant(ctx, scope, id)
  expect((await listVariants(db, scope)).map((variant) => variant.name)).toEqual(['B'])
  await expect(findVariant(db, scope, id)).rejects.toThrow('variant.not_found')
})

test('who changes a variant that somebody else has changed is told', async () => {
  const id = await addNamed('geteilt')
  const { revision } = await findVariant(db, scope, id)
  expect(await moveInVariant(ctx, scope, id, { ...leaveRoom(), expectedRevision: revision })).toEqual({ kind: 'done' })
  const late = { moves: [{ kind: 'park', sessionIds: [first!] }] as const, expectedRevision: revision }
  expect(await moveInVariant(ctx, scope, id, late)).toEqual({ kind: 'conflict' })
})

test('a variant of another edition is not found, and who may not edit changes none', async () => {
  const id = await addNamed('fremd')
  const foreign = await scopeOfEdition(db, (await addEdition(db, `anderswo-${count}`)).id)
  await expect(takeOverVariant(ctx, foreign, id)).rejects.toThrow('variant.not_found')
  await expect(moveInVariant(ctx, foreign, id, leaveRoom())).rejects.toThrow('variant.not_found')
  for (const actor of [publicActor, withRole('helper', scope)]) {
    const denied = createContext(db, actor)
    await expect(addVariant(denied, scope, { name: 'x' })).rejects.toThrow('access.denied')
    await expect(moveInVariant(denied, scope, id, leaveRoom())).rejects.toThrow('access.denied')
    await expect(takeOverVariant(denied, scope, id)).rejects.toThrow('access.denied')
    await expect(removeVariant(denied, scope, id)).rejects.toThrow('access.denied')
  }
})
