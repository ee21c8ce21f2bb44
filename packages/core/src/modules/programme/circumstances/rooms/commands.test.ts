import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { findManagedRoom } from '../../../editions/places/queries.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { readLastEdit } from '../../journal/queries.ts'
import { saveRoomEquipment } from '../commands.ts'
import { findRoomEquipment } from '../queries.ts'
import { addEquippedRoom, changeEquippedRoom } from './commands.ts'
import { equippedRoomForm } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let scope: EditionScope

beforeAll(async () => {
  scope = await scopeOfEdition(db, (await addEdition(db, 'raeume')).id)
})

const hall = equippedRoomForm.parse({ name: 'Saal', capacity: 80, equipment: ['projector', 'step-free'] })
const equipmentOf = (id: string) => findRoomEquipment(db, scope.editionId, id)
const room = (id: string) => findManagedRoom(db, scope, id)

test('a room comes with what it offers, and those who edit the draft are told', async () => {
  const before = await readLastEdit(db, scope.editionId)
  const id = await addEquippedRoom(ctx, scope, hall)
  expect(await room(id)).toMatchObject({ name: 'Saal', capacity: 80 })
  expect(await equipmentOf(id)).toEqual(['projector', 'step-free'])
  expect(await readLastEdit(db, scope.editionId)).toBeGreaterThan(before)
})

test('both are one version: who has the room before them has its equipment before them', async () => {
  const id = await addEquippedRoom(ctx, scope, hall)
  const { revision } = (await room(id))!
  await saveRoomEquipment(ctx, scope, { roomId: id, equipment: ['sound'] })
  const changed = { ...hall, name: 'Aula', equipment: [] }
  expect(await changeEquippedRoom(ctx, scope, id, changed, revision)).toEqual({ kind: 'conflict' })
  expect([(await room(id))?.name, await equipmentOf(id)]).toEqual(['Saal', ['sound']])
  const now = (await room(id))!.revision
  expect(await changeEquippedRoom(ctx, scope, id, changed, now)).toEqual({ kind: 'saved', id })
  expect([(await room(id))?.name, await equipmentOf(id)]).toEqual(['Aula', []])
})

test('saving the same again is no other version', async () => {
  const id = await addEquippedRoom(ctx, scope, hall)
  const { revision } = (await room(id))!
  await changeEquippedRoom(ctx, scope, id, hall, revision)
  expect((await room(id))?.revision).toBe(revision)
})

test('only who may edit rooms and programme does', async () => {
  const helper = createContext(db, withRole('helper', scope))
  await expect(addEquippedRoom(helper, scope, hall)).rejects.toThrow('access.denied')
  await expect(changeEquippedRoom(helper, scope, 'rom_1', hall)).rejects.toThrow('access.denied')
})
