import type { Locale } from '../../../../kernel/localized-text.ts'
import { plainAddress } from '../../../../platform/mail/address.ts'
import { hashAddress } from '../addresses/rules.ts'
import { type Kinds, renderMail } from '../rendering/rules.ts'
import type { RenderedMail } from '../rendering/types.ts'
import type { TemplateText } from '../templates/types.ts'
import type { Candidate, LeaveOutReason, LeftOut, Recipient, SortedCandidates } from './types.ts'

/** What is known about addresses, by their hashes. */
export type KnownAddresses = { readonly bounced: ReadonlySet<string>; readonly left: ReadonlySet<string> }

/** Who gets a letter and who does not, in the order of `candidates`; of an address that several share, the first. */
export function sortCandidates(candidates: readonly Candidate[], known: KnownAddresses): SortedCandidates {
  const recipients: Recipient[] = []
  const leftOut: LeftOut[] = []
  const taken = new Set<string>()
  for (const candidate of candidates) {
    const { personId, name } = candidate
    const leaveOut = (reason: LeaveOutReason) => leftOut.push({ personId, name, reason })
    const address = plainAddress(candidate.email?.trim() ?? '')
    if (!address) {
      leaveOut('no-address')
      continue
    }
    const hash = hashAddress(address)
    if (known.left.has(hash)) leaveOut('unsubscribed')
    else if (known.bounced.has(hash)) leaveOut('bounced')
    else if (taken.has(hash)) leaveOut('same-address')
    else recipients.push({ ...candidate, address })
    taken.add(hash)
  }
  return { recipients, leftOut }
}

/** The page where a reader leaves the letters of a series. */
export function unsubscribeAddress(origin: string, token: string, locale: Locale): string {
  return `${origin}${locale === 'en' ? '/en' : ''}/abbestellen/${token}`
}

const footers: Readonly<Record<Locale, string>> = {
  de: 'Sie möchten keine Rundschreiben dieser Veranstaltungsreihe mehr? Hier bestellen Sie sie ab:',
  en: 'You no longer want circulars of this series? Unsubscribe here:',
}

/** The language in which a letter goes to a reader of `locale`: German where it was written in no other. */
export function letterLocale(text: TemplateText, locale: Locale): Locale {
  return text.body[locale]?.trim() && text.subject[locale]?.trim() ? locale : 'de'
}

/** A letter as `recipient` gets it, with the way to get no more of them at its end. */
export function renderLetter(
  text: TemplateText,
  kinds: Kinds,
  recipient: Recipient,
  unsubscribe: string,
): RenderedMail {
  const locale = letterLocale(text, recipient.locale)
  const own = { subject: text.subject[locale] ?? '', body: text.body[locale] ?? '' }
  const mail = renderMail(own, kinds, recipient.values, locale)
  return {
    ...mail,
    body: `${mail.body}\n--\n${footers[locale]}\n${unsubscribe}\n`,
    links: [...mail.links, unsubscribe],
  }
}
