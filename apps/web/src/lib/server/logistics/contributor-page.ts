import { askForLogistics } from '@fachtag/core/modules/programme/logistics/asking/commands'
import { listContributors } from '@fachtag/core/modules/programme/logistics/contributors/queries'
import { filterContributors } from '@fachtag/core/modules/programme/logistics/contributors/rules'
import { isToCome } from '@fachtag/core/modules/programme/logistics/queries'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { pageOf } from '#lib/paging.ts'
import { editionOf } from '#lib/server/admission.ts'
import { today } from '#lib/server/today.ts'
import { readContributorFilter } from '#lib/workplace/contributor-filter.ts'

type Asking = Pick<RequestEvent, 'locals' | 'url'> & { readonly params: Readonly<Partial<Record<string, string>>> }

const size = 100
const counts = /^(\d{1,5})-(\d{1,5})$/

/** How many were asked and how many could not be, as the address says after asking. */
function askedIn(url: URL): { readonly asked: number; readonly withoutAddress: number } | null {
  const found = counts.exec(url.searchParams.get('gefragt') ?? '')
  return found ? { asked: Number(found[1]), withoutAddress: Number(found[2]) } : null
}

async function load({ locals, url, params }: Asking) {
  const scope = editionOf(locals)
  const filter = readContributorFilter(url.searchParams)
  const { page, offset } = pageOf(url.searchParams.get('seite'), size)
  const list = filterContributors(await listContributors(locals.ctx, scope), filter)
  const mayAsk = await isToCome(locals.ctx.db, scope.editionId, today(locals.ctx))
  return {
    list: { ...list, contributors: list.contributors.slice(offset, offset + size) },
    found: list.contributors.length,
    filter,
    page,
    pages: Math.ceil(list.contributors.length / size),
    base: `/organisieren/${params.series}/${params.edition}`,
    query: url.search,
    asked: askedIn(url),
    mayAsk,
  }
}

async function ask({ locals, url }: Asking): Promise<never> {
  const { asked, withoutAddress } = await askForLogistics(locals.ctx, editionOf(locals))
  redirect(303, `${url.pathname}?gefragt=${asked}-${withoutAddress.length}`)
}

/** The page on which organisers see who appears, what is known of their coming and what is missing, and ask for it. */
export const contributorPage = { load, actions: { ask } }
