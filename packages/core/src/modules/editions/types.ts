import type { LocalizedText } from '../../kernel/localized-text.ts'

/** How much of a date is known. `end-of-month` is the last third of the month that the date lies in. */
export type DatePrecision = 'day' | 'end-of-month' | 'month' | 'year'
/** `probable` is shown as "voraussichtlich". */
export type DateCertainty = 'fixed' | 'probable'
/** `announced`: somebody named its date, and nothing says that it took place. */
export type EditionState = 'announced' | 'planned' | 'held' | 'cancelled'
export type Visibility = 'draft' | 'public'
export type OrganiserRole = 'organiser' | 'cooperation' | 'sponsor' | 'support'
export type CountQualifier = 'exact' | 'about' | 'more-than'

/** What is known of a date: `startsOn` is the first day (`YYYY-MM-DD`) that it may mean, `endsOn` the last day of the edition. */
export type EditionDate = {
  readonly startsOn: string
  readonly endsOn: string | null
  readonly precision: DatePrecision
  readonly certainty: DateCertainty
}

/**
 * A date ready to be put into words. `standing`: `settled` was or will be so; `probable` is still to come and not sure;
 * `announced` has passed, and only the announcement is known, not the day itself.
 */
export type DateDescription =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known'
      readonly startsOn: string
      readonly endsOn: string | null
      readonly precision: DatePrecision
      readonly standing: 'settled' | 'probable' | 'announced'
    }

/** Where a fact is taken from. */
export type Source = {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly publisher: string | null
  readonly url: string | null
  readonly publishedOn: string | null
}

/** An edition as a list shows it. */
export type EditionSummary = {
  readonly id: string
  readonly slug: string
  readonly number: number | null
  readonly name: string
  readonly motto: LocalizedText
  readonly date: EditionDate | null
  readonly state: EditionState
  readonly city: string | null
  readonly accent: string
}

export type Venue = {
  readonly name: string | null
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string
  readonly land: string | null
  readonly country: string
  readonly directions: LocalizedText
}

export type Organiser = {
  readonly organisationId: string
  readonly slug: string
  readonly name: string
  readonly shortName: string | null
  readonly role: OrganiserRole
  readonly note: LocalizedText
}

/** How many came. Where sources differ there is one figure per source. `sessionKey` is the slug of a session, where the figure is about one. */
export type AttendanceFigure = {
  readonly count: number
  readonly qualifier: CountQualifier
  readonly sessionKey: string | null
  readonly source: Source | null
}

/** A Land (two digits of the official key) that people came from. */
export type EditionLand = { readonly land: string; readonly isLargest: boolean; readonly source: Source | null }

/** What one edition said about the date of another. */
export type Announcement = {
  readonly startsOn: string
  readonly certainty: DateCertainty
  readonly source: Source | null
  /** The edition that said so. */
  readonly by: { readonly slug: string; readonly name: string }
  /** The edition that was meant, where there is one. */
  readonly about: { readonly slug: string; readonly name: string } | null
}

export type EditionTrack = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly colour: string | null
}
export type EditionRoom = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly capacity: number | null
  readonly description: string | null
}

/** Everything about an edition but its programme. */
export type EditionDetail = EditionSummary & {
  readonly series: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly shortName: string | null
    readonly language: string
  }
  readonly description: LocalizedText
  readonly timeZone: string
  readonly dateSource: Source | null
  readonly venue: Venue | null
  /** How often it has changed, its venue included, and when it last did (ISO instant). */
  readonly changeCount: number
  readonly changedAt: string
  readonly organisers: readonly Organiser[]
  readonly attendance: readonly AttendanceFigure[]
  readonly lands: readonly EditionLand[]
  /** What this edition announced, and what others announced about it. */
  readonly announcements: readonly Announcement[]
  readonly tracks: readonly EditionTrack[]
  readonly rooms: readonly EditionRoom[]
  readonly previous: { readonly slug: string; readonly name: string } | null
  readonly next: { readonly slug: string; readonly name: string } | null
}
