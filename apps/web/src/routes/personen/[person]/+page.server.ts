import { findPublicPerson } from '@fachtag/core/modules/programme/appearances/queries'
import { found } from '#lib/server/found.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  person: found(await findPublicPerson(ctx.db, params.person)),
  today: today(ctx),
})
