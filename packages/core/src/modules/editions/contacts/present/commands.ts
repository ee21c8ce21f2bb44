import { DomainError } from '../../../../kernel/errors.ts'
import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { requireOrganisations } from '../../../people/organisations/queries.ts'
import { ensurePersons } from '../../../people/persons/commands.ts'
import { requireSources } from '../../sources/queries.ts'
import { saveContacts } from '../commands.ts'
import type { ContactInput, ContactsForm } from '../schema.ts'

/** The rows with a person each: those whose name is new are added to the people of the series. */
async function withPersons(tx: Transaction, seriesId: string, { contacts }: ContactsForm): Promise<ContactInput[]> {
  const added = contacts.flatMap(({ personId, personName }) => (!personId && personName ? [personName] : []))
  const source = `series:${seriesId}`
  const persons = await ensurePersons(
    tx,
    seriesId,
    added.map((name) => ({ name, source })),
  )
  const ids = new Map(added.map((name, index) => [name, persons[index]!.id]))
  return contacts.map(({ personId, personName = '', ...contact }) => ({
    ...contact,
    personId: personId ?? ids.get(personName)!,
  }))
}

/** Throws `edition.not_found` or `person.not_found` when a row names something else than it may. Two queries. */
async function requireKnown(tx: Transaction, seriesId: string, contacts: readonly ContactInput[]): Promise<void> {
  const editionIds = contacts.flatMap(({ editionId }) => editionId ?? [])
  const editions = await tx.selectFrom('editions').select('id').where('series_id', '=', seriesId).execute()
  const foreign = editionIds.find((id) => !editions.some((edition) => edition.id === id))
  if (foreign !== undefined) throw new DomainError('edition.not_found', { edition: foreign })
  const ids = contacts.map(({ personId }) => personId)
  if (ids.length === 0) return
  const persons = await tx.selectFrom('persons').select('id').where('id', 'in', ids).execute()
  const missing = ids.find((id) => !persons.some((person) => person.id === id))
  if (missing !== undefined) throw new DomainError('person.not_found', { id: missing })
}

/**
 * Makes the rows of the form the present contact persons of a series, in their order. `expectedRevision`: of the series.
 * `twice`: one person stands in two rows.
 */
export async function changeContacts(
  ctx: Context,
  scope: SeriesScope,
  form: ContactsForm,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' } | { readonly kind: 'twice'; readonly row: number }> {
  ctx.authorize('series.manage', scope)
  return ctx.transaction(async (tx) => {
    const state = await lockRevision(tx, 'series', scope.seriesId, expectedRevision)
    if (state === 'missing') throw new DomainError('series.not_found', { series: scope.seriesId })
    if (state === 'changed') return { kind: 'conflict' }
    const contacts = await withPersons(tx, scope.seriesId, form)
    const row = contacts.findIndex(
      ({ personId }, index) => contacts.findIndex((one) => one.personId === personId) < index,
    )
    if (row >= 0) return { kind: 'twice', row }
    await requireKnown(tx, scope.seriesId, contacts)
    await requireOrganisations(
      tx,
      contacts.map(({ organisationId }) => organisationId),
    )
    await requireSources(
      tx,
      scope,
      contacts.map(({ sourceId }) => sourceId),
    )
    await saveContacts(ctx.in(tx), scope.seriesId, contacts)
    return { kind: 'saved' }
  })
}
