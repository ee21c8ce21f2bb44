import type { Schedule, SchedulePerson } from '@fachtag/formats/schedule/types'
import { guidToId } from '../../../kernel/guid.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { Db, Transaction } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { lockPersons, planPersons, savePersons } from '../../people/persons/commands.ts'
import { titledName } from '../../people/persons/names/rules.ts'
import type { EnsuredPerson, PersonInput, PersonPlan } from '../../people/persons/types.ts'
import { countChanges, reportChanges } from '../changelog/rules.ts'
import { diffProgrammes, isUnchanged } from '../changes/rules.ts'
import type { ProgrammeChanges } from '../changes/types.ts'
import { lockEdition, saveDraft } from '../draft/commands.ts'
import type { LockedEdition } from '../draft/types.ts'
import { noteOutside } from '../journal/writing/commands.ts'
import { publishRelease } from '../release/commands.ts'
import { findLatestRelease } from '../release/queries.ts'
import type { ReleaseEntry } from '../release/types.ts'
import { personKey } from './lineup/rules.ts'
import { findEditionLanguage, findNamedOrganisations, readGround } from './queries.ts'
import { planImport } from './rules.ts'
import type { ImportGround, ImportPlan, ImportReport } from './types.ts'

export type ImportInput = {
  readonly editionId: string
  readonly schedule: Schedule
  /** Names the source within the edition. Versions of one file share it; its references mean nothing outside of it. */
  readonly sourceKey: string
  /** The schedule was a table (CSV, XLSX): what a table has no place for stays as it is. */
  readonly isTable?: boolean | undefined
  /** Only say what would change. */
  readonly dryRun?: boolean | undefined
  /** Make a release of what changed; true where nothing is said. */
  readonly publish?: boolean | undefined
}

type Import = {
  readonly edition: LockedEdition
  readonly ground: ImportGround
  readonly persons: PersonPlan
  readonly plan: ImportPlan
  readonly changes: ProgrammeChanges
}

function listPeople(schedule: Schedule): SchedulePerson[] {
  const people = schedule.sessions.flatMap((session) => [...session.people])
  return [...new Map(people.map((person) => [personKey(person), person])).values()]
}

/** Whether there are people to be recognised; a schedule without any leaves them alone. */
export function namesPeople(schedule: Schedule): boolean {
  return schedule.sessions.some((session) => session.people.length > 0)
}

function toPersonInput(person: SchedulePerson, source: string, language: string): PersonInput {
  const { name, biography, guid } = person
  return {
    name,
    source,
    id: (guid && guidToId('person', guid)) || undefined,
    reference: person.reference ?? guid,
    biography: biography ? { [language === 'de' ? 'de' : 'en']: biography } : undefined,
  }
}

/** Reads what is there and decides what becomes of it; writes nothing. */
async function prepare(db: Db, edition: LockedEdition, input: ImportInput): Promise<Import> {
  const { schedule, sourceKey, isTable = false } = input
  const defaultLanguage = await findEditionLanguage(db, edition.id)
  const ground = await readGround(db, edition.id, sourceKey)
  const people = listPeople(schedule)
  const source = `${edition.id}:${sourceKey}`
  const inputs = people.map((person) =>
    toPersonInput(person, source, schedule.sessions[0]?.language ?? defaultLanguage),
  )
  const persons = await planPersons(db, edition.seriesId, inputs)
  const who = new Map<string, EnsuredPerson>(
    people.map((person, index) => [personKey(person), persons.ensured[index]!]),
  )
  const organisations = await findNamedOrganisations(db, schedule)
  const plan = planImport({
    ...ground,
    schedule,
    sourceKey,
    isTable,
    people: who,
    organisations,
    defaultLanguage,
    newId,
  })
  return { edition, ground, persons, plan, changes: diffProgrammes(ground.draft, plan.programme) }
}

async function write(ctx: Context, tx: Transaction, prepared: Import, sourceKey: string): Promise<void> {
  const { edition, ground, persons, plan, changes } = prepared
  await savePersons(tx, persons)
  const introduced = new Set(plan.introduced)
  const sourceOf = (id: string) => (introduced.has(id) ? sourceKey : (ground.origins.get(id)?.sourceKey ?? null))
  await saveDraft(tx, edition.id, plan.programme, changes, { sourceOf, now: ctx.now() })
  if (!isUnchanged(changes)) await noteOutside(ctx, tx, edition.id, { kind: 'import', source: sourceKey })
  const { trackIds, roomIds } = plan.brought
  const row = { edition_id: edition.id, source_key: sourceKey, track_ids: trackIds, room_ids: roomIds }
  await upsertRows(tx, 'imports', ['edition_id', 'source_key'], [{ ...row, imported_at: ctx.now().toString() }])
}

async function publish(
  ctx: Context,
  tx: Transaction,
  { edition, plan, changes }: Import,
  version: string | undefined,
): Promise<ReleaseEntry | null> {
  const former = await findLatestRelease(tx, edition.id)
  const isFirst = former === null && plan.programme.sessions.length > 0
  if (isUnchanged(changes) && !isFirst) return null
  const name = version === former?.name ? undefined : version
  const outcome = await publishRelease(ctx.in(tx), { editionId: edition.id, name })
  return outcome.kind === 'published' ? outcome.release : null
}

function tell({ edition, ground, persons, plan, changes }: Import, dryRun: boolean): Omit<ImportReport, 'release'> {
  const told = reportChanges(ground.draft, plan.programme, changes)
  const people = [...new Map(persons.ensured.map((person) => [person.id, person])).values()]
  const namesOf = (match: EnsuredPerson['match']) => people.filter((one) => one.match === match).map((one) => one.name)
  const known = new Set(people.filter((one) => one.match !== 'new').map((one) => one.id))
  return {
    editionId: edition.id,
    dryRun,
    changes: told,
    counts: countChanges(told),
    people: {
      added: namesOf('new'),
      recognisedByName: namesOf('name'),
      updated: persons.saves.filter(({ id }) => known.has(id)).map(titledName),
      renamed: people.flatMap(({ formerName, name }) => (formerName === null ? [] : [{ from: formerName, to: name }])),
    },
  }
}

/**
 * Brings the programme of an edition to what `schedule` says, as the newest word of its source, and says what that
 * changed. The same file again changes nothing. Unless told otherwise it makes a release of what changed. Two imports
 * into one edition run one after the other. Throws `edition.not_found`.
 */
export async function importSchedule(ctx: Context, input: ImportInput): Promise<ImportReport> {
  const { editionId, dryRun = false, sourceKey } = input
  ctx.authorize('programme.edit', await scopeOfEdition(ctx.db, editionId))
  return ctx.transaction(async (tx) => {
    // People before the edition, as everybody takes these locks, so that no two wait for each other.
    if (!dryRun && namesPeople(input.schedule)) await lockPersons(tx)
    const edition = await lockEdition(tx, editionId)
    const prepared = await prepare(tx, edition, input)
    const report = tell(prepared, dryRun)
    if (dryRun) return { ...report, release: null }
    await write(ctx, tx, prepared, sourceKey)
    const release = input.publish === false ? null : await publish(ctx, tx, prepared, input.schedule.version)
    if (namesPeople(input.schedule)) await ctx.publish(tx, 'PeopleImported', {})
    return { ...report, release }
  })
}
