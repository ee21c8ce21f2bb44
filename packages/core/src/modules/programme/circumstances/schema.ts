import { z } from 'zod'
import { line } from '../../../kernel/input.ts'
import { equipmentKinds } from './types.ts'

const id = line(40)
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm')
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'YYYY-MM-DDTHH:mm')
const equipment = z.array(z.enum(equipmentKinds)).max(equipmentKinds.length)

export const paceInput = z
  .strictObject({
    dayBegins: clockTime.optional(),
    dayEnds: clockTime.optional(),
    changeMinutes: z.int().min(0).max(240),
    breakMinutes: z.int().min(1).max(240),
    stretchMinutes: z.int().min(1).max(1440),
  })
  .refine((pace) => !pace.dayBegins || !pace.dayEnds || pace.dayBegins < pace.dayEnds, {
    message: 'ends before it starts',
    path: ['dayEnds'],
  })
export type PaceInput = z.output<typeof paceInput>

const timeWindow = z
  .strictObject({ from: wallTime, until: wallTime })
  .refine((window) => window.from < window.until, { message: 'ends before it begins', path: ['until'] })

/** When a person can be there. No windows: not at all. To know nothing again, `forget`. */
export const availabilityInput = z.strictObject({
  personId: id,
  windows: z.array(timeWindow).max(30),
})
export type AvailabilityInput = z.output<typeof availabilityInput>

export const roomEquipmentInput = z.strictObject({ roomId: id, equipment })
export type RoomEquipmentInput = z.output<typeof roomEquipmentInput>

export const sessionNeedsInput = z.strictObject({
  sessionId: id,
  expectedCount: z.int().min(1).max(100_000).optional(),
  equipment,
})
export type SessionNeedsInput = z.output<typeof sessionNeedsInput>

/** `firstSessionId` should be over before `thenSessionId` begins. */
export const orderWishInput = z
  .strictObject({ firstSessionId: id, thenSessionId: id, reason: line(300).optional() })
  .refine((wish) => wish.firstSessionId !== wish.thenSessionId, { message: 'the same twice', path: ['thenSessionId'] })
export type OrderWishInput = z.output<typeof orderWishInput>
