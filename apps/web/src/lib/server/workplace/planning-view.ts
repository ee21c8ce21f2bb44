import { type Locale, type LocalizedText, localize } from '@fachtag/core/kernel/localized-text'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import type { PlanFigures } from '@fachtag/core/modules/programme/planning/figures/types'
import type { Planned, Proposal } from '@fachtag/core/modules/programme/planning/proposal/types'
import type { compareFigures } from '@fachtag/core/modules/programme/planning/queries'
import { isUnderWay } from '@fachtag/core/modules/programme/planning/runs/rules'
import type { PlanRun } from '@fachtag/core/modules/programme/planning/runs/types'
import type { Loss, PlanningInput } from '@fachtag/core/modules/programme/planning/types'
import { isSamePlace } from '@fachtag/core/modules/programme/variants/rules'
import type { Place } from '@fachtag/core/modules/programme/variants/types'
import { formatDay, formatDayOfYear } from '#lib/format/dates.ts'
import { formatClock } from '#lib/format/times.ts'
import { messages } from '#lib/messages/messages.ts'
import { findLosable } from '#lib/planning/choices.ts'
import { writeLoss } from '#lib/planning/task-form.ts'
import { formatShare, planWords, tellDemand, tellFigures } from '#lib/planning/words.ts'

type Standing = 'open' | 'taken' | 'disputed' | 'gone'

function standingOf(now: Place | undefined, base: Place | undefined, to: Place): Standing {
  if (!now) return 'gone'
  if (isSamePlace(now, to)) return 'taken'
  return base && isSamePlace(now, base) ? 'open' : 'disputed'
}

function showWaived(proposal: Proposal, input: PlanningInput, locale: Locale): string[] {
  const t = messages(locale)
  const { title } = planWords(input.board.programme, locale)
  return proposal.waived.map((one) => {
    if (one.kind === 'equipment')
      return t.planning.proposal.noEquipment(t.warnings.equipment[one.equipment], one.sessionIds.length)
    const wish = input.circumstances.orderWishes.find(({ id }) => id === one.wishId)
    return t.planning.proposal.circle(title(wish?.firstSessionId ?? '') ?? '…', title(wish?.thenSessionId ?? '') ?? '…')
  })
}

function showProposal(run: PlanRun, proposal: Proposal, input: PlanningInput, locale: Locale) {
  const words = planWords(input.board.programme, locale, proposal.places)
  const now = new Map(input.board.programme.sessions.map((session) => [session.id, session]))
  const moves = proposal.moves.map((move) => {
    const [from, to] = [run.base[move.sessionId]!, proposal.places[move.sessionId]!]
    return {
      id: move.sessionId,
      title: words.title(move.sessionId) ?? '…',
      from: words.place(from),
      to: words.place(to),
      why: words.why(move, from, to),
      standing: standingOf(now.get(move.sessionId), from, to),
      order: to.startsAt ?? '',
    }
  })
  return {
    moves: moves.sort((a, b) => (a.order < b.order ? -1 : 1)),
    unplaced: proposal.unplaced.map((one) => ({
      id: one.sessionId,
      title: words.title(one.sessionId) ?? '…',
      reasons: words.obstacles(one),
    })),
    waived: showWaived(proposal, input, locale),
    sum: tellFigures(proposal.after, locale),
    isStopped: proposal.isStopped,
  }
}

/** The planning of an edition as a page shows it. */
export function showRun(run: PlanRun, input: PlanningInput, now: Temporal.Instant, locale: Locale) {
  if (isUnderWay(run, now)) {
    const { state, share, isStopping, places } = run
    return {
      kind: 'under-way' as const,
      isQueued: state === 'queued',
      share,
      isStopping,
      ...countPlaced(run.base, places),
    }
  }
  if (!run.outcome) return { kind: 'failed' as const }
  if (run.outcome.kind === 'impossible') return run.outcome
  return { kind: 'proposal' as const, ...showProposal(run, run.outcome, input, locale) }
}

