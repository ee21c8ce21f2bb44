import type { RoleName } from '../../../../kernel/actor.ts'

/** A role in words: where it counts, null for the whole installation. */
export type PlacedRole = { readonly role: RoleName; readonly place: string | null; readonly track: string | null }

/** An account as its owner sees it. */
export type OwnAccount = {
  readonly name: string | null
  /** The name of the person that it belongs to, which only the organisers change. */
  readonly personName: string | null
  readonly address: string | null
  readonly roles: readonly PlacedRole[]
  /** Whether it is connected with the employer's sign-in. */
  readonly isConnected: boolean
}
