import { z } from 'zod'
import { day, line } from '../../../../kernel/input.ts'
import type { Move, PatternPart } from '../types.ts'

const id = line(40)
const time = z.iso.time({ precision: -1 })
const minutes = z.int().min(1).max(1440)

const partKinds = ['session', 'gap', 'opening', 'closing', 'break', 'networking'] as const

/** A row of a pattern: what is for everybody needs a title, the rest has none. */
const part = z
  .strictObject({ kind: z.enum(partKinds), minutes, title: line(200).optional() })
  .refine(({ kind, title }) => kind === 'session' || kind === 'gap' || title !== undefined, {
    message: 'no title',
    path: ['title'],
  })
  .transform(({ kind, minutes: length, title = '' }): PatternPart => {
    if (kind === 'session' || kind === 'gap') return { kind, minutes: length }
    return { kind, minutes: length, title }
  })

/** Lays out `day` from `time` on; slots need rooms to be in. */
export const layOutForm = z
  .strictObject({ day, time, roomIds: z.array(id).max(100), pattern: z.array(part).min(1).max(60) })
  .refine(({ roomIds, pattern }) => roomIds.length > 0 || pattern.every((one) => one.kind !== 'session'), {
    message: 'no rooms',
    path: ['roomIds'],
  })
  .transform(({ day: on, time: at, ...rest }): Move => ({ kind: 'lay-out', day: on, startsAt: `${on}T${at}`, ...rest }))

export const copyDayForm = z
  .strictObject({ from: day, to: day, what: z.enum(['frame', 'all']) })
  .refine(({ from, to }) => from !== to, { message: 'the same day', path: ['to'] })
  .transform((input): Move => ({ kind: 'copy-day', ...input }))

/** Without `time`, the whole day. */
export const shiftForm = z
  .strictObject({
    day,
    time: time.optional(),
    minutes: z
      .int()
      .min(-1440)
      .max(1440)
      .refine((by) => by !== 0, { message: 'nothing moves' }),
    roomId: id.optional(),
    trackId: id.optional(),
  })
  .transform(({ time: at = '00:00', ...rest }): Move => ({ kind: 'shift', from: `${rest.day}T${at}`, ...rest }))

/** What begins from `from` on and before `until`; without them, the whole day. Without `toRoomId` into no room. */
export const changeRoomForm = z
  .strictObject({
    day,
    fromRoomId: id,
    toRoomId: id.optional(),
    from: time.optional(),
    until: time.optional(),
  })
  .refine(({ fromRoomId, toRoomId }) => fromRoomId !== toRoomId, { message: 'the same room', path: ['toRoomId'] })
  .refine(({ from, until }) => !from || !until || from < until, { message: 'ends before it starts', path: ['until'] })
  .transform(
    ({ day: on, from, until, toRoomId = null, fromRoomId }): Move => ({
      kind: 'change-room',
      day: on,
      fromRoomId,
      toRoomId,
      ...(from ? { from: `${on}T${from}` } : {}),
      ...(until ? { until: `${on}T${until}` } : {}),
    }),
  )
