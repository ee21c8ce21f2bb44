import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { authorizeRoles, type RoleTarget } from '../../roles/policy.ts'
import { explainRefusal } from './rules.ts'
import type { Invitation, OpenedInvitation } from './types.ts'

/** The invitations to exactly this place that wait to be accepted, the latest first; expired ones too, for they can be sent again. */
export async function listInvitations(ctx: Context, place: RoleTarget): Promise<Invitation[]> {
  authorizeRoles(ctx, place)
  const rows = await ctx.db
    .selectFrom('invitations')
    .leftJoin('tracks', 'tracks.id', 'invitations.track_id')
    .select([
      'invitations.id',
      'invitations.address',
      'invitations.name',
      'invitations.role',
      'tracks.name as track',
      'invitations.expires_at as expiresAt',
    ])
    .where('invitations.series_id', 'is not distinct from', place.seriesId)
    .where('invitations.edition_id', 'is not distinct from', place.editionId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id')
    .execute()
  const isOver = (at: string) => Temporal.Instant.compare(at, ctx.now()) <= 0
  return rows.map((row) => ({ ...row, isExpired: isOver(row.expiresAt) }))
}

/** What is behind the token of a link at `now`. Reads only: who opens a link has not accepted. */
export async function findInvitation(db: Db, token: string, now: Temporal.Instant): Promise<OpenedInvitation> {
  const row = await db
    .selectFrom('invitations')
    .leftJoin('series', 'series.id', 'invitations.series_id')
    .leftJoin('editions', 'editions.id', 'invitations.edition_id')
    .leftJoin('accounts', 'accounts.id', 'invitations.invited_by')
    .leftJoin('persons', 'persons.id', 'accounts.person_id')
    .select((of) => [
      'address',
      'role',
      'expires_at',
      'accepted_at',
      'withdrawn_at',
      of.fn.coalesce('editions.name', 'series.name').as('place'),
      of.fn.coalesce('persons.name', 'accounts.name').as('by'),
    ])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  const refusal = explainRefusal(row, now)
  if (!row || refusal) return { kind: refusal ?? 'unknown' }
  const { address, role, place, by, expires_at: expiresAt } = row
  return { kind: 'open', address, role, place, by, expiresAt }
}
