import { listInvolvements } from '@fachtag/core/modules/programme/involvement/persons/queries'
import { findPersonScope } from '@fachtag/core/modules/programme/involvement/queries'
import { objectPage } from '#lib/server/forms/object-page.ts'
import { personObject } from '#lib/server/workplace/persons.ts'
import type { PageServerLoad } from './$types'

const page = objectPage(personObject)

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const shown = await page.load(event)
  const person = await findPersonScope(ctx.db, event.params.id)
  const involvements = person ? await listInvolvements(ctx, person.id) : []
  return { ...shown, involvements, mayChange: person === null || ctx.may('person.change', person) }
}

export const actions = page.actions
