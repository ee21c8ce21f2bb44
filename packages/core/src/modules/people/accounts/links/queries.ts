import { hashToken } from '../../../../kernel/tokens.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { OpenedLink, OpenRequest } from './types.ts'

/** The requests whose account is not disabled and still has the address that the mail went to. */
export function selectUsable(db: Db) {
  return db
    .selectFrom('sign_in_requests as usable')
    .innerJoin('accounts', 'accounts.id', 'usable.account_id')
    .innerJoin('account_addresses', (join) =>
      join
        .onRef('account_addresses.account_id', '=', 'usable.account_id')
        .onRef('account_addresses.folded', '=', 'usable.folded'),
    )
    .where('accounts.disabled_at', 'is', null)
    .select('usable.id')
}

/** What is behind the token of a link at `now`. Reads only: who opens a link has not used it. */
export async function findLink(
  db: Db,
  { token, browserToken, now }: { token: string; browserToken: string | undefined; now: Temporal.Instant },
): Promise<OpenedLink> {
  const request = await db
    .selectFrom('sign_in_requests')
    .leftJoin('account_addresses', (join) =>
      join
        .onRef('account_addresses.account_id', '=', 'sign_in_requests.account_id')
        .onRef('account_addresses.folded', '=', 'sign_in_requests.folded'),
    )
    .select(['address', 'browser', 'system', 'browser_hash', 'created_at', 'expires_at', 'used_at'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!request) return { kind: 'unknown' }
  if (request.used_at) return { kind: 'used' }
  if (request.address === null || Temporal.Instant.compare(request.expires_at, now) <= 0) return { kind: 'expired' }
  return {
    kind: 'open',
    address: request.address,
    isHere: browserToken !== undefined && hashToken(browserToken) === request.browser_hash,
    device: { browser: request.browser, system: request.system },
    askedAt: request.created_at,
    expiresAt: request.expires_at,
  }
}

/**
 * The latest request that this browser has open at `now`; null when there is none. It says the address as it was typed
 * there, and nothing about whether anybody has it.
 */
export async function findOpenRequest(
  db: Db,
  { browserToken, now }: { browserToken: string; now: Temporal.Instant },
): Promise<OpenRequest | null> {
  const request = await db
    .selectFrom('sign_in_requests')
    .select(['folded as address', 'next', 'expires_at as expiresAt'])
    .where('browser_hash', '=', hashToken(browserToken))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toString())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return request ?? null
}
