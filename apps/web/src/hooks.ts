import type { Reroute } from '@sveltejs/kit/hooks'
import { withoutLocale } from '#lib/addresses.ts'

/** English pages are the German routes under the prefix `/en`. */
export const reroute: Reroute = ({ url }) => withoutLocale(url.pathname)
