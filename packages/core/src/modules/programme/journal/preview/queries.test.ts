import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import type { Move } from '../../moves/types.ts'
import { applyMoves } from '../commands.ts'
import { readBoard, readLastEdit } from '../queries.ts'
import { previewMoves } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let [room, first] = ['', '']

beforeEach(async () => {
  const edition = await addEdition(db, `vorschau-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  ;({ roomId: room } = await addTrackAndRoom(db, edition, 'saal'))
  ;[first = ''] = await addSessions(db, edition, [
    { title: 'Alpha', roomId: room, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
    { title: 'Beta', roomId: room, day, startsAt: `${day}T10:00`, durationMinutes: 45 },
    { title: 'Gamma', roomId: room, day, startsAt: `${day}T10:30`, durationMinutes: 45 },
  ])
})

test('says what would move, and which warnings would come and go', async () => {
  const shift: Move = { kind: 'shift', day, from: `${day}T10:15`, minutes: -75 }
  const preview = await previewMoves(ctx, scope, [shift])
  expect(preview).toMatchObject({
    kind: 'planned',
    changes: [{ kind: 'placed', to: { startsAt: `${day}T09:15` } }],
    appeared: [{ kind: 'room-taken-twice', facts: { overlapMinutes: 30 } }],
    gone: 1,
  })
})

test('shows what is laid out, with warnings about the slots that there would be, and writes nothing', async () => {
  const before = JSON.stringify(await readBoard(db, scope.editionId))
  const pattern = [
    { kind: 'session', minutes: 30 },
    { kind: 'break', minutes: 15, title: 'Kaffee' },
  ] as const
  const move: Move = { kind: 'lay-out', day, startsAt: `${day}T09:00`, roomIds: [room], pattern }
  const preview = await previewMoves(ctx, scope, [move])
  if (preview.kind !== 'planned') throw new Error(preview.kind)
  expect(preview.changes.map((change) => change.kind)).toEqual(['slot-added', 'added'])
  expect(preview.appeared).toMatchObject([{ kind: 'longer-than-slot', sessionIds: [first] }])
  expect(JSON.stringify(await readBoard(db, scope.editionId))).toBe(before)
  expect(await readLastEdit(db, scope.editionId)).toBe(0)
  const done = await applyMoves(ctx, scope, { moves: [move] })
  expect(done).toMatchObject({ kind: 'done', edit: { changes: [{ kind: 'slot-added' }, { kind: 'added' }] } })
})

test('refuses what the move itself would refuse, and whoever may not edit', async () => {
  const move: Move = { kind: 'remove-slots', slotIds: ['slt_weg'] }
  expect(await previewMoves(ctx, scope, [move])).toEqual({ kind: 'unknown', ids: ['slt_weg'] })
  const helper = createContext(db, withRole('helper', scope))
  await expect(previewMoves(helper, scope, [move])).rejects.toThrow('access.denied')
})
