import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { lockEdition } from '../draft/commands.ts'
import { renewProjection } from '../projection/commands.ts'
import { isConcerned, ownPerson, readStates } from './queries.ts'
import { currentWording, decideConsent } from './rules.ts'
import type { NotedConsentInput, OwnConsentsInput } from './schema.ts'
import type { ConsentKind, ConsentState, ConsentVia } from './types.ts'

type Decision = {
  readonly personId: string
  readonly editionId: string
  readonly decisions: Partial<Readonly<Record<ConsentKind, boolean>>>
  readonly via: ConsentVia
  readonly reason: string | null
}

/** One decision of one person at a time, so that two cannot both follow on the same last word. */
async function lockConsents(tx: Transaction, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`fachtag.consents.${personId}`}))`.execute(tx)
}

async function save(ctx: Context, tx: Transaction, decision: Decision): Promise<ConsentKind[]> {
  const { personId, editionId, decisions, via, reason } = decision
  await lockConsents(tx, personId)
  const states = await readStates(tx, personId, editionId)
  const changed = (Object.entries(decisions) as [ConsentKind, boolean][]).flatMap(
    ([kind, isGiven]): { kind: ConsentKind; state: ConsentState }[] => {
      const state = decideConsent(states.get(kind) ?? null, isGiven)
      return state ? [{ kind, state }] : []
    },
  )
  const rows = changed.map((one) => ({
    id: newId('consent'),
    person_id: personId,
    edition_id: editionId,
    ...one,
    wording: currentWording,
    given_via: via,
    reason,
    account_id: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    decided_at: ctx.now().toString(),
  }))
  await insertRows(tx, 'person_consents', rows)
  return changed.map((one) => one.kind)
}

/** What the public sees follows in the same transaction: a page that was kept is forgotten when it commits. */
async function enforce(ctx: Context, tx: Transaction, editionId: string, kinds: readonly ConsentKind[]): Promise<void> {
  if (kinds.length === 0) return
  if (kinds.includes('directory')) await renewProjection(tx, await lockEdition(tx, editionId))
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
}

/**
 * Takes down what the person who acts decides for themselves, and makes it true: what they refuse or revoke is gone from
 * the public with this transaction. Answers the kinds whose state changed. Throws `edition.not_found` where the edition
 * has nothing to do with them.
 */
export async function decideOwnConsents(ctx: Context, input: OwnConsentsInput): Promise<ConsentKind[]> {
  const personId = ownPerson(ctx)
  const { editionId, decisions } = input
  return ctx.transaction(async (tx) => {
    if (!personId || !(await isConcerned(tx, personId, editionId))) {
      throw new DomainError('edition.not_found', { edition: editionId })
    }
    const changed = await save(ctx, tx, { personId, editionId, decisions, via: 'person', reason: null })
    await enforce(ctx, tx, editionId, changed)
    return changed
  })
}

/**
 * Takes down what somebody said elsewhere ("schriftlich am 3. November"), for a person who appears in the edition.
 * Answers whether that changed anything. Throws `person.not_found` for anybody else.
 */
export async function noteConsent(ctx: Context, scope: EditionScope, input: NotedConsentInput): Promise<boolean> {
  ctx.authorize('consent.note', scope)
  const { personId, kind, isGiven, reason } = input
  const { editionId } = scope
  return ctx.transaction(async (tx) => {
    if (!(await isConcerned(tx, personId, editionId))) throw new DomainError('person.not_found', { id: personId })
    const decisions = { [kind]: isGiven }
    const changed = await save(ctx, tx, { personId, editionId, decisions, via: 'organiser', reason })
    await enforce(ctx, tx, editionId, changed)
    return changed.length > 0
  })
}
