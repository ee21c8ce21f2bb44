import { searchRegister } from '@fachtag/core/modules/people/register/queries'
import { findOrganisationScope } from '@fachtag/core/modules/programme/involvement/queries'
import { objectPage } from '#lib/server/forms/object-page.ts'
import { organisationObject } from '#lib/server/workplace/organisations.ts'
import type { PageServerLoad } from './$types'

const page = objectPage(organisationObject)

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const shown = await page.load(event)
  const organisation = await findOrganisationScope(ctx.db, event.params.id)
  const wanted = (event.url.searchParams.get('verzeichnis') ?? '').trim().slice(0, 100)
  const register = { wanted, entries: wanted ? await searchRegister(ctx.db, wanted) : [] }
  return { ...shown, register, mayChange: organisation === null || ctx.may('organisation.change', organisation) }
}

export const actions = page.actions
