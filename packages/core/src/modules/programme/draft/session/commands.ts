import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { findOrganisationsByName } from '../../../people/organisations/queries.ts'
import { foldOrganisationName } from '../../../people/organisations/rules.ts'
import { lockPersons } from '../../../people/persons/commands.ts'
import { parsePersonName } from '../../../people/persons/names/rules.ts'
import { introducePersons } from '../../../people/persons/profile/commands.ts'
import { personProfileInput } from '../../../people/persons/profile/schema.ts'
import { noteOutside } from '../../journal/writing/commands.ts'
import type { ProgrammeAppearance, ProgrammeSession, SessionState } from '../../types.ts'
import { lockEdition, saveDraft } from '../commands.ts'
import { matchAppearances, toStartsAt } from './rules.ts'
import type { SessionInput } from './schema.ts'
import type { SaveSessionOutcome } from './types.ts'

type Stored = { readonly slug: string; readonly reference: string | null; readonly position: number }

/** Throws `<thing>.not_found` for what `input` names and the edition, its series or the directory does not have. */
async function checkReferences(tx: Transaction, scope: EditionScope, input: SessionInput): Promise<void> {
  const wanted: readonly [string, string | null, readonly (string | undefined)[]][] = [
    ['track', scope.editionId, [input.trackId]],
    ['room', scope.editionId, [input.roomId]],
    ['source', scope.seriesId, [input.sourceId]],
    ['topic', null, input.topicIds],
    ['person', null, input.appearances.map((one) => one.personId)],
  ]
  const named = wanted.flatMap(([kind, owner, ids]) =>
    ids.filter((id) => id !== undefined).map((id) => ({ kind, owner, id })),
  )
  const { rows } = await sql<{ kind: string; id: string }>`
    select kind, named.id from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as named (kind text, owner text, id text)
    where not case kind
      when 'track' then exists (select from tracks where tracks.id = named.id and edition_id = owner)
      when 'room' then exists (select from rooms where rooms.id = named.id and edition_id = owner)
      when 'source' then exists (select from sources where sources.id = named.id and series_id = owner)
      when 'topic' then exists (select from topics where topics.id = named.id)
      else exists (select from persons where persons.id = named.id) end`.execute(tx)
  const [missing] = rows
  if (missing) throw new DomainError(`${missing.kind}.not_found`, { id: missing.id })
}

/** `appearances`, with those among them added to the directory who are not in it yet. */
async function introduce(
  ctx: Context,
  tx: Transaction,
  scope: EditionScope,
  appearances: SessionInput['appearances'],
): Promise<SessionInput['appearances']> {
  const fresh = appearances.flatMap((one) => (one.personId || !one.personName ? [] : [one.personName]))
  if (fresh.length === 0) return appearances
  ctx.authorize('person.add', scope)
  const named = [...new Set(fresh)]
  const inputs = named.map((text) => {
    const { name, academicTitle } = parsePersonName(text)
    return personProfileInput.parse({ name, ...(academicTitle ? { academicTitle } : {}) })
  })
  const ids = await introducePersons(tx, scope, inputs, ctx.now())
  const idOf = (name: string | undefined) => (name === undefined ? undefined : ids[named.indexOf(name)])
  return appearances.map((one) => ({ ...one, personId: one.personId ?? idOf(one.personName) }))
}

function readHeld(tx: Transaction, sessionId: string) {
  return tx
    .selectFrom('appearances')
    .leftJoin('organisations', 'organisations.id', 'appearances.organisation_id')
    .select([
      'appearances.id',
      'person_id as personId',
      sql<string | null>`coalesce(organisations.name, organisation_name)`.as('organisationName'),
      'role',
    ])
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .orderBy('appearances.id')
    .execute()
}

/** The appearances as a programme has them. Throws `appearance.not_found` for one that the session does not have. */
async function toAppearances(
  tx: Transaction,
  sessionId: string,
  input: SessionInput['appearances'],
): Promise<ProgrammeAppearance[]> {
  const held = await readHeld(tx, sessionId)
  const own = new Set(held.map((one) => one.id))
  const foreign = input.flatMap((one) => [one.id, one.replacesId]).find((id) => id !== undefined && !own.has(id))
  if (foreign !== undefined) throw new DomainError('appearance.not_found', { id: foreign })
  const ids = matchAppearances(held, input)
  const names = input.flatMap((one) => one.organisationName ?? [])
  const known = await findOrganisationsByName(tx, names)
  return input.map((one, index) => {
    const organisation = one.organisationName ? known.get(foldOrganisationName(one.organisationName)) : undefined
    const replaces = one.replacesId !== ids[index] && ids.includes(one.replacesId) ? one.replacesId : undefined
    return {
      id: ids[index] ?? newId('appearance'),
      personId: one.personId ?? null,
      personSlug: null,
      name: null,
      role: one.role,
      mode: one.mode,
      state: one.state,
      replacesId: replaces ?? null,
      function: one.function ?? null,
      organisationId: organisation?.id ?? null,
      organisationSlug: organisation?.slug ?? null,
      organisationName: one.organisationName ?? null,
      note: one.note ?? null,
    }
  })
}

