import { z } from 'zod'
import { day, line } from '../../../kernel/input.ts'
import type { Move } from './types.ts'

const id = line(40)
const ids = z.array(id).min(1).max(2_000)
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'YYYY-MM-DDTHH:mm')
const minutes = z.int().min(1).max(1440)

const patternPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['session', 'gap']), minutes }),
  z.strictObject({ kind: z.enum(['opening', 'closing', 'break', 'networking']), minutes, title: line(200) }),
])

/** One move as an editor sends it. */
export const moveInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('place'),
    sessionId: id,
    day,
    startsAt: wallTime,
    roomId: id.nullable(),
    durationMinutes: minutes.optional(),
  }),
  z.strictObject({ kind: z.literal('park'), sessionIds: ids }),
  z.strictObject({ kind: z.literal('swap'), sessionIds: z.tuple([id, id]) }),
  z.strictObject({ kind: z.literal('resize'), sessionId: id, durationMinutes: minutes }),
  z.strictObject({ kind: z.enum(['lock', 'unlock']), sessionIds: ids }),
  z.strictObject({
    kind: z.literal('change-room'),
    day,
    fromRoomId: id,
    toRoomId: id.nullable(),
    from: wallTime.optional(),
    until: wallTime.optional(),
  }),
  z.strictObject({
    kind: z.literal('shift'),
    day,
    from: wallTime,
    minutes: z.int().min(-1440).max(1440),
    roomId: id.optional(),
    trackId: id.optional(),
  }),
  z.strictObject({ kind: z.literal('copy-day'), from: day, to: day, what: z.enum(['frame', 'all']) }),
  z.strictObject({
    kind: z.literal('lay-out'),
    day,
    startsAt: wallTime,
    roomIds: z.array(id).max(100),
    pattern: z.array(patternPart).min(1).max(60),
  }),
  z.strictObject({ kind: z.literal('remove-slots'), slotIds: ids }),
])

/** What an editor does at once, and is undone at once. `seen`: the number of the last edit of the edition that they know of. */
export type MovesInput = { readonly moves: readonly Move[]; readonly seen?: number | undefined }

export const movesInput: z.ZodType<MovesInput> = z.strictObject({
  moves: z.array(moveInput).min(1).max(500),
  seen: z.int().min(0).optional(),
})
