import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { readDraft } from '../../draft/queries.ts'
import { listReserves } from '../../reserve/queries.ts'
import { rankReserves } from '../candidates/rules.ts'
import type { Situation } from './types.ts'

/** The situation at a session of the draft; null where there is none with this id. Fourteen queries whatever the size of the edition. */
export async function findSituation(ctx: Context, scope: EditionScope, sessionId: string): Promise<Situation | null> {
  ctx.authorize('programme.edit', scope)
  const { db } = ctx
  const [draft, circumstances, reserves, shown] = await Promise.all([
    readDraft(db, scope.editionId),
    readCircumstances(db, scope.editionId),
    listReserves(db, scope),
    db.selectFrom('published_sessions').select('session_id').where('session_id', '=', sessionId).executeTakeFirst(),
  ])
  const session = draft.sessions.find((one) => one.id === sessionId)
  if (!session) return null
  const noted = circumstances.roomEquipment.find((one) => one.roomId === session.roomId)
  return {
    session,
    track: draft.tracks.find((one) => one.id === session.trackId) ?? null,
    room: draft.rooms.find((one) => one.id === session.roomId) ?? null,
    isRoomRemote: noted ? noted.equipment.includes('remote') : null,
    isPublic: shown !== undefined,
    reserves: rankReserves(reserves, session, draft, circumstances.availabilities),
  }
}
