export type Encoding = 'br' | 'gzip' | 'identity'

/**
 * The encoding to answer in, of those that `acceptEncoding` (the header, RFC 9110, 12.5.3) allows: Brotli before gzip
 * before plain. `q=0` forbids one; the order and the other weights do not matter, because the smallest serves everybody.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity'
  const known = choices.get(acceptEncoding)
  if (known) return known
  const choice = judge(acceptEncoding)
  if (choices.size < 100) choices.set(acceptEncoding, choice)
  return choice
}

/** Browsers send the same few headers with every request. */
const choices = new Map<string, Encoding>()

function judge(acceptEncoding: string): Encoding {
  if (allows(acceptEncoding, 'br')) return 'br'
  return allows(acceptEncoding, 'gzip') ? 'gzip' : 'identity'
}

function allows(header: string, name: string): boolean {
  for (const part of header.split(',')) {
    const [coding, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    if (coding === name) return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  }
  return false
}
