import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { addPlace, changePlace } from '../../../editions/places/record/commands.ts'
import type { PlaceSaved } from '../../../editions/places/types.ts'
import { saveRoomEquipment } from '../commands.ts'
import type { EquippedRoomForm } from './schema.ts'

/** Adds a room with what it offers to the end of the edition's list. Answers its id. */
export async function addEquippedRoom(ctx: Context, scope: EditionScope, form: EquippedRoomForm): Promise<string> {
  const { equipment, ...room } = form
  return ctx.transaction(async (tx) => {
    const inside = ctx.in(tx)
    const roomId = await addPlace(inside, 'rooms', scope, room)
    await saveRoomEquipment(inside, scope, { roomId, equipment })
    return roomId
  })
}

/** Gives a room and what it offers new values, both or neither: they are one version. Throws `room.not_found`. */
export async function changeEquippedRoom(
  ctx: Context,
  scope: EditionScope,
  id: string,
  form: EquippedRoomForm,
  expectedRevision?: number,
): Promise<PlaceSaved> {
  const { equipment, ...room } = form
  return ctx.transaction(async (tx) => {
    const inside = ctx.in(tx)
    const saved = await changePlace(inside, 'rooms', scope, id, room, expectedRevision)
    if (saved.kind === 'saved') await saveRoomEquipment(inside, scope, { roomId: id, equipment })
    return saved
  })
}
