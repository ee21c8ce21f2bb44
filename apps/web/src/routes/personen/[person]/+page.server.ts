import { findPersonSlug } from '@fachtag/core/modules/people/persons/profile/queries'
import { findPublicPerson } from '@fachtag/core/modules/programme/appearances/queries'
import { foundOrMoved } from '#lib/server/moved.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params }) => ({
  person: await foundOrMoved({
    path: '/personen',
    slug: params.person,
    locale,
    find: (slug) => findPublicPerson(ctx.db, slug),
    findSuccessor: (slug) => findPersonSlug(ctx.db, slug),
  }),
  today: today(ctx),
})
