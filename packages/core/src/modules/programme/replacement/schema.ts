import { z } from 'zod'
import { line } from '../../../kernel/input.ts'
import { noticeWishInput } from '../notices/schema.ts'

const id = line(40)
const mode = z.enum(['on-site', 'remote'])

/** Somebody off the reserve list, somebody of the directory, or a name that is typed. */
const standIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reserve'), reserveId: id, mode: mode.optional() }),
  z.strictObject({
    kind: z.literal('person'),
    personId: id,
    function: line(200).optional(),
    organisationName: line(200).optional(),
    mode,
  }),
  z.strictObject({
    kind: z.literal('name'),
    name: line(200),
    function: line(200).optional(),
    organisationName: line(200).optional(),
    mode,
  }),
])
export type StandInInput = z.output<typeof standIn>

/**
 * Who is replaced at a session by whom. Without `appearanceId` everybody who speaks there; then the session is about what
 * the stand-in speaks about, as far as that is said.
 */
export const replacementInput = z.strictObject({
  sessionId: id,
  appearanceId: id.optional(),
  standIn,
  /** What the session is called from now on; as before where nothing is said. */
  title: line(300).optional(),
  abstract: z.string().trim().max(20_000).optional(),
  /** Says to the public why, beside the release. */
  note: line(500).optional(),
  notices: noticeWishInput.optional(),
})
export type ReplacementInput = z.output<typeof replacementInput>
