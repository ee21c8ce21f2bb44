import { hashToken } from '../../../kernel/tokens.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { SignIn } from './types.ts'

/** Whether anybody can sign in yet. While nobody can, the start of the server prints a one-time link. */
export async function hasAccount(db: Db): Promise<boolean> {
  const account = await db
    .selectFrom('accounts')
    .select('id')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return account !== undefined
}

/** Who the cookie `token` belongs to at `now`; null when it is unknown, over, signed out, or the account is disabled. */
export async function findSignIn(db: Db, token: string, now: Temporal.Instant): Promise<SignIn | null> {
  const found = await db
    .selectFrom('sign_ins')
    .innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
    .select(['account_id as accountId', 'expires_at as expiresAt'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now.toString())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}
