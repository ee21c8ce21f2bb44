import { z } from 'zod'
import { line } from '../../../kernel/input.ts'
import { consentKinds } from './types.ts'

const kind = z.enum(consentKinds)

/** What the person themselves decides for one edition; a kind that is left out stays undecided. */
export const ownConsentsInput = z.strictObject({
  editionId: z.string().max(40),
  decisions: z.partialRecord(kind, z.boolean()),
})
export type OwnConsentsInput = z.infer<typeof ownConsentsInput>

/** What somebody who organises notes for a person: never without where it is known from. */
export const notedConsentInput = z.strictObject({
  personId: z.string().max(40),
  kind,
  isGiven: z.boolean(),
  reason: line(300),
})
export type NotedConsentInput = z.infer<typeof notedConsentInput>
