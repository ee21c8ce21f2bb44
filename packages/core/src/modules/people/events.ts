declare module '../../platform/context/types.ts' {
  interface Events {
    /** Two entries were one human: every row about `fromId` now has to be about `intoId`; the former is deleted afterwards. */
    PersonsMerged: { readonly fromId: string; readonly intoId: string }
    /** Somebody is called otherwise now, or has another title. */
    PersonRenamed: { readonly personId: string }
    /** Two entries were one organisation: every row about `fromId` now has to be about `intoId`. */
    OrganisationsMerged: { readonly fromId: string; readonly intoId: string }
  }
}

export {}
