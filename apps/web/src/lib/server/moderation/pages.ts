import { listMaterials, listSessionMaterials } from '@fachtag/core/modules/library/materials/queries'
import { findOwnSheet } from '@fachtag/core/modules/programme/moderation/own/queries'
import { listSheets } from '@fachtag/core/modules/programme/moderation/queries'
import type { Cookies } from '@sveltejs/kit'
import { editionOf } from '../admission.ts'
import { found } from '../found.ts'

type Asked = {
  readonly locals: App.Locals
  readonly url: URL
  readonly params: { readonly series: string; readonly edition: string }
}

/** The sheets of all sessions of an edition, as the address narrows them down. */
export async function loadSheets({ locals, url, params }: Asked) {
  const scope = editionOf(locals)
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 200) || undefined
  const filter = { day: asked('tag'), track: asked('reihe'), room: asked('raum'), moderator: asked('moderation') }
  const [list, materials] = await Promise.all([
    listSheets(locals.ctx, scope, filter),
    listMaterials(locals.ctx.db, scope.editionId),
  ])
  return {
    ...list,
    filter,
    materials,
    place: { series: params.series, edition: params.edition },
    replacement: locals.ctx.may('programme.publish', scope)
      ? `/organisieren/${params.series}/${params.edition}/ersatz`
      : null,
  }
}

/** What this browser has seen of a sheet: the number of the release. It is kept at the sheet's own address and sent nowhere else. */
const seenName = 'fachtag_blatt'
const keptSeconds = 90 * 24 * 60 * 60

/** The sheet of a session of one's own, with what has changed since this browser showed it last. */
export async function loadOwnSheet(event: {
  readonly locals: App.Locals
  readonly url: URL
  readonly params: { readonly session: string }
  readonly cookies: Pick<Cookies, 'get' | 'set'>
}) {
  const { locals, params, cookies, url } = event
  const own = found(await findOwnSheet(locals.ctx, params.session))
  const seen = Number(cookies.get(seenName) ?? Number.NaN)
  cookies.set(seenName, String(own.release), { path: url.pathname, maxAge: keptSeconds })
  const history = own.history.map((entry) => ({ ...entry, isNew: entry.number > seen }))
  return { own: { ...own, history }, materials: await listSessionMaterials(locals.ctx.db, own.sheet.session.id) }
}
