import { redirect } from '@sveltejs/kit'
import { readForm } from '#lib/server/form.ts'
import { addCandidate, loadReserves } from '#lib/server/workplace/reserves.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadReserves(event)

export const actions: Actions = {
  default: async (event) => {
    const { person } = await readForm(event.request)
    await addCandidate(event, person)
    redirect(303, `${event.url.pathname}?gespeichert`)
  },
}
