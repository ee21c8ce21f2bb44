import { listSeries } from '@fachtag/core/modules/editions/series/queries'
import type { Site } from '@fachtag/core/modules/people/accounts/passkeys/types'
import type { RequestEvent } from '@sveltejs/kit'
import { chooseFrame } from '#lib/frame.ts'

/** What a phone or a browser calls this site when it keeps something for it: the name in its header, and where it is. */
export async function siteOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Promise<Site> {
  const { series } = chooseFrame(await listSeries(locals.ctx.db), undefined)
  return { origin: url.origin, name: series?.shortName ?? series?.name ?? 'Fachtag' }
}
