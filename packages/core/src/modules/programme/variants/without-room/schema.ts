import type { z } from 'zod'
import { day, line } from '../../../../kernel/input.ts'
import { variantInput } from '../schema.ts'

/** A variant in which `roomId` is lost: on `day`, or on all days; to `toRoomId`, or parked. */
export const withoutRoomInput = variantInput
  .omit({ from: true })
  .extend({ roomId: line(40), day: day.optional(), toRoomId: line(40).optional() })
  .refine((input) => input.roomId !== input.toRoomId, { message: 'the same room', path: ['toRoomId'] })
export type WithoutRoomInput = z.output<typeof withoutRoomInput>
