import { z } from 'zod'
import { localizedText } from '../../../../kernel/input.ts'
import type { LocalizedText } from '../../../../kernel/localized-text.ts'

/** A text that a file may write plainly, which means German, or with its languages. */
export const plainOrLocalized = z.union([
  z
    .string()
    .min(1)
    .max(50_000)
    .transform((de): LocalizedText => ({ de })),
  localizedText,
])
