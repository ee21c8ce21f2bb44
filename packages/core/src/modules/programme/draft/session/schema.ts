import { z } from 'zod'
import { day, line, webAddress } from '../../../../kernel/input.ts'
import { appearanceRoles, sessionTypes } from '../../types.ts'

const id = line(40)

/**
 * Somebody in a role at a session. With `id` it is the appearance that this session already has. `organisationName` as it was
 * called then: a name that is known means that organisation. `replacesId` is another appearance of the session.
 */
export const appearanceInput = z
  .strictObject({
    id: id.optional(),
    personId: id.optional(),
    /** Somebody who is not in the directory yet, with academic title. */
    personName: line(200).optional(),
    organisationName: line(200).optional(),
    function: line(200).optional(),
    role: z.enum(appearanceRoles),
    mode: z.enum(['on-site', 'remote']).default('on-site'),
    state: z.enum(['planned', 'replaced', 'cancelled']).default('planned'),
    replacesId: id.optional(),
    note: line(500).optional(),
  })
  .refine((one) => one.personId || one.personName || one.organisationName, { message: 'nobody', path: ['personId'] })
export type AppearanceInput = z.output<typeof appearanceInput>

/** A session of the draft with all that is said about it. `abstract` and `description` are Markdown. */
export const sessionInput = z
  .strictObject({
    type: z.enum(sessionTypes),
    title: line(300),
    titleIsGiven: z.boolean().default(true),
    subtitle: line(300).optional(),
    abstract: z.string().trim().max(20_000).default(''),
    description: z.string().trim().max(50_000).default(''),
    method: line(500).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'two letters, ISO 639-1')
      .default('de'),
    trackId: id.optional(),
    roomId: id.optional(),
    isPlenary: z.boolean().default(false),
    day: day.optional(),
    /** On the clocks of the edition, `HH:mm`; before 05:00 the night after `day` is meant. */
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm')
      .optional(),
    durationMinutes: z.int().min(1).max(1440).optional(),
    links: z
      .array(z.strictObject({ title: line(200), url: webAddress }))
      .max(30)
      .default([]),
    topicIds: z.array(id).max(30).default([]),
    sourceId: id.optional(),
    appearances: z.array(appearanceInput).max(60).default([]),
  })
  .refine((session) => !session.time || session.day, { message: 'a time without a day', path: ['day'] })
export type SessionInput = z.output<typeof sessionInput>
