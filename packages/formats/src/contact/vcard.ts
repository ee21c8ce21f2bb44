import { contentLine, escapeText, joinLines } from '../text/content-line.ts'

/** What a contact card can say; everything but the name may be absent. */
export type ContactCard = {
  readonly name: string
  readonly familyName?: string | undefined
  readonly givenName?: string | undefined
  /** Before the name: "Dr.", "Prof. Dr.". */
  readonly academicTitle?: string | undefined
  /** `org` for an office that is no person; `individual` when absent. */
  readonly kind?: 'individual' | 'org' | undefined
  /** Stays the same, so that an address book replaces the card instead of adding one; a URI (`urn:uuid:…`, `https:…`) or text. */
  readonly uid?: string | undefined
  readonly organisation?: string | undefined
  readonly unit?: string | undefined
  readonly function?: string | undefined
  readonly emails?: readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly address?: PostalAddress | undefined
  readonly url?: string | undefined
  readonly note?: string | undefined
  /** BCP 47. */
  readonly language?: string | undefined
  /** ISO 8601 instant of the last change. */
  readonly revisedAt?: string | undefined
}

export type PostalAddress = {
  readonly street?: string | undefined
  readonly postCode?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
  readonly country?: string | undefined
}

/** Writes a vCard 4.0 (RFC 6350). Throws RangeError when `revisedAt` is no instant. */
export function writeContactCard(card: ContactCard): string {
  const isOffice = card.kind === 'org'
  return joinLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    `KIND:${card.kind ?? 'individual'}`,
    ...uidLine(card.uid),
    contentLine('FN', escapeText([card.academicTitle, card.name].filter(Boolean).join(' '))),
    ...(isOffice ? [] : [nameLine(card)]),
    ...structured('ORG', card.organisation ? [card.organisation, ...(card.unit ? [card.unit] : [])] : []),
    ...texts('TITLE', [card.function]),
    ...texts('EMAIL', card.emails ?? []),
    ...(card.phones ?? []).flatMap(phoneLine),
    ...addressLine(card.address),
    ...(URL.canParse(card.url ?? '') ? [contentLine('URL', URL.parse(card.url!)!.href)] : []),
    ...texts('LANG', [card.language]),
    ...texts('NOTE', [card.note]),
    ...(card.revisedAt ? [`REV:${timestamp(card.revisedAt)}`] : []),
    'END:VCARD',
  ])
}

/** Family and given name where they are known; a name alone is not taken apart, because that goes wrong. */
function nameLine(card: ContactCard): string {
  const family = card.familyName ?? (card.givenName ? '' : card.name)
  const parts = [family, card.givenName ?? '', '', card.academicTitle ?? '', '']
  return contentLine('N', parts.map(escapeText).join(';'))
}

function uidLine(uid: string | undefined): string[] {
  if (!uid) return []
  return URL.canParse(uid) ? [contentLine('UID', uid)] : [contentLine('UID;VALUE=text', escapeText(uid))]
}

/** A number that can be dialled becomes a tel: URI (RFC 3966), anything else stays text. */
function phoneLine(phone: string): string[] {
  const digits = phone.replaceAll(/\(0\)|[\s()/.-]/g, '')
  if (/^\+\d{5,15}$/.test(digits)) return [contentLine('TEL;VALUE=uri', `tel:${digits}`)]
  return texts('TEL;VALUE=text', [phone])
}

function addressLine(address: PostalAddress | undefined): string[] {
  if (!address) return []
  const { street = '', city = '', region = '', postCode = '', country = '' } = address
  return structured('ADR', ['', '', street, city, region, postCode, country])
}

function structured(name: string, parts: readonly string[]): string[] {
  const values = parts.map(escapeText)
  return values.some((value) => value !== '') ? [contentLine(name, values.join(';'))] : []
}

function texts(name: string, values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => {
    const text = escapeText(value ?? '')
    return text === '' ? [] : [contentLine(name, text)]
  })
}

function timestamp(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}
