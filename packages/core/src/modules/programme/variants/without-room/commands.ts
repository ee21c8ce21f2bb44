import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { readDraft } from '../../draft/queries.ts'
import { addVariant, moveInVariant } from '../commands.ts'
import { clearRoom } from './rules.ts'
import type { WithoutRoomInput } from './schema.ts'

export type WithoutRoomOutcome =
  | { readonly kind: 'added'; readonly id: string }
  /** `taken`: the edition has a variant of that name; `nothing`: nothing is planned in the room. No variant was made. */
  | { readonly kind: 'taken' | 'nothing' }

/**
 * Adds a variant that is the draft without one room. Throws `room.not_found` for a room that the edition does not have.
 */
export async function addVariantWithoutRoom(
  ctx: Context,
  scope: EditionScope,
  { roomId, day, toRoomId, ...named }: WithoutRoomInput,
): Promise<WithoutRoomOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    const within = ctx.in(tx)
    const draft = await readDraft(tx, scope.editionId)
    const missing = [roomId, toRoomId].find((id) => id !== undefined && !draft.rooms.some((room) => room.id === id))
    if (missing) throw new DomainError('room.not_found', { id: missing })
    const moves = clearRoom(draft, { roomId, day: day ?? null, toRoomId: toRoomId ?? null })
    if (moves.length === 0) return { kind: 'nothing' }
    const added = await addVariant(within, scope, named)
    if (added.kind === 'taken') return added
    await moveInVariant(within, scope, added.id, { moves })
    return added
  })
}
