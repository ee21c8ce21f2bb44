import { resolveLineup } from '../lineup/rules.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { Sheet, SheetChoices, SheetFilter, SheetGroup } from './types.ts'

const isTaking = (card: SessionCard) => card.state === 'planned'

/** Where a session is: what comes before and after it is there, too. */
function placeKey({ day, room, track }: SessionCard): string {
  return [day, room ? `room ${room.id}` : track ? `track ${track.id}` : 'all'].join(' ')
}

/** `cards` in the order of the day, each with what is before and after it in its place. */
function toSheets(cards: readonly SessionCard[]): Sheet[] {
  const places = Map.groupBy(cards, placeKey)
  return cards.map((session) => {
    const there = places.get(placeKey(session)) ?? []
    const place = there.indexOf(session)
    return {
      session,
      lineup: resolveLineup(session.appearances),
      before: there.slice(0, place).findLast(isTaking) ?? null,
      after: there.slice(place + 1).find(isTaking) ?? null,
    }
  })
}

/** Who is to moderate a session. */
export function moderatorsOf({ appearances }: SessionCard): string[] {
  const held = appearances.filter(({ role, state }) => role === 'moderator' && state === 'planned')
  return held.flatMap(({ name }) => name ?? [])
}

/** Ids of those who are to appear. */
export function peopleOf({ lineup }: Sheet): string[] {
  return lineup.flatMap(({ appearance: { personId, state } }) => (personId && state === 'planned' ? [personId] : []))
}

function isWanted({ session }: Sheet, { day, track, room, moderator }: SheetFilter): boolean {
  return (
    (day === undefined || session.day === day) &&
    (track === undefined || session.track?.slug === track) &&
    (room === undefined || session.room?.slug === room) &&
    (moderator === undefined || moderatorsOf(session).includes(moderator))
  )
}

/** Breaks have nobody who needs a sheet, unless somebody appears in them. */
const needsSheet = ({ session }: Sheet) => session.type !== 'break' || session.appearances.length > 0

/**
 * The sheets of a programme, given in the order of its days and times: day by day, and there first what is for all, then
 * track by track.
 */
export function groupSheets(cards: readonly SessionCard[], filter: SheetFilter = {}): SheetGroup[] {
  const wanted = toSheets(cards).filter((sheet) => needsSheet(sheet) && isWanted(sheet, filter))
  const groups = Map.groupBy(wanted, ({ session }) => {
    const place = session.isPlenary ? null : (session.track ?? session.room)
    return JSON.stringify([session.day, place?.id ?? null])
  })
  const found = [...groups.values()].map((sheets) => {
    const { day, isPlenary, track, room } = sheets[0]!.session
    const place = isPlenary ? null : (track ?? room)
    return { day, name: place?.name ?? null, position: place?.position ?? -1, sheets }
  })
  const sorted = found.toSorted((a, b) => {
    const [first, second] = [a.day ?? '9', b.day ?? '9']
    return first === second ? a.position - b.position : first < second ? -1 : 1
  })
  return sorted.map(({ position: _, ...group }) => group)
}

function distinct<T extends { readonly id: string; readonly position: number }>(places: readonly (T | null)[]): T[] {
  const known = new Map(places.flatMap((one) => (one ? [[one.id, one] as const] : [])))
  return [...known.values()].toSorted((a, b) => a.position - b.position)
}

/** What sheets of these can be narrowed down to. */
export function listFilters(cards: readonly SessionCard[]): SheetChoices {
  const collator = new Intl.Collator('de')
  return {
    moderators: [...new Set(cards.flatMap(moderatorsOf))].sort(collator.compare),
    days: [...new Set(cards.flatMap(({ day }) => day ?? []))].sort(),
    tracks: distinct(cards.map(({ track }) => track)),
    rooms: distinct(cards.map(({ room }) => room)),
  }
}
