import type { AccountActor } from '../../../../kernel/actor.ts'

/** How somebody showed who they are. `setup`: a link from the machine itself; `provider`: their employer's sign-in (OpenID Connect). */
export type SignInMethod = 'setup' | 'link' | 'code' | 'passkey' | 'provider' | 'invitation'

export const browserNames = ['firefox', 'edge', 'opera', 'samsung', 'chrome', 'safari', 'other'] as const
export type BrowserName = (typeof browserNames)[number]

export const systemNames = ['android', 'ios', 'windows', 'macos', 'chromeos', 'linux', 'other'] as const
export type SystemName = (typeof systemNames)[number]

/** What a browser says it is, as far as its owner needs to tell it from another one of theirs. */
export type Device = { readonly browser: BrowserName; readonly system: SystemName }

/** Somebody is signed in: `token` belongs into the cookie and is not stored. */
export type NewSignIn = {
  readonly token: string
  readonly accountId: string
  /** Whether a second factor was given with it. */
  readonly isStrong: boolean
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string
}

/** Who a cookie belongs to. */
export type SignIn = {
  readonly id: string
  readonly actor: AccountActor
  /** Whether `noteUse` has something to write: the sign-in was last seen in an earlier hour. */
  readonly isUnnoted: boolean
}

/** One of the sign-ins of an account, as its owner sees it. Instants in ISO 8601, UTC. */
export type OwnSignIn = {
  readonly id: string
  readonly method: SignInMethod
  readonly device: Device
  readonly createdAt: string
  /** The full hour in which it was last used; until then when it began. */
  readonly lastSeenAt: string
  readonly isStrong: boolean
  readonly isCurrent: boolean
}

/** Where somebody signs in from. */
export type SignInFrom = {
  /** As `networkOf` gives it. */
  readonly network: string
  readonly device: Device
}