function toSession(
  id: string,
  stored: Stored & { readonly state: 'planned' | 'cancelled' },
  input: SessionInput,
  appearances: readonly ProgrammeAppearance[],
): ProgrammeSession {
  const { day, time, sourceId: _s, appearances: _a, ...rest } = input
  return {
    ...rest,
    id,
    slug: stored.slug,
    reference: stored.reference,
    state: stored.state,
    position: stored.position,
    subtitle: input.subtitle ?? null,
    method: input.method ?? null,
    trackId: input.trackId ?? null,
    roomId: input.roomId ?? null,
    day: day ?? null,
    startsAt: day && time ? toStartsAt(day, time) : null,
    durationMinutes: input.durationMinutes ?? null,
    appearances,
  }
}

/** What a session has beside what a programme says of it. */
type Beside = {
  readonly sourceKey: string | null
  readonly sourceId: string | undefined
  readonly state: SessionState
}

async function write(
  ctx: Context,
  tx: Transaction,
  scope: EditionScope,
  session: ProgrammeSession,
  { sourceKey, sourceId, state }: Beside,
): Promise<void> {
  const none = { added: [], removed: [], changed: [] }
  const changes = { timeZone: null, tracks: none, rooms: none, sessions: { ...none, added: [session] } }
  const programme = { timeZone: '', tracks: [], rooms: [], sessions: [session] }
  await saveDraft(tx, scope.editionId, programme, changes, { sourceOf: () => sourceKey, now: ctx.now() })
  await sql`update sessions set source_id = ${sourceId ?? null}, state = ${state} where id = ${session.id}
    and (source_id is distinct from ${sourceId ?? null} or state <> ${state})`.execute(tx)
  await noteOutside(ctx, tx, scope.editionId, { kind: 'write', sessionId: session.id })
}

/** A slug and a place at the end of the programme for a session that is new in it. */
async function findPlace(tx: Transaction, editionId: string, title: string): Promise<Stored> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['slug', 'position'])
    .where('edition_id', '=', editionId)
    .execute()
  const slug = uniqueSlug(slugify(title), new Set(rows.map((row) => row.slug)), 'beitrag')
  return { slug, reference: null, position: Math.max(-1, ...rows.map((row) => row.position)) + 1 }
}

/** Adds a session to the draft of the edition, at the end. Throws `track.not_found`, `room.not_found` … for foreign ids. */
export async function addSession(
  ctx: Context,
  scope: EditionScope,
  input: SessionInput,
): Promise<{ readonly kind: 'saved'; readonly id: string }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    // People before the edition, as everybody takes these locks, so that no two wait for each other.
    await lockPersons(tx)
    await lockEdition(tx, scope.editionId)
    await checkReferences(tx, scope, input)
    const id = newId('session')
    const place = await findPlace(tx, scope.editionId, input.title)
    const appearances = await toAppearances(tx, id, await introduce(ctx, tx, scope, input.appearances))
    const session = toSession(id, { ...place, state: 'planned' }, input, appearances)
    await write(ctx, tx, scope, session, { sourceKey: null, sourceId: input.sourceId, state: 'planned' })
    return { kind: 'saved', id }
  })
}

/**
 * Gives a session of the draft the values of `input`; an appearance that `input` no longer names is gone. What the public
 * sees stays as it is until the programme is published. Throws `session.not_found`, and `track.not_found` … for foreign ids.
 */
export async function changeSession(
  ctx: Context,
  scope: EditionScope,
  id: string,
  input: SessionInput,
  expectedRevision?: number,
): Promise<SaveSessionOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockPersons(tx)
    await lockEdition(tx, scope.editionId)
    const stored = await tx
      .selectFrom('sessions')
      .select(['slug', 'reference', 'position', 'state', 'source_key'])
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .executeTakeFirst()
    if (!stored) throw new DomainError('session.not_found', { id })
    if ((await lockRevision(tx, 'sessions', id, expectedRevision)) === 'changed') return { kind: 'conflict' }
    await checkReferences(tx, scope, input)
    const appearances = await toAppearances(tx, id, await introduce(ctx, tx, scope, input.appearances))
    const state = stored.state === 'cancelled' ? 'cancelled' : 'planned'
    const session = toSession(id, { ...stored, state }, input, appearances)
    const { source_key: sourceKey } = stored
    await write(ctx, tx, scope, session, { sourceKey, sourceId: input.sourceId, state: stored.state })
    return { kind: 'saved', id }
  })
}
