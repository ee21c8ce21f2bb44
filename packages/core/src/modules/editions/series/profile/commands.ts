import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { ensurePersons } from '../../../people/persons/commands.ts'
import { saveContacts } from '../../contacts/commands.ts'
import type { ContactInput } from '../../contacts/schema.ts'
import { saveSeries } from '../commands.ts'
import type { SeriesProfileInput } from './schema.ts'
import type { SeriesProfileOutcome } from './types.ts'

async function listPresentContacts(tx: Transaction, seriesId: string): Promise<ContactInput[]> {
  const rows = await tx
    .selectFrom('contacts')
    .selectAll()
    .where('series_id', '=', seriesId)
    .where('is_current', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    organisationId: row.organisation_id ?? undefined,
    function: row.function ?? undefined,
    email: row.email ?? undefined,
    phone: row.phone ?? undefined,
    editionId: row.edition_id ?? undefined,
    sourceId: row.source_id ?? undefined,
  }))
}

/** The contact of the form; with the organisation it had, if it is the person who stood there before. */
async function toContact(
  tx: Transaction,
  seriesId: string,
  { name, ...reach }: NonNullable<SeriesProfileInput['contact']>,
  former: ContactInput | undefined,
): Promise<ContactInput> {
  const source = `series:${seriesId}`
  const [person] = await ensurePersons(tx, seriesId, [{ name, source }])
  const isSame = former?.personId === person!.id
  return { personId: person!.id, ...(isSame ? { organisationId: former.organisationId } : {}), ...reach }
}

/**
 * Saves what the form of a series holds: the series and its first contact person; further contact persons stay. `add` never
 * touches a series that exists, `change` never makes one.
 */
export async function saveSeriesProfile(
  ctx: Context,
  mode: 'add' | 'change',
  { contact, ...series }: SeriesProfileInput,
): Promise<SeriesProfileOutcome> {
  ctx.authorize('workplace.enter', null)
  return ctx.transaction(async (tx) => {
    const known = await tx.selectFrom('series').select('id').where('slug', '=', series.slug).executeTakeFirst()
    if ((known === undefined) !== (mode === 'add')) return { kind: 'taken' }
    const seriesId = await saveSeries(ctx.in(tx), series)
    const [first, ...others] = await listPresentContacts(tx, seriesId)
    const next = contact ? [await toContact(tx, seriesId, contact, first)] : []
    const kept = others.filter((other) => other.personId !== next[0]?.personId)
    await saveContacts(ctx.in(tx), seriesId, [...next, ...kept])
    return { kind: 'saved', seriesId }
  })
}
