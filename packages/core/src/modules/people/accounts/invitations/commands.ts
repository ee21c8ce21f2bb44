import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { sendMail } from '../../../messages/mail/commands.ts'
import { checkPlace } from '../../roles/commands.ts'
import { authorizeRoles, type RoleTarget } from '../../roles/policy.ts'
import { roleTitles } from '../../roles/rules.ts'
import { foldAddress } from '../addresses/rules.ts'
import { addAccount } from '../commands.ts'
import type { TokenInput } from '../schema.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import type { Device } from '../sign-ins/types.ts'
import { findInvitation } from './queries.ts'
import { explainRefusal, invitationAddress, invitationLifetime, sendingsAtMost } from './rules.ts'
import type { InvitationInput } from './schema.ts'
import type { AcceptOutcome, InviteOutcome } from './types.ts'

/** Gives the invitation a new link, which voids the one before, and mails it. */
async function send(ctx: Context, tx: Transaction, id: string): Promise<InviteOutcome> {
  const token = newToken()
  const expiresAt = ctx.now().add(invitationLifetime)
  const row = await tx
    .updateTable('invitations')
    .set((of) => ({ token_hash: hashToken(token), expires_at: expiresAt.toString(), sendings: of('sendings', '+', 1) }))
    .where('id', '=', id)
    .where('sendings', '<', sendingsAtMost)
    .returningAll()
    .executeTakeFirst()
  if (!row) return { kind: 'too-often' }
  const opened = await findInvitation(tx, token, ctx.now())
  if (opened.kind !== 'open') return { kind: 'too-often' }
  const mail = await sendMail(ctx, tx, {
    template: 'account.invitation',
    to: { address: row.address, name: row.name },
    locale: row.locale,
    values: {
      by: opened.by ?? 'Fachtag',
      role: roleTitles[row.role][row.locale],
      place: opened.place ?? 'Fachtag',
      link: invitationAddress(ctx.mailer.origin, row.locale, token),
      until: expiresAt.toString(),
    },
    key: `invitation:${id}:${row.sendings}`,
    sendBefore: expiresAt,
    seriesId: row.series_id,
    editionId: row.edition_id,
  })
  return { kind: mail.kind === 'no-address' ? 'no-address' : 'invited' }
}

/** The open invitation of the same address to the same role, made where there is none. */
async function ensureInvitation(ctx: Context, tx: Transaction, input: InvitationInput & RoleTarget): Promise<string> {
  const [folded, track] = [foldAddress(input.address), input.trackId ?? null]
  // Two who invite the same person at once would write two invitations.
  await sql`select pg_advisory_xact_lock(hashtext(${`fachtag.invitation.${folded}`}))`.execute(tx)
  const open = await tx
    .selectFrom('invitations')
    .select('id')
    .where('folded', '=', folded)
    .where('role', '=', input.role)
    .where('series_id', 'is not distinct from', input.seriesId)
    .where('edition_id', 'is not distinct from', input.editionId)
    .where('track_id', 'is not distinct from', track)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (open) return open.id
  const id = newId('invitation')
  const place = { series_id: input.seriesId, edition_id: input.editionId, track_id: track }
  const invited = { address: input.address, folded, name: input.name ?? null, role: input.role, locale: input.locale }
  const invited_by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const now = ctx.now().toString()
  const times = { created_at: now, expires_at: now, accepted_at: null, withdrawn_at: null }
  const row = { id, ...invited, ...place, ...times, token_hash: hashToken(newToken()), sendings: 0, invited_by }
  await tx.insertInto('invitations').values(row).execute()
  return id
}

/**
 * Invites somebody to a role by mail; whoever is invited to it already gets the mail again. Says the same whether anybody
 * has the address. Throws `role.wrong_place` and `track.not_found`.
 */
export async function invite(ctx: Context, input: InvitationInput & RoleTarget): Promise<InviteOutcome> {
  authorizeRoles(ctx, input)
  return ctx.transaction(async (tx) => {
    await checkPlace(tx, input)
    return send(ctx, tx, await ensureInvitation(ctx, tx, input))
  })
}

function selectOpen(tx: Transaction, { seriesId, editionId }: RoleTarget, id: string) {
  return tx
    .selectFrom('invitations')
    .select('id')
    .where('id', '=', id)
    .where('series_id', 'is not distinct from', seriesId)
    .where('edition_id', 'is not distinct from', editionId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
}

/** Mails an open invitation once more, with a new link. Throws `invitation.not_found`. */
export async function resendInvitation(ctx: Context, place: RoleTarget, id: string): Promise<InviteOutcome> {
  authorizeRoles(ctx, place)
  return ctx.transaction(async (tx) => {
    const open = await selectOpen(tx, place, id).forUpdate().executeTakeFirst()
    if (!open) throw new DomainError('invitation.not_found', { id })
    return send(ctx, tx, id)
  })
}

/** Takes an invitation back; its link is worth nothing from then on. Throws `invitation.not_found`. */
export async function withdrawInvitation(ctx: Context, place: RoleTarget, id: string): Promise<void> {
  authorizeRoles(ctx, place)
  await ctx.transaction(async (tx) => {
    const withdrawn = await tx
      .updateTable('invitations')
      .set({ withdrawn_at: ctx.now().toString() })
      .where('id', 'in', selectOpen(tx, place, id))
      .executeTakeFirst()
    if (withdrawn.numUpdatedRows === 0n) throw new DomainError('invitation.not_found', { id })
  })
}

/** Marks the invitation as accepted if it still can be: one statement, so that of many at once one succeeds. */
function take(ctx: Context, tx: Transaction, token: string) {
  return tx
    .updateTable('invitations')
    .set({ accepted_at: ctx.now().toString() })
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.now().toString())
    .returningAll()
    .executeTakeFirst()
}

/**
 * Accepts an invitation: its role is given to the account with the invited address. Where there is none yet, it is made, and
 * its owner is signed in; who has one signs in as always, because the link has lain in a mailbox for days. However many try
 * at once, one succeeds. Meant for a POST.
 */
export async function acceptInvitation(
  ctx: Context,
  input: TokenInput & { readonly device: Device },
): Promise<AcceptOutcome> {
  ctx.authorize('account.sign_in', null)
  return ctx.transaction(async (tx) => {
    const taken = await take(ctx, tx, input.token)
    if (!taken) {
      const known = tx.selectFrom('invitations').selectAll().where('token_hash', '=', hashToken(input.token))
      return { kind: explainRefusal(await known.executeTakeFirst(), ctx.now()) ?? 'unknown' }
    }
    const owner = tx.selectFrom('account_addresses').select('account_id').where('folded', '=', taken.folded)
    const former = (await owner.executeTakeFirst())?.account_id
    const accountId = former ?? (await addAccount(ctx, tx, { name: taken.name ?? undefined, address: taken.address }))
    const place = { series_id: taken.series_id, edition_id: taken.edition_id, track_id: taken.track_id }
    const grant = { id: newId('roleGrant'), account_id: accountId, role: taken.role, granted_by: taken.invited_by }
    await tx
      .insertInto('role_grants')
      .values({ ...grant, ...place, granted_at: ctx.now().toString() })
      .onConflict((on) => on.doNothing())
      .execute()
    if (former) return { kind: 'granted' }
    const start = { accountId, method: 'invitation', device: input.device, isStrong: false } as const
    return { kind: 'signed-in', signIn: await startSignIn(ctx, tx, start) }
  })
}
