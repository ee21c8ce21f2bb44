import { previewNotices } from '@fachtag/core/modules/programme/notices/queries'
import { findAftermath } from '@fachtag/core/modules/programme/replacement/aftermath/queries'
import { listSessionChoice } from '@fachtag/core/modules/programme/replacement/choice/queries'
import { findSituation } from '@fachtag/core/modules/programme/replacement/situation/queries'
import { type Way, ways } from '#lib/replacement/types.ts'
import { editionOf } from '../admission.ts'
import { found } from '../found.ts'
import { showPreview } from './preview.ts'

export type Asked = {
  readonly locals: App.Locals
  readonly url: URL
  readonly params: { readonly series: string; readonly edition: string }
}

const given = (url: URL, name: string, max: number) => url.searchParams.get(name)?.trim().slice(0, max) || undefined

/** The way that the address names; that somebody stands in where it names none. */
export function wayOf({ url }: Pick<Asked, 'url'>): Way {
  return ways.find((way) => way === url.searchParams.get('was')) ?? 'replace'
}

/** The session that the address names. */
export const sessionOf = ({ url }: Pick<Asked, 'url'>) => given(url, 'beitrag', 40)

/** What was done just now: the release of the address, where it changed this session. */
async function loadDone({ locals, url }: Asked, sessionId: string) {
  const number = Number(given(url, 'stand', 9))
  const scope = editionOf(locals)
  const aftermath = Number.isInteger(number) ? await findAftermath(locals.ctx, scope, sessionId, number) : null
  if (!aftermath) return null
  return { ...aftermath, notices: await previewNotices(locals.ctx, scope, aftermath.impact) }
}

/** The page on which somebody is replaced: first the sessions to choose from, then one of them, then what was done. */
export async function loadReplacement(asked: Asked) {
  const { locals, url, params } = asked
  const scope = editionOf(locals)
  const sessionId = sessionOf(asked)
  const text = given(url, 'q', 200)
  const common = {
    path: `/organisieren/${params.series}/${params.edition}/ersatz`,
    base: `/organisieren/${params.series}/${params.edition}`,
    place: { series: params.series, edition: params.edition },
    way: wayOf(asked),
    text,
    did: given(url, 'getan', 20),
  }
  if (!sessionId)
    return {
      ...common,
      choice: await listSessionChoice(locals.ctx, scope, text),
      situation: null,
      done: null,
      first: null,
    }
  const situation = found(await findSituation(locals.ctx, scope, sessionId))
  const done = await loadDone(asked, sessionId)
  // What needs no answer first can be shown at once.
  const isKnown = !done && common.way !== 'replace'
  const first = isKnown ? await showPreview(locals, common.way, sessionId, { tell: 'on' }) : null
  return { ...common, choice: null, situation, done, first }
}
export type ReplacementPage = Awaited<ReturnType<typeof loadReplacement>>
