import { z } from 'zod'
import { line, webAddress } from '../../../kernel/input.ts'
import { materialKinds } from '../types.ts'

/** Slides, a recording … of a session, or of the edition as a whole. Where it is available, `url` says where. */
export const materialInput = z
  .strictObject({
    sessionId: line(40).optional(),
    kind: z.enum(materialKinds),
    title: line(300),
    url: webAddress.optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'two letters, ISO 639-1')
      .optional(),
    licence: line(100).optional(),
    hasConsent: z.boolean().default(false),
    state: z.enum(['available', 'announced', 'lost']).default('announced'),
  })
  .refine((material) => material.state !== 'available' || material.url, { message: 'available where?', path: ['url'] })
export type MaterialInput = z.output<typeof materialInput>
