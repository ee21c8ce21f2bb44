/** What decides whom a letter to a group is for. Within a list any of its entries will do; an empty list asks for nothing. */
export type Audience = {
  /** The people of this edition. */
  readonly editionId: string
  readonly roles: readonly AudienceRole[]
  /** Two-digit keys of the Länder of their organisations. */
  readonly lands: readonly string[]
  /** Kinds of their organisations. */
  readonly organisationKinds: readonly string[]
}

/** In what way somebody takes part in an edition. */
export const audienceRoles = ['speaker', 'moderator', 'panelist', 'host', 'contact'] as const
export type AudienceRole = (typeof audienceRoles)[number]
