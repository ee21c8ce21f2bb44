import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Demand, DemandBasis } from '@fachtag/core/modules/programme/planning/demand/types'
import type { PlanFigures } from '@fachtag/core/modules/programme/planning/figures/types'
import type { WishName } from '@fachtag/core/modules/programme/planning/levels/types'
import { whatParts } from '@fachtag/core/modules/programme/planning/proposal/rules'
import type { PlaceVerdict, ProposedMove, WishCosts } from '@fachtag/core/modules/programme/planning/proposal/types'
import type { Programme, ProgrammeSession } from '@fachtag/core/modules/programme/types'
import { withPlaces } from '@fachtag/core/modules/programme/variants/rules'
import type { Place, Places } from '@fachtag/core/modules/programme/variants/types'
import { formatDayOfYear } from '#lib/format/dates.ts'
import { formatList, formatNumber } from '#lib/format/numbers.ts'
import { formatClock } from '#lib/format/times.ts'
import { messages } from '#lib/messages/messages.ts'

/**
 * Puts what the planner says about a programme into the words of a language. Ids become titles and names; unknown ones are left
 * out. `places`: where a plan has sessions that the programme has elsewhere.
 */
export function planWords(programme: Programme, locale: Locale, places: Places = {}) {
  const t = messages(locale).planning
  const sessions = new Map(withPlaces(programme, places).sessions.map((session) => [session.id, session]))
  const titles = new Map(programme.sessions.map((session) => [session.id, session.title]))
  const rooms = new Map(programme.rooms.map((room) => [room.id, room.name]))
  const quoted = (ids: readonly string[]) =>
    formatList(
      ids.flatMap((id) => (titles.has(id) ? messages(locale).warnings.quoted(titles.get(id)!) : [])),
      locale,
    )
  const wishes = (changes: WishCosts, isMeant: (cost: number) => boolean, words: Readonly<Record<WishName, string>>) =>
    Object.entries(changes)
      .filter(([, cost]) => isMeant(cost))
      .map(([wish]) => words[wish as WishName])

  function obstacles({ broken, inTheWay }: Pick<PlaceVerdict, 'broken' | 'inTheWay'>): string[] {
    return [
      ...broken.map((name) => t.reasons.broken[name]),
      ...inTheWay.flatMap((id) => (titles.has(id) ? t.reasons.inTheWay(titles.get(id)!) : [])),
    ]
  }

  const named = (ids: readonly string[], session: ProgrammeSession) =>
    formatList(
      ids.flatMap((id) => session.appearances.find(({ personId }) => personId === id)?.name ?? []),
      locale,
    )

  /** Why a session and `id` cannot both be where they are, when it is at `place`; undefined where it is the room. */
  function parting(sessionId: string, place: Place, id: string): string | undefined {
    const [session, other] = [sessions.get(sessionId), sessions.get(id)]
    if (!session || !other) return undefined
    const found = whatParts({ ...session, ...place }, other)
    if (found.kind === 'room') return undefined
    if ('personIds' in found) return t.reasons[found.kind](named(found.personIds, other), quoted([id]))
    if (found.kind === 'plenary' && !other.isPlenary) return t.reasons.forAllItself(quoted([id]))
    return t.reasons[found.kind](quoted([id]))
  }

  return {
    title: (id: string) => titles.get(id),
    obstacles,
    /** What keeps a session from a place, all others being where they are. */
    obstaclesAt: (sessionId: string, place: Place, { broken, inTheWay }: PlaceVerdict): string[] => [
      ...obstacles({ broken, inTheWay: [] }),
      ...inTheWay.flatMap((id) => parting(sessionId, place, id) ?? obstacles({ broken: [], inTheWay: [id] })),
    ],
    wishes,
    /** "27. November, 9:00 Uhr, Saal", as far as it is known. */
    place({ day, startsAt, roomId }: Place): string {
      if (startsAt === null) return t.proposal.nowhere
      const clock = messages(locale).warnings.clock(formatClock(startsAt, locale))
      const room = roomId === null ? undefined : rooms.get(roomId)
      return [formatDayOfYear(day ?? startsAt.slice(0, 10), locale), clock, ...(room ? [room] : [])].join(', ')
    },
    /** Why a session does not stay where `from` says, in sentences. */
    why({ sessionId, why, needs }: ProposedMove, from: Place, to: Place): string[] {
      const makingWay = needs.length > 0 ? [t.reasons.needs(quoted(needs))] : []
      if (to.startsAt === null) return [t.reasons.loses]
      if (from.startsAt === null || why === null) return [t.reasons.unplacedBefore, ...makingWay]
      const cannot = why.broken.map((name) => t.reasons.broken[name])
      const better = wishes(why.changes, (cost) => cost > 0, t.reasons.wishes)
      const partings = why.inTheWay.map((id) => ({ id, said: parting(sessionId, from, id) }))
      const inRoom = partings.flatMap(({ id, said }) => (said === undefined ? id : []))
      const reasons = [
        ...(cannot.length > 0 ? [t.reasons.cannot(formatList(cannot, locale))] : []),
        ...(inRoom.length > 0 ? [t.reasons.makesRoom(quoted(inRoom))] : []),
        ...partings.flatMap(({ said }) => (said === undefined ? [] : sentence(said))),
        ...(cannot.length === 0 && better.length > 0 ? [t.reasons.better(formatList(better, locale))] : []),
      ]
      return [...(reasons.length > 0 ? reasons : [t.reasons.follows]), ...makingWay]
    },
  }
}

const sentence = (said: string): string => `${said.charAt(0).toUpperCase()}${said.slice(1)}.`

/** "94 %", for a share of 0 to 1; never 100 % while anything is missing. */
export function formatShare(share: number, locale: Locale): string {
  const percent = share < 1 ? Math.min(99, Math.round(share * 100)) : 100
  return locale === 'de' ? `${percent} %` : `${percent}%`
}

/** What a programme is like, in one line. */
export function tellFigures(figures: PlanFigures, locale: Locale): string {
  const t = messages(locale).planning.figures
  const share = figures.attendable === null ? '' : t.attendableShare(formatShare(figures.attendable, locale))
  return t.sum(share, figures.moved, figures.peopleInTwoPlaces, figures.warnings.warning + figures.warnings.hint)
}

/** "geschätzt 45: 30 Merklisten × 1,5; 2024 merkten sich …". `topic`: what a topic is called. */
export function tellDemand({ expected, bases }: Demand, topic: (id: string) => string, locale: Locale): string {
  const t = messages(locale).planning.demand
  const tell = (basis: DemandBasis): string => {
    switch (basis.kind) {
      case 'said':
        return t.bySaying(basis.count)
      case 'marked':
        return t.byMarks(basis.count, formatNumber(basis.factor, locale))
      case 'earlier':
        return t.byEarlier(basis.edition, topic(basis.topicId), basis.count)
    }
  }
  const [first, ...others] = bases
  const isSaid = first?.kind === 'said'
  const rest = (isSaid ? others : bases).map(tell).join('; ')
  const sum = isSaid ? t.said(expected) : t.estimated(expected)
  return rest ? `${sum}: ${rest}` : sum
}
