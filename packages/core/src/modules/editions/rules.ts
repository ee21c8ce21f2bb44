import type { DateDescription, EditionDate, EditionState } from './types.ts'

/** The last day that `date` may mean: the end of its month or year where no more is known. */
export function lastPossibleDay(date: EditionDate): string {
  if (date.endsOn) return date.endsOn
  const day = Temporal.PlainDate.from(date.startsOn)
  switch (date.precision) {
    case 'day':
      return date.startsOn
    case 'end-of-month':
    case 'month':
      return day.with({ day: day.daysInMonth }).toString()
    case 'year':
      return day.with({ month: 12, day: 31 }).toString()
  }
}

/** What may be said about `date` on the day `today` (`YYYY-MM-DD`) without claiming more than is known. */
export function describeDate(date: EditionDate | null, state: EditionState, today: string): DateDescription {
  if (!date) return { kind: 'unknown' }
  const { startsOn, endsOn, precision } = date
  const known = { kind: 'known', startsOn, endsOn, precision } as const
  const isOver = lastPossibleDay(date) < today
  const isOnlyAnnounced = state === 'announced' || date.certainty === 'probable'
  if (isOver && isOnlyAnnounced) return { ...known, standing: 'announced' }
  return { ...known, standing: date.certainty === 'probable' ? 'probable' : 'settled' }
}

/** The next time a series meets, seen from a day. */
export type NextDate<E> =
  | { readonly kind: 'running'; readonly edition: E }
  | { readonly kind: 'fixed'; readonly edition: E }
  | { readonly kind: 'probable'; readonly edition: E }
  | { readonly kind: 'unknown' }

type Dated = { readonly date: EditionDate | null; readonly state: EditionState }

/** Whether nothing more is to be expected of an edition on the day `today`: it was held, or its date has passed, also a date only announced. */
export function isOver({ state, date }: Dated, today: string): boolean {
  return state === 'held' || (date !== null && lastPossibleDay(date) < today)
}

/** The earliest of `editions` that is not over on `today` (`YYYY-MM-DD`) and not cancelled. */
export function decideNextDate<E extends Dated>(editions: readonly E[], today: string): NextDate<E> {
  const coming = editions
    .filter((edition) => edition.state !== 'cancelled' && edition.date && lastPossibleDay(edition.date) >= today)
    .toSorted((a, b) => (a.date!.startsOn < b.date!.startsOn ? -1 : 1))
  const edition = coming[0]
  if (!edition?.date) return { kind: 'unknown' }
  if (edition.date.certainty === 'probable') return { kind: 'probable', edition }
  const hasBegun = edition.date.precision === 'day' && edition.date.startsOn <= today
  return { kind: hasBegun ? 'running' : 'fixed', edition }
}

/** Second parts of addresses that mean something else than an edition, in public or in the workplace. */
const reserved: ReadonlySet<string> = new Set([
  'aktuelles',
  'ansprechpersonen',
  'bilder',
  'kontakt',
  'neu',
  'neue-ausgabe',
  'post',
  'protokoll',
  'quellen',
  'rollen',
  'rubriken',
  'stammdaten',
  'vorlagen',
])

/** Whether the address `/<series>/<slug>` is taken by a page of the series itself. */
export function isReservedEditionSlug(slug: string): boolean {
  return reserved.has(slug)
}
