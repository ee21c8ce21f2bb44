import { moveContactPersons, moveOrganisers } from '../modules/editions/merging/commands.ts'
import { indexEdition, indexSite } from '../modules/library/search/jobs.ts'
import { moveMails } from '../modules/messages/mail/merging/commands.ts'
import { forgetReturned } from '../modules/privacy/erasure/commands.ts'
import { moveCircumstances } from '../modules/programme/circumstances/merging/commands.ts'
import { noteNamed, noteSurroundings } from '../modules/programme/journal/outside/commands.ts'
import {
  moveAffiliations,
  moveAppearances,
  moveConsents,
  moveSessionTopics,
} from '../modules/programme/merging/commands.ts'
import type { Context, EventName, Events } from '../platform/context/types.ts'
import type { Transaction } from '../platform/database/tables.ts'

type Reaction<E extends EventName> = (ctx: Context, tx: Transaction, payload: Events[E]) => Promise<void>
type Reactions = { readonly [E in EventName]: readonly Reaction<E>[] }

/** Fact → who reacts to it, within the transaction that states it. */
const reactions: Reactions = {
  ProgrammePublished: [(ctx, tx, { editionId }) => ctx.enqueue(tx, indexEdition, { editionId })],
  EditionChanged: [(ctx, tx, { editionId }) => ctx.enqueue(tx, indexEdition, { editionId })],
  SiteChanged: [(ctx, tx) => ctx.enqueue(tx, indexSite, {})],
  PeopleImported: [
    async (ctx, tx) => {
      await forgetReturned(ctx, tx)
    },
  ],
  GroundChanged: [(ctx, tx, { editionId }) => noteSurroundings(ctx, tx, [editionId])],
  PersonRenamed: [(ctx, tx, { personId }) => noteNamed(ctx, tx, 'person', personId)],
  TopicRenamed: [(ctx, tx, { topicId }) => noteNamed(ctx, tx, 'topic', topicId)],
  PersonsMerged: [
    (ctx, tx, { fromId }) => noteNamed(ctx, tx, 'person', fromId),
    (_ctx, tx, merged) => moveMails(tx, merged),
    (_ctx, tx, merged) => moveContactPersons(tx, merged),
    (_ctx, tx, merged) => moveConsents(tx, merged),
    (_ctx, tx, merged) => moveCircumstances(tx, merged),
    moveAppearances,
  ],
  OrganisationsMerged: [
    (ctx, tx, { fromId }) => noteNamed(ctx, tx, 'organisation', fromId),
    (_ctx, tx, merged) => moveOrganisers(tx, merged),
    moveAffiliations,
  ],
  TopicsMerged: [(ctx, tx, { fromId }) => noteNamed(ctx, tx, 'topic', fromId), moveSessionTopics],
}

/** Runs every reaction to `event`, in the order of the table. */
export async function react<E extends EventName>(
  ctx: Context,
  tx: Transaction,
  event: E,
  payload: Events[E],
): Promise<void> {
  for (const reaction of reactions[event]) await reaction(ctx, tx, payload)
}
