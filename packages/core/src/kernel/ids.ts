import { randomBytes } from 'node:crypto'

/** The kinds of object that have an id, with the prefix that makes an id explain itself in a log line or a wrong argument. */
export const idPrefixes = {
  person: 'per',
  organisation: 'org',
  series: 'srs',
  edition: 'edi',
  venue: 'ven',
  source: 'src',
  track: 'trk',
  room: 'rom',
  topic: 'top',
  news: 'nws',
  page: 'pag',
  session: 'ses',
  appearance: 'app',
  release: 'rel',
  material: 'mat',
  recap: 'rec',
  image: 'img',
  announcement: 'ann',
  attendance: 'att',
  contact: 'con',
  barrierReport: 'bar',
  setupLink: 'lnk',
  signIn: 'sgn',
  account: 'acc',
  mail: 'mai',
  mailTemplate: 'mtp',
  letter: 'ltr',
  signInRequest: 'sir',
  addressChange: 'adc',
  passkey: 'pky',
  invitation: 'inv',
  roleGrant: 'rol',
  change: 'chg',
  consent: 'cns',
  erasureRequest: 'erq',
  erasureMention: 'erm',
  circumstance: 'cir',
  logistics: 'lgs',
  orderWish: 'wsh',
  slot: 'slt',
  programmeEdit: 'ped',
  variant: 'var',
  planRun: 'plr',
  reserve: 'rsv',
} as const

export type IdKind = keyof typeof idPrefixes

/** Crockford's base 32 without I, L, O, U: what is read aloud or typed is not mistaken. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, i = 0; i < length; i++, rest >>= 5n) text = alphabet[Number(rest & 31n)] + text
  return text
}

/**
 * A new id such as `ses_01k9x3…`: ten characters of milliseconds, sixteen of chance (80 bits), after the ULID
 * specification. Ids of one kind sort by the millisecond they were made in; nothing about a person can be read from them.
 */
export function newId(kind: IdKind, now: number = Date.now()): string {
  const chance = BigInt(`0x${randomBytes(10).toString('hex')}`)
  return `${idPrefixes[kind]}_${encode(BigInt(now), 10)}${encode(chance, 16)}`
}

/** Whether `text` has the form of an id of this kind. Says nothing about whether such an object exists. */
export function isId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(text)
}
