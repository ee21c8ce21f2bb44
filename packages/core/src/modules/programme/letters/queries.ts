import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { sortRecipients } from '../../messages/mail/letters/queries.ts'
import { letterLocale, renderLetter, unsubscribeAddress } from '../../messages/mail/letters/rules.ts'
import type { Candidate } from '../../messages/mail/letters/types.ts'
import { kindsOf } from '../../messages/mail/rendering/rules.ts'
import { judgeText } from '../../messages/mail/templates/rules.ts'
import { findLetterPlace, listParticipants } from './audience/queries.ts'
import { letterPlaceholders } from './mails.ts'
import { languageFor, letterValues } from './rules.ts'
import type { LetterInput } from './schema.ts'
import type { LetterDraft, LetterPlace, Participant } from './types.ts'

/** The placeholders of every letter. */
export const letterKinds = kindsOf({ placeholders: letterPlaceholders })

function candidateOf(ctx: Context, place: LetterPlace, { text }: LetterInput, one: Participant): Candidate {
  const locale = letterLocale(text, languageFor(one.country))
  const values = letterValues(place, one.name, ctx.mailer.origin, locale)
  return { personId: one.personId, name: one.name, email: one.email, locale, values }
}

/** Whom a letter would reach and whom not, and how it would look to `shownTo`, else to the first. Writes nothing. */
export async function draftLetter(
  ctx: Context,
  scope: EditionScope,
  input: LetterInput,
  shownTo?: string,
): Promise<LetterDraft> {
  ctx.authorize('mail.manage', scope)
  const place = await findLetterPlace(ctx.db, scope)
  const participants = await listParticipants(ctx.db, scope, place, input.audience)
  const candidates = participants.map((one) => candidateOf(ctx, place, input, one))
  const sorted = await sortRecipients(ctx.db, scope.seriesId, candidates)
  const problems = judgeText(input.text, letterKinds, ['en'])
  const recipient = sorted.recipients.find(({ personId }) => personId === shownTo) ?? sorted.recipients[0]
  if (!recipient || problems.length > 0) return { ...sorted, problems, shown: null }
  const link = unsubscribeAddress(ctx.mailer.origin, 'vorschau', recipient.locale)
  return { ...sorted, problems, shown: { recipient, mail: renderLetter(input.text, letterKinds, recipient, link) } }
}
