import type { ColumnType, Generated } from 'kysely'
import type { RoleName } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/localized-text.ts'
import type { BrowserName, SignInMethod, SystemName } from './sign-ins/types.ts'

type SetupLinks = {
  id: string
  token_hash: string
  account_id: string | null
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
}

type SignIns = {
  id: string
  token_hash: string
  account_id: string
  method: SignInMethod
  browser: BrowserName
  system: SystemName
  created_at: string
  last_seen_at: string
  strong_until: string | null
  expires_at: string
}

type SignInRequests = {
  id: string
  browser_hash: string
  folded: string
  account_id: string | null
  token_hash: string | null
  code_hash: string | null
  tries: Generated<number>
  next: string
  locale: Locale
  browser: BrowserName
  system: SystemName
  created_at: string
  expires_at: string
  used_at: string | null
}

type AddressChanges = {
  id: string
  account_id: string
  address: string
  folded: string
  token_hash: string
  created_at: string
  expires_at: string
  used_at: string | null
}

type Passkeys = {
  id: string
  account_id: string
  credential_id: string
  public_key: Buffer
  counter: number
  transports: ColumnType<readonly string[], string, string>
  name: string
  created_at: string
  last_used_at: string | null
}

type TotpSecrets = {
  account_id: string
  secret: Buffer
  created_at: string
  confirmed_at: string | null
  last_step: Generated<number>
}

type OidcAttempts = {
  state_hash: string
  browser_hash: string
  nonce: string
  verifier: string
  next: string
  sign_in_id: string | null
  expires_at: string
}

type Invitations = {
  id: string
  address: string
  folded: string
  name: string | null
  role: RoleName
  series_id: string | null
  edition_id: string | null
  track_id: string | null
  token_hash: string
  locale: Locale
  sendings: Generated<number>
  invited_by: string | null
  created_at: string
  expires_at: string
  accepted_at: string | null
  withdrawn_at: string | null
}

export interface AccountTables {
  accounts: {
    id: string
    revision: Generated<number>
    person_id: string | null
    name: string | null
    created_at: Generated<string>
    disabled_at: string | null
    factors_reset_at: string | null
  }
  account_addresses: { account_id: string; address: string; folded: string; verified_at: string }
  account_identities: {
    issuer: string
    subject: string
    account_id: string
    created_at: string
    last_used_at: string
  }
  setup_links: SetupLinks
  sign_ins: SignIns
  sign_in_requests: SignInRequests
  address_changes: AddressChanges
  try_counts: { key: string; starts_at: string; ends_at: string; count: number }
  passkeys: Passkeys
  passkey_challenges: { challenge: string; browser_hash: string; account_id: string | null; expires_at: string }
  totp_secrets: TotpSecrets
  recovery_codes: { account_id: string; code_hash: string; used_at: string | null }
  oidc_attempts: OidcAttempts
  invitations: Invitations
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends AccountTables {}
}
