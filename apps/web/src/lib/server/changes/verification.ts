import { verifyChanges } from '@fachtag/core/modules/messages/changes/verification/queries'
import type { Verification } from '@fachtag/core/modules/messages/changes/verification/types'

export type VerifyReply = { readonly verification: Verification; readonly expected: string }

type VerifyEvent = { readonly locals: App.Locals; readonly request: Request }

/** Checks the whole log, against the hash that the form may name. */
export async function performVerification({ locals, request }: VerifyEvent): Promise<VerifyReply> {
  const form = await request.formData()
  const expected = String(form.get('erwartet') ?? '').trim()
  return { verification: await verifyChanges(locals.ctx, expected || undefined), expected }
}
