import { z } from 'zod'
import { countryCode, day, landKey, line, localizedText, regionalKey, slug } from '../../kernel/input.ts'

const id = line(40)
const landNote = 'two-digit key of the Land'

/** What is known of a date. `startsOn` is the first day it may mean. */
export const dateInput = z
  .strictObject({
    startsOn: day,
    endsOn: day.optional(),
    precision: z.enum(['day', 'end-of-month', 'month', 'year']).default('day'),
    certainty: z.enum(['fixed', 'probable']).default('fixed'),
  })
  .refine((date) => !date.endsOn || date.endsOn >= date.startsOn, {
    message: 'ends before it starts',
    path: ['endsOn'],
  })

export const venueInput = z.strictObject({
  name: line(200).optional(),
  street: line(200).optional(),
  postcode: line(20).optional(),
  city: line(200),
  ars: regionalKey.optional(),
  land: landKey.optional().describe(landNote),
  country: countryCode.default('DE'),
  directions: localizedText.default({}),
})

/** The colours that an edition may choose as its accent; the stylesheet has one for each in light and dark. */
export const accents = ['blue', 'cyan', 'turquoise', 'green', 'orange', 'red', 'violet'] as const
export type Accent = (typeof accents)[number]

/** An edition itself; the slug says which one of its series it is. */
export const editionInput = z.strictObject({
  slug,
  number: z.int().min(1).max(999).optional(),
  name: line(200),
  motto: localizedText.default({}),
  description: localizedText.default({}),
  date: dateInput.optional(),
  timeZone: line(60)
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'no IANA time zone')
    .default('Europe/Berlin'),
  state: z.enum(['announced', 'planned', 'held', 'cancelled']),
  visibility: z.enum(['draft', 'public']).default('draft'),
  accent: z.enum(accents).default('blue'),
  venue: venueInput.optional(),
})
export type EditionInput = z.output<typeof editionInput>

/** Facts about an edition, each with the id of the source that states it. A list replaces what was stored before. */
export const editionFactsInput = z.strictObject({
  dateSourceId: id.optional(),
  organisers: z
    .array(
      z.strictObject({
        organisationId: id,
        role: z.enum(['organiser', 'cooperation', 'sponsor', 'support']),
        note: localizedText.default({}),
      }),
    )
    .default([]),
  attendance: z
    .array(
      z.strictObject({
        count: z.int().min(0),
        qualifier: z.enum(['exact', 'about', 'more-than']),
        sessionKey: slug.optional(),
        sourceId: id.optional(),
      }),
    )
    .default([]),
  lands: z
    .array(z.strictObject({ land: landKey, isLargest: z.boolean().default(false), sourceId: id.optional() }))
    .default([]),
  announcements: z
    .array(
      z.strictObject({
        startsOn: day,
        certainty: z.enum(['fixed', 'probable']),
        editionId: id.optional(),
        sourceId: id.optional(),
      }),
    )
    .default([]),
})
export type EditionFactsInput = z.output<typeof editionFactsInput>

export const trackInput = z.strictObject({
  slug,
  name: line(200),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, '#rrggbb')
    .optional(),
})
export type TrackInput = z.output<typeof trackInput>

export const roomInput = z.strictObject({
  slug,
  name: line(200),
  capacity: z.int().min(0).max(1_000_000).optional(),
  description: line(2_000).optional(),
})
export type RoomInput = z.output<typeof roomInput>
