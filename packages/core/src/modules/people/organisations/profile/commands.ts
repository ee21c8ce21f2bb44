import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import { insertRows, upsertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { listUnknownKeys } from '../../register/queries.ts'
import { lockOrganisations } from '../commands.ts'
import { listTakenSlugs } from '../queries.ts'
import { foldOrganisationName } from '../rules.ts'
import { findKnownOrganisation } from './queries.ts'
import type { OrganisationProfileInput } from './schema.ts'
import type { AddOrganisationOutcome, ChangeOrganisationOutcome } from './types.ts'

function toRow(input: OrganisationProfileInput, now: Temporal.Instant) {
  return {
    name: input.name,
    short_name: input.shortName ?? null,
    kind: input.kind,
    ars: input.ars ?? null,
    land: input.land ?? input.ars?.slice(0, 2) ?? null,
    country: input.country,
    website: input.website ?? null,
    description: input.description,
    updated_at: now.toString(),
  }
}

async function saveNames(tx: Transaction, id: string, { name, aliases }: OrganisationProfileInput): Promise<void> {
  const kept = [...new Set([name, ...aliases])]
  await tx
    .deleteFrom('organisation_names')
    .where('organisation_id', '=', id)
    .where(sql<boolean>`name <> all(${kept})`)
    .execute()
  const rows = kept.map((one) => ({ organisation_id: id, name: one, folded: foldOrganisationName(one) }))
  await upsertRows(tx, 'organisation_names', ['organisation_id', 'name'], rows)
}

/** What keeps `input` from being saved as it is, where something does. */
async function findObstacle(tx: Transaction, input: OrganisationProfileInput, ownId?: string) {
  const known = await findKnownOrganisation(tx, [input.name, ...input.aliases], ownId)
  if (known) return { kind: 'known', ...known } as const
  const unknown = input.ars ? await listUnknownKeys(tx, [input.ars]) : []
  return unknown.length > 0 ? ({ kind: 'unknown_region' } as const) : null
}

/** Adds an organisation, unless one is known by one of its names. */
export async function addOrganisation(ctx: Context, input: OrganisationProfileInput): Promise<AddOrganisationOutcome> {
  ctx.authorize('organisation.manage', null)
  return ctx.transaction(async (tx) => {
    await lockOrganisations(tx)
    const obstacle = await findObstacle(tx, input)
    if (obstacle) return obstacle
    const id = newId('organisation')
    const slug = uniqueSlug(slugify(input.name), await listTakenSlugs(tx, [slugify(input.name)]), 'organisation')
    const now = ctx.now()
    await insertRows(tx, 'organisations', [{ id, slug, created_at: now.toString(), ...toRow(input, now) }])
    await saveNames(tx, id, input)
    await touchPublication(tx)
    return { kind: 'added', id }
  })
}

/**
 * Gives an organisation the values of `input`; the address of its page stays as it is. Throws `organisation.not_found`.
 */
export async function changeOrganisation(
  ctx: Context,
  organisation: SharedScope<'organisation'>,
  input: OrganisationProfileInput,
  expectedRevision?: number,
): Promise<ChangeOrganisationOutcome> {
  ctx.authorize('organisation.change', organisation)
  const { id } = organisation
  return ctx.transaction(async (tx) => {
    await lockOrganisations(tx)
    const state = await lockRevision(tx, 'organisations', id, expectedRevision)
    if (state === 'changed') return { kind: 'conflict' }
    if (state === 'missing') throw new DomainError('organisation.not_found', { id })
    const obstacle = await findObstacle(tx, input, id)
    if (obstacle) return obstacle
    await saveNames(tx, id, input)
    await tx.updateTable('organisations').set(toRow(input, ctx.now())).where('id', '=', id).execute()
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'saved' }
  })
}
