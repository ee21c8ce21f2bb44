import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AccountActor, AppearanceRole, RoleName } from '../../../../kernel/actor.ts'
import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { ownAccountOf } from '../policy.ts'
import { hourOf, signInIdleTime } from './rules.ts'
import type { OwnSignIn, SignIn } from './types.ts'

/** Sign-ins that hold at `now`: neither over nor unused for too long, and of an account that is not disabled. */
function selectHolding(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom('sign_ins')
    .innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
    .where('sign_ins.expires_at', '>', now.toString())
    .where('sign_ins.last_seen_at', '>', now.subtract(signInIdleTime).toString())
    .where('accounts.disabled_at', 'is', null)
}

function selectActor(db: Db, now: Temporal.Instant) {
  return selectHolding(db, now).select((of) => [
    'sign_ins.id',
    'sign_ins.account_id as accountId',
    'accounts.person_id as personId',
    'sign_ins.last_seen_at as lastSeenAt',
    'sign_ins.strong_until as strongUntil',
    jsonArrayFrom(
      of
        .selectFrom('role_grants')
        .select(['role', 'series_id as seriesId', 'edition_id as editionId', 'track_id as trackId'])
        .$castTo<{ role: RoleName; seriesId: string | null; editionId: string | null; trackId: string | null }>()
        .whereRef('role_grants.account_id', '=', 'sign_ins.account_id'),
    ).as('grants'),
    jsonArrayFrom(
      of
        .selectFrom('appearances')
        .innerJoin('sessions', 'sessions.id', 'appearances.session_id')
        .innerJoin('editions', 'editions.id', 'sessions.edition_id')
        .select(['appearances.role', 'sessions.id as sessionId', 'editions.id as editionId'])
        .select('editions.series_id as seriesId')
        .$castTo<{ role: AppearanceRole; sessionId: string; editionId: string; seriesId: string }>()
        .whereRef('appearances.person_id', '=', 'accounts.person_id')
        .where('appearances.state', '=', 'planned')
        .where('sessions.state', '<>', 'removed'),
    ).as('appearances'),
  ])
}

/**
 * Who the cookie `token` belongs to at `now`, with everything that permissions look at, in one query; null when it is
 * unknown, over, signed out, or the account is disabled. Asked anew at each request, so that what an operator takes away
 * is gone with the next one.
 */
export async function findSignIn(db: Db, token: string, now: Temporal.Instant): Promise<SignIn | null> {
  const found = await selectActor(db, now).where('token_hash', '=', hashToken(token)).executeTakeFirst()
  if (!found) return null
  const { id, accountId, personId, lastSeenAt, strongUntil, grants, appearances } = found
  const isStrong = strongUntil !== null && Temporal.Instant.compare(strongUntil, now) > 0
  const actor: AccountActor = { kind: 'account', accountId, personId, isStrong, grants, appearances }
  return { id, actor, isUnnoted: Temporal.Instant.compare(lastSeenAt, hourOf(now)) < 0 }
}

/** The actor of `findSignIn`. */
export async function loadActor(db: Db, token: string, now: Temporal.Instant): Promise<AccountActor | null> {
  return (await findSignIn(db, token, now))?.actor ?? null
}

/** Where the actor is signed in, the most recently used first; `token` is that of the browser that asks. */
export async function listOwnSignIns(ctx: Context, token: string): Promise<OwnSignIn[]> {
  const now = ctx.now()
  const rows = await selectHolding(ctx.db, now)
    .selectAll('sign_ins')
    .where('account_id', '=', ownAccountOf(ctx))
    .orderBy('last_seen_at', 'desc')
    .orderBy('sign_ins.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    device: { browser: row.browser, system: row.system },
    createdAt: row.created_at,
    // The hour begins before somebody who signed in within it was here.
    lastSeenAt: row.last_seen_at > row.created_at ? row.last_seen_at : row.created_at,
    isStrong: row.strong_until !== null && Temporal.Instant.compare(row.strong_until, now) > 0,
    isCurrent: row.token_hash === hashToken(token),
  }))
}
