/** What an exported programme says about its edition. */
export type ExportedEdition = {
  readonly title: string
  /** Short, stable name for programs, for example `fosdem-2026`. */
  readonly acronym: string
  /** `YYYY-MM-DD`. */
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly venue: string | null
  readonly city: string | null
  /** Absolute address of the edition's page; null where the site's own address is not known. */
  readonly url: string | null
  /** Name of the release. */
  readonly version: string
}
