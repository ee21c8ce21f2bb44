import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { findOrganisationsByName } from '../../../people/organisations/queries.ts'
import { foldOrganisationName } from '../../../people/organisations/rules.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import type { EnsuredPerson } from '../../../people/persons/types.ts'
import { findReserve } from '../../reserve/queries.ts'
import type { AppearanceMode, ProgrammeAppearance } from '../../types.ts'
import type { StandInInput } from '../schema.ts'
import type { StandIn } from '../types.ts'

type Who = Pick<EnsuredPerson, 'id' | 'slug' | 'name'>
type Coming = {
  readonly function: string | null
  readonly organisationName: string | null
  readonly mode: AppearanceMode
}

/** Somebody of the directory. Throws `person.not_found`. */
async function findWho(db: Db, id: string): Promise<Who> {
  const person = await db
    .selectFrom('persons')
    .select(['id', 'slug', 'name', 'academic_title as academicTitle'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) throw new DomainError('person.not_found', { id })
  return { ...person, name: titledName(person) }
}

/** An appearance of somebody, complete as a release keeps it. */
async function toAppearance(db: Db, person: Who, coming: Coming): Promise<ProgrammeAppearance> {
  const { organisationName } = coming
  const known = organisationName ? await findOrganisationsByName(db, [organisationName]) : undefined
  const organisation = organisationName ? known?.get(foldOrganisationName(organisationName)) : undefined
  return {
    id: newId('appearance'),
    personId: person.id,
    personSlug: person.slug,
    name: person.name,
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
 * Who comes, as the input says; `named` is who a typed name turned out to be. Throws `reserve.not_found`,
 * `person.not_found`.
 */
export async function findStandIn(
  db: Db,
  scope: EditionScope,
  input: StandInInput,
  named: Who | null,
): Promise<StandIn> {
  if (input.kind === 'reserve') {
    const reserve = await findReserve(db, scope, input.reserveId)
    if (!reserve) throw new DomainError('reserve.not_found', { id: input.reserveId })
    const who = await findWho(db, reserve.personId)
    const appearance = await toAppearance(db, who, { ...reserve, mode: input.mode ?? reserve.mode })
    return {
      appearance,
      title: reserve.title,
      abstract: reserve.title === null ? null : reserve.abstract,
      isUsed: reserve.state === 'used',
    }
  }
  const { function: held = null, organisationName = null, mode } = input
  const who = input.kind === 'person' ? await findWho(db, input.personId) : named!
  const appearance = await toAppearance(db, who, { function: held, organisationName, mode })
  return { appearance, title: null, abstract: null, isUsed: false }
}
