import type { Reroute, Transport } from '@sveltejs/kit/hooks'
import { withoutLocale } from '#lib/addresses.ts'
import { Unsent } from '#lib/unsent.ts'

/** English pages are the German routes under the prefix `/en`. */
export const reroute: Reroute = ({ url }) => withoutLocale(url.pathname)

export const transport: Transport = {
  Unsent: { encode: (value) => value instanceof Unsent && 1, decode: () => undefined },
}
