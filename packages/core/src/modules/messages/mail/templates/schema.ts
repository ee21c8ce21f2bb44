import { z } from 'zod'

const subject = z.string().trim().max(200).default('')
const body = z.string().max(20_000).default('')

/** A text in both languages, as it comes from a form: empty where nothing was written. */
export const mailTextInput = z.strictObject({
  subject: z.strictObject({ de: subject, en: subject }),
  body: z.strictObject({ de: body, en: body }),
})
export type MailTextInput = z.output<typeof mailTextInput>

export const saveTemplateInput = z.strictObject({
  text: mailTextInput,
  /** That of the text which the form began with. */
  expectedRevision: z.coerce.number().int().min(0).exactOptional(),
})
export type SaveTemplateInput = z.output<typeof saveTemplateInput>
