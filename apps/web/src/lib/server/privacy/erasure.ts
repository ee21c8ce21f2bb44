import { keepErased } from '@fachtag/core/app/erasures'
import { runtime } from '@fachtag/core/app/runtime'
import type { ErasureOutcome } from '@fachtag/core/modules/privacy/erasure/types'
import { fail, type RequestEvent } from '@sveltejs/kit'
import { leadTo } from '#lib/server/done.ts'
import { forgetSignIn } from '#lib/server/sign-in.ts'

type Erasing = RequestEvent

/** Writes down beside the database who was erased, so that no backup brings them back. */
export async function keepList(): Promise<void> {
  await keepErased(runtime())
}

/** What the browser is told after who asked was erased: they are signed out, and led to a page for everybody. */
export async function sayGoodbye(event: Erasing, outcome: ErasureOutcome | { readonly kind: 'unknown' }) {
  if (outcome.kind !== 'erased') return fail(409, { outcome: outcome.kind })
  await keepList()
  forgetSignIn(event)
  return leadTo(event, '/geloescht')
}