/** How many sessions have a place with `places`, of how many, and how many are elsewhere. */
export function countPlaced(base: PlanRun['base'], places: PlanRun['places']) {
  const after = Object.values({ ...base, ...places })
  return {
    placed: after.filter((place) => place.startsAt !== null).length,
    total: after.length,
    moved: Object.keys(places).length,
  }
}

/** Whole days by their dates, anything else with its times. */
function tellSpan(from: string, until: string, locale: Locale): string {
  const { span, onDay, fromOn } = messages(locale).planning.loss
  const day = (time: string) => formatDayOfYear(time.slice(0, 10), locale)
  const clock = (time: string) => formatClock(time, locale)
  // What lasts to the end of a day ends when the next one begins.
  const endsWithDay = until.endsWith('T00:00')
  const last = endsWithDay ? wallTimeOf(wallMinutes(until) - 1440) : until
  const isOneDay = day(from) === day(last)
  if (from.endsWith('T00:00') && endsWithDay) return isOneDay ? day(from) : span(day(from), day(last))
  if (isOneDay) return endsWithDay ? fromOn(day(from), clock(from)) : onDay(day(from), clock(from), clock(until))
  return span(`${day(from)}, ${clock(from)}`, `${day(until)}, ${clock(until)}`)
}

function nameLoss(loss: Loss, input: PlanningInput, locale: Locale): string {
  if (loss.kind === 'day') return formatDay(loss.day, locale)
  const { sessions, rooms } = input.board.programme
  const held = sessions.flatMap((session) => session.appearances)
  const name =
    loss.kind === 'room'
      ? rooms.find((room) => room.id === loss.roomId)?.name
      : held.find((one) => one.personId === loss.personId)?.name
  return `${name ?? '…'}, ${tellSpan(loss.from, loss.until, locale)}`
}

/** The days that the edition has or its programme uses, in their order. */
export function daysOf({ days, board }: Pick<PlanningInput, 'days' | 'board'>): string[] {
  return [...new Set([...days, ...board.programme.sessions.flatMap((session) => session.day ?? [])])].sort()
}

/** What the forms offer to choose from. */
export function showChoices(input: PlanningInput, run: PlanRun | null, locale: Locale) {
  const { programme } = input.board
  // What nothing could be planned for was a question, and need not be asked again with the next.
  const losses = run?.task.kind === 'replan' && run.outcome?.kind !== 'impossible' ? run.task.losses : []
  return {
    ...findLosable(
      programme,
      daysOf(input).map((day) => ({ day, name: formatDay(day, locale) })),
      locale,
    ),
    losses: losses.map((loss) => ({ value: writeLoss(loss), name: nameLoss(loss, input, locale) })),
  }
}

/** How many are expected at each session, as far as anything is known, the most first. */
export function showDemand(input: PlanningInput, topics: ReadonlyMap<string, LocalizedText>, locale: Locale) {
  const { title } = planWords(input.board.programme, locale)
  const topic = (id: string) => localize(topics.get(id), locale) || '…'
  return [...input.demand]
    .sort((a, b) => b[1].expected - a[1].expected)
    .map(([id, demand]) => ({ id, title: title(id) ?? '…', text: tellDemand(demand, topic, locale) }))
}

function showOne(name: string, figures: PlanFigures, locale: Locale) {
  const t = messages(locale).planning.figures
  const { moved, movedPublished, peopleInTwoPlaces, unplaced, warnings } = figures
  const attendable = figures.attendable === null ? t.noMarks : formatShare(figures.attendable, locale)
  const open = warnings.warning + warnings.hint
  return { name, cells: [attendable, moved, movedPublished, peopleInTwoPlaces, unplaced, warnings.error, open] }
}

/** The draft, the proposal and the variants side by side. */
export function showFigures(
  { draft, variants }: Awaited<ReturnType<typeof compareFigures>>,
  outcome: Planned | null,
  locale: Locale,
) {
  const t = messages(locale).planning.figures
  return [
    showOne(t.draft, draft, locale),
    ...(outcome?.kind === 'proposal' ? [showOne(t.proposal, outcome.after, locale)] : []),
    ...variants.map(({ name, figures }) => showOne(name, figures, locale)),
  ]
}
