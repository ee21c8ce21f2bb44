import { z } from 'zod'
import { roomForm } from '../../../editions/places/schema.ts'
import { equipmentKinds } from '../types.ts'

/** A room as its form holds it, with what it offers. */
export const equippedRoomForm = roomForm.extend({
  equipment: z.array(z.enum(equipmentKinds)).max(equipmentKinds.length),
})
export type EquippedRoomForm = z.output<typeof equippedRoomForm>
