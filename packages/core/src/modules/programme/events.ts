declare module '../../platform/context/types.ts' {
  interface Events {
    /** A release became what the public sees. */
    ProgrammePublished: { readonly editionId: string; readonly releaseId: string }
  }
}

export {}
