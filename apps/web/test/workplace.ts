import type { Actor } from '@fachtag/core/kernel/actor'
import type { Db } from '@fachtag/core/platform/database/tables'
import type { ActionFailure } from '@sveltejs/kit'
import { fingerprints } from '#lib/form/conflict.ts'
import type { Values } from '#lib/form/types.ts'
import { toValues } from '#lib/form/values.ts'
import type { Scope } from '#lib/server/admission.ts'
import type { ObjectPageData, ObjectReply } from '#lib/server/forms/object-page.ts'
import { visit } from './visit.ts'

/** The page of an object as `objectPage` makes it. */
type Page = {
  readonly load: (event: never) => Promise<{ readonly object: ObjectPageData }>
  readonly actions: { readonly default: (event: never) => Promise<ObjectReply | ActionFailure<ObjectReply>> }
}
type Params = Readonly<Record<string, string>>

export type Place = { readonly db: Db; readonly actor: Actor; readonly scope: Scope; readonly params: Params }

/** What became of a form: where the browser is sent, or the status with which the form comes back. */
export type Outcome = { readonly location?: string; readonly status?: number; readonly reply?: ObjectReply }

/** A form as its page shows it: what its fields hold, with what it keeps about the version it began with. */
export async function open(page: Page, place: Place, path = '/x') {
  const { object } = await page.load(visit(place, path, place.params) as never)
  const shown = toValues(object.fields, object.input, object.names)
  const { revision } = object
  const about =
    revision === undefined ? {} : { _revision: String(revision), _opened: fingerprints(object.fields, shown) }
  return { object, values: { ...shown, ...about } as Values }
}

/** Sends `values` (or a form with a file) to the page, as a browser does. */
export async function send(page: Page, place: Place, values: Values | FormData, path = '/x'): Promise<Outcome> {
  try {
    const given = await page.actions.default(visit(place, path, place.params, values) as never)
    if ('data' in given) return { status: given.status, reply: given.data }
    return { status: 200, reply: given as ObjectReply }
  } catch (thrown) {
    const { location } = thrown as { location?: string }
    if (location === undefined) throw thrown
    return { location }
  }
}
