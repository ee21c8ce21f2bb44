declare module '../../platform/context/types.ts' {
  interface Events {
    /** Texts that belong to no programme changed: news or a page. */
    SiteChanged: Readonly<Record<string, never>>
    /** What is known of an edition changed, or what was told about it afterwards; its programme did not. */
    EditionChanged: { readonly editionId: string }
  }
}

export {}
