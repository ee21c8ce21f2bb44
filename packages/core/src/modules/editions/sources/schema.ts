import { z } from 'zod'
import { day, line, slug, webAddress } from '../../../kernel/input.ts'

/** Where facts are taken from; the key says which source of its series it is. */
export const sourceInput = z.strictObject({
  key: slug,
  title: line(300),
  publisherId: line(40).optional(),
  url: webAddress.optional(),
  publishedOn: day.optional(),
})
export type SourceInput = z.output<typeof sourceInput>

/** A source as its form holds it; its key is made from its title. */
export const sourceForm = sourceInput.omit({ key: true })
export type SourceForm = z.output<typeof sourceForm>
