import { sql } from 'kysely'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { erasedPerson } from '../../people/persons/erased/rules.ts'
import { titledName } from '../../people/persons/names/rules.ts'
import { askedOfSpeakers } from './rules.ts'
import {
  type ConsentEdition,
  type ConsentEntry,
  type ConsentKind,
  type ConsentState,
  type CurrentConsent,
  consentKinds,
  type OwnConsents,
  type SpeakerConsents,
} from './types.ts'

/** The last word of a person for one edition. One query. */
export async function readStates(db: Db, personId: string, editionId: string): Promise<Map<ConsentKind, ConsentState>> {
  const rows = await db
    .selectFrom('current_consents')
    .select(['kind', 'state'])
    .where('person_id', '=', personId)
    .where('edition_id', '=', editionId)
    .execute()
  return new Map(rows.map((row) => [row.kind, row.state]))
}

/** The editions that a person appears in, published or not, or has decided about before. */
function concerning(personId: string) {
  return sql<string>`(select sessions.edition_id from appearances join sessions on sessions.id = appearances.session_id
      where appearances.person_id = ${personId} and sessions.state <> 'removed'
    union select edition_id from published_appearances where person_id = ${personId}
    union select edition_id from person_consents where person_id = ${personId})`
}

/** Whether the consents of this person have anything to do with the edition. One query. */
export async function isConcerned(db: Db, personId: string, editionId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${concerning(personId)} as concerned
    where edition_id = ${editionId}`.execute(db)
  return rows.length > 0
}

/** Those who do not want to be in the directory with what they did at this edition, the erased person always among them. One query. */
export async function listUnlisted(db: Db, editionId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('current_consents')
    .select('person_id')
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'directory')
    .where('state', 'in', ['refused', 'revoked'])
    .execute()
  return new Set([erasedPerson.id, ...rows.map((row) => row.person_id)])
}

type StateRow = {
  person_id: string
  edition_id: string
  kind: ConsentKind
  state: ConsentState
  given_via: CurrentConsent['via']
  reason: string | null
  decided_at: string
}

function toConsents(rows: readonly StateRow[]): CurrentConsent[] {
  const known = new Map(rows.map((row) => [row.kind, row]))
  return consentKinds.map((kind) => {
    const row = known.get(kind)
    if (!row) return { kind, state: null, decidedAt: null, via: null, reason: null }
    return { kind, state: row.state, decidedAt: row.decided_at, via: row.given_via, reason: row.reason }
  })
}

/** Who acts, as the person whose consents they decide; null for an account that belongs to nobody in a programme. */
export function ownPerson({ actor, authorize }: Context): string | null {
  authorize('consent.decide_own', { accountId: actor.kind === 'account' ? actor.accountId : '' })
  return actor.kind === 'account' ? actor.personId : null
}

/** The editions that concern who acts, the newest first, each with the state of every kind. Two queries. */
export async function listOwnConsents(ctx: Context): Promise<OwnConsents[]> {
  const personId = ownPerson(ctx)
  if (!personId) return []
  const editions = await sql<ConsentEdition>`
    select editions.id, editions.slug, editions.name, series.slug as "seriesSlug", series.name as "seriesName",
      editions.starts_on as "startsOn"
    from ${concerning(personId)} as concerned join editions on editions.id = concerned.edition_id
    join series on series.id = editions.series_id
    order by editions.starts_on desc nulls last, editions.id`.execute(ctx.db)
  const states = await ctx.db.selectFrom('current_consents').selectAll().where('person_id', '=', personId).execute()
  const byEdition = Map.groupBy(states, (row) => row.edition_id)
  return editions.rows.map((edition) => ({ edition, consents: toConsents(byEdition.get(edition.id) ?? []) }))
}

/** Every decision of a person, the newest first. One query. */
export async function listConsentHistory(db: Db, personId: string): Promise<ConsentEntry[]> {
  const rows = await db
    .selectFrom('person_consents')
    .innerJoin('editions', 'editions.id', 'person_consents.edition_id')
    .select(['editions.name as editionName', 'kind', 'person_consents.state', 'wording', 'given_via as via', 'reason'])
    .select('decided_at as decidedAt')
    .where('person_id', '=', personId)
    .orderBy('person_consents.number', 'desc')
    .execute()
  return rows
}

/** Every decision of who acts, the newest first. One query. */
export async function listOwnHistory(ctx: Context): Promise<ConsentEntry[]> {
  const personId = ownPerson(ctx)
  return personId ? listConsentHistory(ctx.db, personId) : []
}

type SpeakerRow = { id: string; name: string; academicTitle: string | null; sessions: string[] }

async function listSpeakers(db: Db, editionId: string): Promise<SpeakerRow[]> {
  const { rows } = await sql<SpeakerRow>`
    select persons.id, persons.name, persons.academic_title as "academicTitle",
      array_agg(distinct sessions.title) as sessions
    from appearances join sessions on sessions.id = appearances.session_id
    join persons on persons.id = appearances.person_id
    where sessions.edition_id = ${editionId} and sessions.state = 'planned' and appearances.state = 'planned'
    group by persons.id order by persons.sort_key, persons.id`.execute(db)
  return rows
}

/**
 * Everybody who appears in the draft of the edition with their consents, by name. Two queries whatever their number.
 */
export async function listSpeakerConsents(ctx: Context, scope: EditionScope): Promise<SpeakerConsents[]> {
  ctx.authorize('consent.view', scope)
  const [speakers, states] = await Promise.all([
    listSpeakers(ctx.db, scope.editionId),
    ctx.db.selectFrom('current_consents').selectAll().where('edition_id', '=', scope.editionId).execute(),
  ])
  const byPerson = Map.groupBy(states, (row) => row.person_id)
  return speakers.map(({ id, sessions, ...named }) => {
    const consents = toConsents(byPerson.get(id) ?? [])
    const open = consents.filter((one) => one.state === null && askedOfSpeakers.includes(one.kind))
    return { personId: id, name: titledName(named), sessions, consents, missing: open.map((one) => one.kind) }
  })
}

/** Who appears in the draft of the edition and has not answered everything that speakers are asked for. Two queries. */
export async function listSpeakersWithoutConsent(ctx: Context, scope: EditionScope): Promise<SpeakerConsents[]> {
  return (await listSpeakerConsents(ctx, scope)).filter((speaker) => speaker.missing.length > 0)
}
