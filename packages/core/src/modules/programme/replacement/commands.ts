import { DomainError } from '../../../kernel/errors.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { lockPersons, planPersons, savePersons } from '../../people/persons/commands.ts'
import type { PersonPlan } from '../../people/persons/types.ts'
import { diffProgrammes } from '../changes/rules.ts'
import { lockEdition, saveDraft } from '../draft/commands.ts'
import { readDraft } from '../draft/queries.ts'
import type { LockedEdition } from '../draft/types.ts'
import { findImpact } from '../impact/rules.ts'
import type { Impact } from '../impact/types.ts'
import { noteOutside } from '../journal/writing/commands.ts'
import { renewProgramme } from '../projection/restoring/commands.ts'
import { publishProgramme } from '../release/publishing/commands.ts'
import { findLatestRelease } from '../release/queries.ts'
import type { ReleaseEntry } from '../release/types.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { findReplaced, standInAt } from './rules.ts'
import type { ReplacementInput } from './schema.ts'
import { findStandIn } from './standing-in/queries.ts'
import type { ReplacementOutcome, StandIn } from './types.ts'

const nobody: Impact = { sessionIds: [], roomIds: [], people: [] }

/** Who a typed name is: the only one of that name in the series, or somebody new. Null where no name was typed. */
async function planPerson(
  tx: Transaction,
  scope: EditionScope,
  { standIn }: ReplacementInput,
): Promise<{ readonly plan: PersonPlan; readonly personId: string } | null> {
  if (standIn.kind !== 'name') return null
  await lockPersons(tx)
  const plan = await planPersons(tx, scope.seriesId, [{ name: standIn.name, source: `series:${scope.seriesId}` }])
  return { plan, personId: plan.ensured[0]!.id }
}

type Change = (session: ProgrammeSession) => ProgrammeSession

function changeOne(programme: Programme, id: string, change: Change): Programme {
  return { ...programme, sessions: programme.sessions.map((one) => (one.id === id ? change(one) : one)) }
}

async function changeDraft(
  ctx: Context,
  tx: Transaction,
  edition: LockedEdition,
  draft: Programme,
  sessionId: string,
  change: Change,
): Promise<void> {
  const origin = await tx.selectFrom('sessions').select('source_key').where('id', '=', sessionId).executeTakeFirst()
  const after = changeOne(draft, sessionId, change)
  const save = { sourceOf: () => origin?.source_key ?? null, now: ctx.now() }
  await saveDraft(tx, edition.id, after, diffProgrammes(draft, after), save)
  await noteOutside(ctx, tx, edition.id, { kind: 'replace', sessionId })
}

type Published = { readonly release: ReleaseEntry | null; readonly impact: Impact }

/** The latest release with this change and no other: what else the draft holds is not ready to be seen. */
async function publishChange(
  ctx: Context,
  tx: Transaction,
  edition: LockedEdition,
  { sessionId, note }: ReplacementInput,
  change: Change,
): Promise<Published> {
  const former = await findLatestRelease(tx, edition.id)
  if (!former) return { release: null, impact: nobody }
  const changed = changeOne(former.programme, sessionId, change)
  const impact = findImpact(former.programme, changed)
  if (impact.sessionIds.length === 0) return { release: null, impact }
  const programme = await renewProgramme(tx, changed)
  const outcome = await publishProgramme(ctx, tx, edition, { programme, former, note, resequence: [sessionId] })
  return { release: outcome.kind === 'published' ? outcome.release : null, impact }
}

function isPlanned(session: ProgrammeSession, personId: string | null | undefined): boolean {
  return session.appearances.some((held) => held.state === 'planned' && held.personId === personId)
}

/** The session of the draft, and who of it is to be replaced. Throws `session.not_found`. */
function findTarget(draft: Programme, { sessionId, appearanceId }: ReplacementInput) {
  const session = draft.sessions.find((one) => one.id === sessionId)
  if (!session) throw new DomainError('session.not_found', { id: sessionId })
  return { session, replaced: new Set(findReplaced(session, appearanceId).map((held) => held.id)) }
}

/** What the stand-in makes of a session. Whoever stands in for one of several speaks about what it is about already. */
function toChange(input: ReplacementInput, replaced: ReadonlySet<string>, standIn: StandIn): Change {
  const own = input.appearanceId === undefined ? standIn : { title: null, abstract: null }
  const title = input.title ?? own.title
  const abstract = input.abstract ?? own.abstract
  return (session) => standInAt(session, replaced, { appearance: standIn.appearance, title, abstract })
}

/**
 * Puts somebody in the place of whoever cannot come, in the draft and, with this change alone, in what the public sees:
 * programme, pages, calendars and PDF follow from the release. Who was planned stays on record as replaced. What others
 * have under way in the draft is not published with it. Throws `session.not_found`, `reserve.not_found`, `person.not_found`.
 */
export async function replaceSpeaker(
  ctx: Context,
  scope: EditionScope,
  input: ReplacementInput,
): Promise<ReplacementOutcome> {
  ctx.authorize('programme.edit', scope)
  ctx.authorize('programme.publish', scope)
  return ctx.transaction(async (tx) => {
    // People before the edition, as everybody takes these locks, so that no two wait for each other.
    const named = await planPerson(tx, scope, input)
    const edition = await lockEdition(tx, scope.editionId)
    const draft = await readDraft(tx, scope.editionId)
    const { session, replaced } = findTarget(draft, input)
    if (replaced.size === 0) return { kind: 'nobody' }
    if (named && isPlanned(session, named.personId)) return { kind: 'present' }
    if (named) await savePersons(tx, named.plan)
    const standIn = await findStandIn(tx, scope, input.standIn, named?.personId ?? null)
    if (standIn.isUsed) return { kind: 'used' }
    const { id: appearanceId, personId } = standIn.appearance
    if (isPlanned(session, personId)) return { kind: 'present' }

    const change = toChange(input, replaced, standIn)
    await changeDraft(ctx, tx, edition, draft, session.id, change)
    const published = await publishChange(ctx, tx, edition, input, change)
    if (input.standIn.kind === 'reserve')
      await tx.updateTable('reserves').set({ state: 'used' }).where('id', '=', input.standIn.reserveId).execute()
    return { kind: 'replaced', personId: personId!, appearanceId, ...published }
  })
}
