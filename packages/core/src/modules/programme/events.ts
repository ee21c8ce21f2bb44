declare module '../../platform/context/types.ts' {
  interface Events {
    /** A file was taken over that may name people. */
    PeopleImported: Readonly<Record<string, never>>
    /** A release became what the public sees. */
    ProgrammePublished: { readonly editionId: string; readonly releaseId: string }
  }
}

export {}
