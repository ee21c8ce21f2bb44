/** Where mail is handed over, and how. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `implicit`: from the first byte. `starttls`: before anything is said. `none`: never. */
  readonly encryption: 'implicit' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
}

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host)

function portOf(url: URL, encryption: MailServer['encryption']): number {
  if (url.port) return Number(url.port)
  if (encryption === 'implicit') return 465
  return encryption === 'starttls' ? 587 : 25
}

function encryptionOf(url: URL): MailServer['encryption'] | undefined {
  const asked = url.search
  if (url.protocol === 'smtps:') return asked === '' ? 'implicit' : undefined
  if (asked === '?tls=no') return 'none'
  if (asked !== '') return undefined
  return isLoopback(url.hostname) ? 'none' : 'starttls'
}

/**
 * Reads `smtp://` and `smtps://` addresses, with user and password percent-encoded. `smtps` speaks TLS from the start;
 * `smtp` insists on STARTTLS, but for this machine itself and with `?tls=no`. Undefined where the text is none of these, and
 * where a password would go over a network unencrypted.
 */
export function readMailServer(text: string): MailServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.hash)
    return undefined
  const encryption = encryptionOf(url)
  if (!encryption || (encryption === 'none' && url.username && !isLoopback(url.hostname))) return undefined
  try {
    const login = url.username
      ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
      : null
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url, encryption), encryption, login }
  } catch {
    return undefined
  }
}
