/** The types of session (Programmpunkt) that a programme knows. */
export const sessionTypes = [
  'impulse',
  'talk',
  'workshop',
  'panel',
  'opening',
  'closing',
  'break',
  'networking',
  'poster',
  'lightning',
  'other',
] as const
export type SessionType = (typeof sessionTypes)[number]

export const appearanceRoles = ['speaker', 'moderator', 'panelist', 'host'] as const
export type AppearanceRole = (typeof appearanceRoles)[number]
export type AppearanceMode = 'on-site' | 'remote'
/** `replaced`: was planned, somebody else came; kept because history stays true. */
export type AppearanceState = 'planned' | 'replaced' | 'cancelled'
/** `removed` sessions are gone from the next release on; the row stays for what refers to it. */
export type SessionState = 'planned' | 'cancelled' | 'removed'

export type SessionLink = { readonly title: string; readonly url: string }

/** A person in a role as the public sees it, with the function and organisation of that day. */
export type ProgrammeAppearance = {
  readonly id: string
  readonly personId: string | null
  readonly personSlug: string | null
  readonly name: string | null
  readonly role: AppearanceRole
  readonly mode: AppearanceMode
  readonly state: AppearanceState
  /** Id of the appearance in this session that this one stands in for. */
  readonly replacesId: string | null
  readonly function: string | null
  readonly organisationId: string | null
  readonly organisationSlug: string | null
  readonly organisationName: string | null
  readonly note: string | null
}

/** A session as it stands in a programme: what a release keeps, and what a session page shows. */
export type ProgrammeSession = {
  readonly id: string
  readonly slug: string
  /** Its name in the source it was imported from; stable over imports. */
  readonly reference: string | null
  readonly type: SessionType
  readonly state: 'planned' | 'cancelled'
  readonly title: string
  /** false where the title is our own description, because no source tells the real one. */
  readonly titleIsGiven: boolean
  readonly subtitle: string | null
  /** Markdown. */
  readonly abstract: string
  /** Markdown. */
  readonly description: string
  readonly method: string | null
  readonly language: string
  readonly trackId: string | null
  readonly roomId: string | null
  readonly isPlenary: boolean
  /** Day of the conference (a session after midnight belongs to the day before), `YYYY-MM-DD`. */
  readonly day: string | null
  /** Wall time in the edition's time zone, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  readonly position: number
  readonly links: readonly SessionLink[]
  readonly topicIds: readonly string[]
  readonly appearances: readonly ProgrammeAppearance[]
}

export type ProgrammeTrack = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly colour: string | null
  readonly position: number
}
export type ProgrammeRoom = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly capacity: number | null
  readonly position: number
}

/** A whole programme: the content of a release, and of the draft at one moment. The order of the lists has no meaning. */
export type Programme = {
  readonly timeZone: string
  readonly tracks: readonly ProgrammeTrack[]
  readonly rooms: readonly ProgrammeRoom[]
  readonly sessions: readonly ProgrammeSession[]
}
