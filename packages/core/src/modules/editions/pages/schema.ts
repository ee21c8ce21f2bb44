import { z } from 'zod'
import { localizedText, slug, someText } from '../../../kernel/input.ts'

/** A page of the operator; the slug says which one it is. `body` is Markdown. */
export const pageInput = z.strictObject({ slug, title: someText, body: localizedText.default({}) })
export type PageInput = z.output<typeof pageInput>
