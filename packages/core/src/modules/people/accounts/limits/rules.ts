/** At most `tries` within a window of `minutes`. Windows start at fixed times, so that one row counts one. */
export type Limit = { readonly tries: number; readonly minutes: number }

/**
 * How often something may be tried. What is counted per network cannot be got around by an address of the same network;
 * what is counted per address or account holds whoever tries and from wherever. A stranger can use up the tries of an
 * address, so its window says for how long its owner gets no mail: a passkey or the employer's sign-in work meanwhile.
 */
export const limits = {
  /** Mails with a link, asked for from one network. */
  'mail.network': { tries: 20, minutes: 15 },
  /** Mails with a link, asked for one address. */
  'mail.address': { tries: 5, minutes: 15 },
  /** Mails with a link, asked for by anybody. */
  'mail.site': { tries: 1_000, minutes: 15 },
  /** Links, codes, passkeys and the provider's answers, shown from one network. */
  'proof.network': { tries: 60, minutes: 15 },
  /** Links, codes, passkeys and the provider's answers, shown by anybody. */
  'proof.site': { tries: 6_000, minutes: 15 },
  /** Codes of an authenticator app and recovery codes for one account; asked for only after the first factor. */
  'factor.account': { tries: 10, minutes: 15 },
  /** Mails that an account lets be sent to an address it says is its own. */
  'change.account': { tries: 5, minutes: 60 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** The window of `limit` that `now` lies in. */
export function windowOf({ minutes }: Limit, now: Temporal.Instant): { startsAt: string; endsAt: string } {
  const length = minutes * 60_000
  const start = Math.floor(now.epochMilliseconds / length) * length
  const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
  return { startsAt: at(start), endsAt: at(start + length) }
}

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** The eight groups of an IPv6 address, or undefined. */
function groupsOf(address: string): string[] | undefined {
  const [head = '', tail, ...more] = address.split('%')[0]!.split('::')
  const parts = (text: string | undefined) => (text ? text.split(':') : [])
  const gap = 8 - parts(head).length - parts(tail).length
  if (more.length > 0 || gap < 0 || (tail === undefined && gap > 0)) return undefined
  const groups = [...parts(head), ...Array<string>(gap).fill('0'), ...parts(tail)]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups : undefined
}

/**
 * What an address shares with others that the same household or office can take at will: an IPv4 address is counted as it
 * is, an IPv6 address as its /64. What is no address is counted as one network.
 */
export function networkOf(address: string): string {
  const four = mapped.exec(address)?.[1] ?? address
  if (/^\d+\.\d+\.\d+\.\d+$/.test(four)) return four
  const groups = groupsOf(address)
  if (!groups) return 'unknown'
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
