import { z } from 'zod'
import { day, line } from '../../../kernel/input.ts'
import { checkResults, fallbacks } from './readiness/types.ts'
import { presences, speakerNeeds, travels } from './types.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm')
const text = (max: number) => z.string().trim().min(1).max(max)

/** From when until when on one day; without a time from its beginning, or until its end. */
const dayWindow = z
  .strictObject({ day, from: clockTime.optional(), until: clockTime.optional() })
  .refine((one) => !one.from || !one.until || one.from < one.until, {
    message: 'ends before it starts',
    path: ['until'],
  })
export type DayWindow = z.output<typeof dayWindow>

const arrival = z.strictObject({
  on: day.optional(),
  at: clockTime.optional(),
  travel: z.enum(travels).optional(),
  pickUp: line(300).optional(),
  stay: line(300).optional(),
})
export type ArrivalInput = z.output<typeof arrival>

const check = z
  .strictObject({
    on: day.optional(),
    at: clockTime.optional(),
    by: line(200).optional(),
    link: line(500).optional(),
    result: z.enum(checkResults),
    note: text(1_000).optional(),
    fallback: z.enum(fallbacks).optional(),
    fallbackPhone: line(50).optional(),
    standInId: line(40).optional(),
  })
  .refine((one) => one.fallback !== 'phone' || one.fallbackPhone, { message: 'a number', path: ['fallbackPhone'] })
  .refine((one) => one.fallback !== 'stand-in' || one.standInId, { message: 'somebody', path: ['standInId'] })
export type LineCheckInput = z.output<typeof check>

const own = {
  presence: z.enum(presences),
  windows: z.array(dayWindow).max(30),
  /** Missing where nobody asks for it: of those who do not come. */
  arrival: arrival.optional(),
  needs: z.array(z.enum(speakerNeeds)).max(speakerNeeds.length),
  needsNote: text(1_000).optional(),
  checkWish: line(300).optional(),
}

type Presence = { readonly presence: (typeof presences)[number]; readonly windows: readonly DayWindow[] }
const hasItsWindows = ({ presence, windows }: Presence) => presence !== 'partly' || windows.length > 0
const hasNoOtherWindows = ({ presence, windows }: Presence) => presence === 'partly' || windows.length === 0
const needsWindows = { message: 'when', path: ['windows'] }
const asksForPartly = { message: 'times say partly', path: ['presence'] }

/** What somebody says about themselves. */
export const ownLogisticsInput = z
  .strictObject(own)
  .refine(hasItsWindows, needsWindows)
  .refine(hasNoOtherWindows, asksForPartly)
export type OwnLogisticsInput = z.output<typeof ownLogisticsInput>

/** What organisers note about somebody; the line check only of those who take part by video. */
export const logisticsInput = z
  .strictObject({ ...own, check: check.optional() })
  .refine(hasItsWindows, needsWindows)
  .refine(hasNoOtherWindows, asksForPartly)
export type LogisticsInput = z.output<typeof logisticsInput>
