import type { RoleName } from '../../../../kernel/actor.ts'
import type { NewSignIn } from '../sign-ins/types.ts'

/** An invitation that nobody has accepted yet, as those see it who may invite. Instants in ISO 8601, UTC. */
export type Invitation = {
  readonly id: string
  readonly address: string
  readonly name: string | null
  readonly role: RoleName
  readonly track: string | null
  readonly expiresAt: string
  readonly isExpired: boolean
}

/** What is behind the link of an invitation. `place` is null where the role is for the whole installation. */
export type OpenedInvitation =
  | {
      readonly kind: 'open'
      readonly address: string
      readonly role: RoleName
      readonly place: string | null
      readonly by: string | null
      readonly expiresAt: string
    }
  | { readonly kind: 'used' | 'expired' | 'unknown' }

/** `too-often`: the mail was sent as many times as one may bother somebody with it. */
export type InviteOutcome = { readonly kind: 'invited' | 'no-address' | 'too-often' }

/** `granted`: the address belongs to an account already, whose owner signs in as always. */
export type AcceptOutcome =
  | { readonly kind: 'signed-in'; readonly signIn: NewSignIn }
  | { readonly kind: 'granted' | 'used' | 'expired' | 'unknown' }
