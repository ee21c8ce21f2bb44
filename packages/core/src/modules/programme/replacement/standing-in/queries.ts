import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { findOrganisationsByName } from '../../../people/organisations/queries.ts'
import { foldOrganisationName } from '../../../people/organisations/rules.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import { findReserve } from '../../reserve/queries.ts'
import type { AppearanceMode, ProgrammeAppearance } from '../../types.ts'
import type { StandInInput } from '../schema.ts'
import type { StandIn } from '../types.ts'

type Coming = {
  readonly personId: string
  readonly function: string | null
  readonly organisationName: string | null
  readonly mode: AppearanceMode
}

/** An appearance of somebody of the directory, complete as a release keeps it. Throws `person.not_found`. */
async function toAppearance(tx: Transaction, coming: Coming): Promise<ProgrammeAppearance> {
  const person = await tx
    .selectFrom('persons')
    .select(['slug', 'name', 'academic_title as academicTitle'])
    .where('id', '=', coming.personId)
    .executeTakeFirst()
  if (!person) throw new DomainError('person.not_found', { id: coming.personId })
  const { organisationName } = coming
  const known = organisationName ? await findOrganisationsByName(tx, [organisationName]) : undefined
  const organisation = organisationName ? known?.get(foldOrganisationName(organisationName)) : undefined
  return {
    id: newId('appearance'),
    personId: coming.personId,
    personSlug: person.slug,
    name: titledName(person),
    role: 'speaker',
    mode: coming.mode,
    state: 'planned',
    replacesId: null,
    function: coming.function,
    organisationId: organisation?.id ?? null,
    organisationSlug: organisation?.slug ?? null,
    organisationName: organisation?.name ?? organisationName,
    note: null,
  }
}

/**
 * Who comes, as the input says; `personOfName` is who a typed name turned out to be. Throws `reserve.not_found`,
 * `person.not_found`.
 */
export async function findStandIn(
  tx: Transaction,
  scope: EditionScope,
  input: StandInInput,
  personOfName: string | null,
): Promise<StandIn> {
  if (input.kind === 'reserve') {
    const reserve = await findReserve(tx, scope, input.reserveId)
    if (!reserve) throw new DomainError('reserve.not_found', { id: input.reserveId })
    const appearance = await toAppearance(tx, { ...reserve, mode: input.mode ?? reserve.mode })
    return {
      appearance,
      title: reserve.title,
      abstract: reserve.title === null ? null : reserve.abstract,
      isUsed: reserve.state === 'used',
    }
  }
  const { function: held = null, organisationName = null, mode } = input
  const personId = input.kind === 'person' ? input.personId : personOfName!
  const appearance = await toAppearance(tx, { personId, function: held, organisationName, mode })
  return { appearance, title: null, abstract: null, isUsed: false }
}
