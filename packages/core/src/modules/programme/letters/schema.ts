import { z } from 'zod'
import { isId } from '../../../kernel/ids.ts'
import { landKey, slug } from '../../../kernel/input.ts'
import { mailTextInput } from '../../messages/mail/templates/schema.ts'
import { organisationKinds } from '../../people/types.ts'
import { audienceRoles } from './types.ts'

export const audienceInput = z.strictObject({
  edition: slug,
  roles: z.array(z.enum(audienceRoles)).max(10),
  lands: z.array(landKey).max(16),
  organisationKinds: z.array(z.enum(organisationKinds)).max(20),
})

export const letterInput = z.strictObject({
  id: z.string().refine((id) => isId('letter', id)),
  template: z.string().max(60),
  audience: audienceInput,
  text: mailTextInput,
  replyTo: z.preprocess((given) => given || undefined, z.email().max(254).optional()),
})
export type LetterInput = z.output<typeof letterInput>
