import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)

const credential = { id: base64url.min(1), rawId: base64url, type: z.literal('public-key') }

/** JSON in a field of a form, as `PublicKeyCredential.toJSON()` writes it. What we do not look at is left out. */
function jsonOf<T extends z.ZodType>(shape: T) {
  return z
    .string()
    .max(60_000)
    .transform((text, issues): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        issues.addIssue({ code: 'invalid_format', format: 'json' })
        return z.NEVER
      }
    })
    .pipe(shape)
}

/** What the browser answers when a passkey was made (WebAuthn level 3, RegistrationResponseJSON). */
export const registrationResponse = jsonOf(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  }),
)

/** What the browser answers when a passkey was used (AuthenticationResponseJSON). */
export const authenticationResponse = jsonOf(
  z.object({
    ...credential,
    response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
  }),
)

export const passkeyName = line(60)

export type RegistrationResponse = z.output<typeof registrationResponse>
export type AuthenticationResponse = z.output<typeof authenticationResponse>
