declare module '../../platform/context/types.ts' {
  interface Events {
    /** Texts that belong to no programme changed: news or a page. */
    SiteChanged: Readonly<Record<string, never>>
    /** What is known of an edition changed, or what was told about it afterwards; its programme did not. */
    EditionChanged: { readonly editionId: string }
    /** What the draft of an edition stands on changed: its rooms, its tracks, its days. The edition is locked. */
    GroundChanged: { readonly editionId: string }
    /** A topic is called otherwise now. */
    TopicRenamed: { readonly topicId: string }
    /** Two topics were one: every row about `fromId` now has to be about `intoId`; the former is deleted afterwards. */
    TopicsMerged: { readonly fromId: string; readonly intoId: string }
  }
}

export {}
