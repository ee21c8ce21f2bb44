import { z } from 'zod'
import { day, line, localizedText, slug, webAddress } from '../../../../kernel/input.ts'
import { dateInput, editionFactsInput, editionInput, roomInput, trackInput } from '../../../editions/schema.ts'
import { appearanceRoles, sessionTypes } from '../../../programme/types.ts'
import { materialKinds } from '../../types.ts'
import { plainOrLocalized } from '../texts/schema.ts'

const visibility = z.enum(['draft', 'public']).default('public')
const markdown = z.string().max(100_000).default('')
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'YYYY-MM-DDTHH:mm')

const archivedAppearance = z
  .strictObject({
    person: slug.optional(),
    organisation: slug.optional(),
    organisationName: line(200).optional(),
    role: z.enum(appearanceRoles),
    mode: z.enum(['on-site', 'remote']).default('on-site'),
    state: z.enum(['planned', 'replaced', 'cancelled']).default('planned'),
    /** The person in the same session that this one stands in for. */
    replaces: slug.optional(),
    function: line(300).optional(),
    note: line(500).optional(),
  })
  .refine(
    (one) => one.person || one.organisation || one.organisationName,
    'a person, an organisation or an organisationName is needed',
  )

const archivedRecap = z.strictObject({
  title: plainOrLocalized.optional(),
  body: plainOrLocalized,
  conclusion: plainOrLocalized.default({}),
  source: slug.optional(),
  visibility,
})

const archivedMaterial = z.strictObject({
  kind: z.enum(materialKinds),
  title: line(300),
  url: webAddress.optional(),
  language: line(35).optional(),
  licence: line(100).optional(),
  hasConsent: z.boolean().default(false),
  state: z.enum(['available', 'announced', 'lost']).default('available'),
})

const archivedSession = z.strictObject({
  slug,
  reference: line(200).optional(),
  type: z.enum(sessionTypes),
  state: z.enum(['planned', 'cancelled']).default('planned'),
  title: line(500),
  /** false where the title is a description of ours, because no source tells the real one. */
  titleIsGiven: z.boolean().default(true),
  subtitle: line(500).optional(),
  abstract: markdown,
  description: markdown,
  method: line(10_000).optional(),
  language: line(35).default('de'),
  track: slug.optional(),
  room: slug.optional(),
  isPlenary: z.boolean().default(false),
  day: day.optional(),
  startsAt: wallTime.optional(),
  durationMinutes: z.int().min(1).max(1_440).optional(),
  links: z.array(z.strictObject({ title: line(300), url: webAddress })).default([]),
  topics: z.array(slug).default([]),
  source: slug.optional(),
  people: z.array(archivedAppearance).default([]),
  recap: archivedRecap.optional(),
  materials: z.array(archivedMaterial).default([]),
})

const facts = editionFactsInput.shape
const sourced = { sourceId: true } as const

/** One edition with everything in it, as `editions/2024.yaml` writes it. `source` stands in where a session or recap names none. */
export const archivedEdition = editionInput.omit({ date: true }).extend({
  visibility,
  source: slug.optional(),
  date: dateInput.safeExtend({ source: slug.optional() }).optional(),
  organisers: z
    .array(facts.organisers.unwrap().element.omit({ organisationId: true }).extend({ organisation: slug }))
    .default([]),
  attendance: z
    .array(
      facts.attendance
        .unwrap()
        .element.omit({ ...sourced, sessionKey: true })
        .extend({ session: slug.optional(), source: slug.optional() }),
    )
    .default([]),
  lands: z.array(facts.lands.unwrap().element.omit(sourced).extend({ source: slug.optional() })).default([]),
  announcements: z
    .array(
      facts.announcements
        .unwrap()
        .element.omit({ ...sourced, editionId: true })
        .extend({ edition: slug.optional(), source: slug.optional() }),
    )
    .default([]),
  tracks: z.array(trackInput).default([]),
  rooms: z.array(roomInput).default([]),
  sessions: z.array(archivedSession).default([]),
  recap: archivedRecap.safeExtend({ title: localizedText }).optional(),
  materials: z.array(archivedMaterial).default([]),
})

export type ArchivedEdition = z.output<typeof archivedEdition>
export type ArchivedSession = ArchivedEdition['sessions'][number]
export type ArchivedAppearance = ArchivedSession['people'][number]
export type ArchivedRecap = z.output<typeof archivedRecap>
export type ArchivedMaterial = z.output<typeof archivedMaterial>
