import { listOrganisedEditions } from '@fachtag/core/modules/editions/reach/queries'
import { findOrganisationSlug } from '@fachtag/core/modules/people/organisations/profile/queries'
import { findOrganisation } from '@fachtag/core/modules/people/organisations/queries'
import { findEntry } from '@fachtag/core/modules/people/register/queries'
import { listOrganisationSessions } from '@fachtag/core/modules/programme/appearances/queries'
import { found } from '#lib/server/found.ts'
import { foundOrMoved } from '#lib/server/moved.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params }) => {
  const organisation = await foundOrMoved({
    path: '/organisationen',
    slug: params.organisation,
    locale,
    find: (slug) => findOrganisation(ctx.db, slug),
    findSuccessor: (slug) => findOrganisationSlug(ctx.db, slug),
  })
  const [sessions, editions, entry] = await Promise.all([
    listOrganisationSessions(ctx.db, organisation.id),
    listOrganisedEditions(ctx.db, organisation.id),
    organisation.ars ? findEntry(ctx.db, organisation.ars) : null,
  ])
  if (sessions.length === 0 && editions.length === 0) found(null)
  return { organisation, sessions, editions, entry }
}
