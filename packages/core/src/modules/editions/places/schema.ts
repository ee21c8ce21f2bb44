import { z } from 'zod'
import { line } from '../../../kernel/input.ts'

/** A room as its form holds it. `capacity`: seats. */
export const roomForm = z.strictObject({
  name: line(200),
  capacity: z.int().min(0).max(1_000_000).optional(),
  description: line(2_000).optional(),
})
export type RoomForm = z.output<typeof roomForm>

/** A track as its form holds it. */
export const trackForm = z.strictObject({
  name: line(200),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, '#rrggbb')
    .optional(),
})
export type TrackForm = z.output<typeof trackForm>
