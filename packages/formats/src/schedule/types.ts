/**
 * A conference programme as it travels between systems. Every reader in this package makes one, every writer takes one;
 * what a format cannot carry is absent (`undefined`), never invented.
 *
 * Text is trimmed and never empty; names and titles are one line; the only control characters are `\n` and tab in
 * Markdown. References, room names and track names are unique, and addresses are absolute (http, https or mailto).
 * Readers answer nothing else, and writers may rely on it.
 */
export type Schedule = {
  readonly title: string
  readonly acronym?: string | undefined
  /** Name of the programme version, as the source calls it. */
  readonly version?: string | undefined
  /** First and last day, `YYYY-MM-DD`. */
  readonly firstDay?: string | undefined
  readonly lastDay?: string | undefined
  /** IANA name. All wall times below are in this zone. */
  readonly timeZone: string
  readonly venue?: string | undefined
  readonly city?: string | undefined
  readonly url?: string | undefined
  readonly rooms: readonly ScheduleRoom[]
  readonly tracks: readonly ScheduleTrack[]
  readonly sessions: readonly ScheduleSession[]
}

export type ScheduleRoom = {
  readonly name: string
  readonly slug?: string | undefined
  readonly guid?: string | undefined
  readonly description?: string | undefined
  readonly capacity?: number | undefined
}

export type ScheduleTrack = {
  readonly name: string
  readonly slug?: string | undefined
  /** `#rrggbb`. */
  readonly colour?: string | undefined
}

export type ScheduleSession = {
  /** What the source calls it; unique within the schedule and stable from one version to the next. */
  readonly reference: string
  readonly guid?: string | undefined
  readonly slug?: string | undefined
  readonly title: string
  readonly subtitle?: string | undefined
  /** Markdown; readers turn HTML into it. */
  readonly abstract?: string | undefined
  /** Markdown; readers turn HTML into it. */
  readonly description?: string | undefined
  /** As the source calls it ("Lecture", "Vortrag", "devroom"); the product maps it to its own types. */
  readonly type?: string | undefined
  /** BCP 47, lower case language subtag where the source says no more. */
  readonly language?: string | undefined
  /** Name of one of `tracks`. */
  readonly track?: string | undefined
  /** Name of one of `rooms`. */
  readonly room?: string | undefined
  /** The conference day, `YYYY-MM-DD`; a session after midnight belongs to the day before. */
  readonly day?: string | undefined
  /** Wall time in the schedule's zone, `YYYY-MM-DDTHH:mm`. */
  readonly start?: string | undefined
  readonly durationMinutes?: number | undefined
  readonly people: readonly SchedulePerson[]
  readonly links: readonly ScheduleLink[]
  readonly attachments: readonly ScheduleLink[]
  readonly url?: string | undefined
  readonly feedbackUrl?: string | undefined
  readonly recordingLicence?: string | undefined
  readonly doNotRecord?: boolean | undefined
  readonly isPlenary?: boolean | undefined
  readonly isCancelled?: boolean | undefined
}

export type SchedulePerson = {
  /** What the source calls the person, stable from one version to the next. */
  readonly reference?: string | undefined
  readonly guid?: string | undefined
  readonly name: string
  readonly role?: 'speaker' | 'moderator' | 'panelist' | 'host' | undefined
  readonly mode?: 'on-site' | 'remote' | undefined
  readonly function?: string | undefined
  readonly organisation?: string | undefined
  readonly biography?: string | undefined
}

export type ScheduleLink = { readonly title: string; readonly url: string }

/** Something wrong in a file, so that whoever made the file finds it. */
export type Problem = {
  /** `error`: nothing may be imported. `warning`: imported, but look at it. */
  readonly severity: 'error' | 'warning'
  /** Stable name, for example `session.start_invalid`. */
  readonly code: string
  /** In English, says what is wrong and what was found. */
  readonly message: string
  /** 1-based. */
  readonly line?: number | undefined
  /** Path of the field, for example `day[2].room[0].event[5].start`. */
  readonly field?: string | undefined
}

/** What every reader answers: a schedule only when no problem is an error. */
export type ReadResult = { readonly schedule: Schedule | null; readonly problems: readonly Problem[] }

export type ReadOptions = {
  /** IANA name of the zone of a file that names none; `Europe/Berlin` when absent. */
  readonly timeZone?: string | undefined
  /** Title of a programme whose file names none (pretalx API, Sessionize, tables). */
  readonly title?: string | undefined
}
