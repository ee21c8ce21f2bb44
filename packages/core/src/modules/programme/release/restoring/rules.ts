import type { Programme, ProgrammeAppearance } from '../../types.ts'

/** Somebody of whom a draft can say who it is. Who was erased since, and stood for nobody, cannot be planned again. */
function isSomebody(held: ProgrammeAppearance): boolean {
  return held.personId !== null || held.organisationId !== null || held.organisationName !== null
}

/**
 * The programme of a release as a draft can have it: under the addresses that its sessions have now, in the edition's time
 * zone, without references to what is not in it.
 */
export function toDraft(programme: Programme, slugs: ReadonlyMap<string, string>, timeZone: string): Programme {
  const [tracks, rooms] = [programme.tracks, programme.rooms].map((list) => new Set(list.map((one) => one.id)))
  const sessions = programme.sessions.map((session) => {
    const appearances = session.appearances.filter(isSomebody)
    const present = new Set(appearances.map((held) => held.id))
    return {
      ...session,
      slug: slugs.get(session.id) ?? session.slug,
      trackId: session.trackId !== null && tracks!.has(session.trackId) ? session.trackId : null,
      roomId: session.roomId !== null && rooms!.has(session.roomId) ? session.roomId : null,
      appearances: appearances.map((held) => ({
        ...held,
        replacesId: held.replacesId !== null && present.has(held.replacesId) ? held.replacesId : null,
      })),
    }
  })
  return { ...programme, timeZone, sessions }
}
