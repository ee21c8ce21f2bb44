import type { SchedulePerson } from '@fachtag/formats/schedule/types'
import type { IdKind } from '../../../../kernel/ids.ts'
import { foldOrganisationName } from '../../../people/organisations/rules.ts'
import type { EnsuredPerson } from '../../../people/persons/types.ts'
import type { ProgrammeAppearance } from '../../types.ts'
import type { NamedOrganisation } from '../types.ts'

/** Under which a person of a file is found: what the file calls them. */
export function personKey(person: SchedulePerson): string {
  return JSON.stringify([person.reference ?? person.guid ?? null, person.name])
}

/** Who the people of a file are, which organisations have a page, and where new appearances get their id from. */
export type People = {
  readonly people: ReadonlyMap<string, EnsuredPerson>
  readonly organisations: ReadonlyMap<string, NamedOrganisation>
  readonly newId: (kind: IdKind) => string
}

function blankAppearance(id: string): ProgrammeAppearance {
  return {
    id,
    personId: null,
    personSlug: null,
    name: null,
    role: 'speaker',
    mode: 'on-site',
    state: 'planned',
    replacesId: null,
    function: null,
    organisationId: null,
    organisationSlug: null,
    organisationName: null,
    note: null,
  }
}

function organisationFields(name: string, organisations: People['organisations']) {
  const known = organisations.get(foldOrganisationName(name))
  return {
    organisationId: known?.id ?? null,
    organisationSlug: known?.slug ?? null,
    organisationName: known?.name ?? name,
  }
}

function appear(
  stored: ProgrammeAppearance | undefined,
  said: SchedulePerson,
  { people, organisations, newId }: People,
) {
  const person = people.get(personKey(said))!
  const base = stored ?? blankAppearance(newId('appearance'))
  return {
    ...base,
    personId: person.id,
    personSlug: person.slug,
    name: person.name,
    role: said.role ?? base.role,
    mode: said.mode ?? base.mode,
    function: said.function ?? base.function,
    ...(said.organisation === undefined ? {} : organisationFields(said.organisation, organisations)),
  }
}

/**
 * The line-up of a session after a file has named its `people`. Role, mode, function and organisation of that day stay as
 * they are where the file is silent. What a file cannot tell stays: who was replaced or cancelled, and organisations
 * that appear without a person. Everybody else whom the file does not name is gone.
 */
export function mergeLineup(
  stored: readonly ProgrammeAppearance[],
  people: readonly SchedulePerson[],
  who: People,
): ProgrammeAppearance[] {
  const byPerson = new Map(
    stored.filter((one) => one.personId && one.state === 'planned').map((one) => [one.personId, one]),
  )
  const named = new Map<string, ProgrammeAppearance>()
  for (const said of people) {
    const person = who.people.get(personKey(said))!
    if (!named.has(person.id)) named.set(person.id, appear(byPerson.get(person.id), said, who))
  }
  const kept = stored.filter((one) => one.personId === null || one.state !== 'planned')
  return inStoredOrder(stored, [...named.values()], kept)
}

/** Those the file names in its order; those it cannot name where they stood, after the same forerunner. */
function inStoredOrder(
  stored: readonly ProgrammeAppearance[],
  named: readonly ProgrammeAppearance[],
  kept: readonly ProgrammeAppearance[],
): ProgrammeAppearance[] {
  const result = [...named]
  for (const appearance of kept) {
    const before = stored.slice(0, stored.indexOf(appearance)).map((one) => one.id)
    const place = result.findLastIndex((one) => before.includes(one.id))
    result.splice(place + 1, 0, appearance)
  }
  return result
}
