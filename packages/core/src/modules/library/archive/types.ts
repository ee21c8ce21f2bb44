/** Something wrong in an archive: where, and what, in English. */
export type ArchiveProblem = {
  /** Within the folder, for example `editions/2024.yaml`. */
  readonly file: string
  /** 1-based; absent where the archive did not come from files. */
  readonly line?: number | undefined
  /** Path within the file, for example `sessions[3].people[0].role`. */
  readonly field: string
  readonly message: string
}

/** Where in an archive something is, before it is known on which line that stands. */
export type ArchivePlace = { readonly file: string; readonly path: readonly (string | number)[] }

export type ArchiveKind =
  | 'series'
  | 'source'
  | 'organisation'
  | 'person'
  | 'topic'
  | 'news'
  | 'page'
  | 'edition'
  | 'session'

/** One thing that an import adds, changes or takes out of the programme. `key` is its slug, of a session `edition/slug`. */
export type ArchiveChange = {
  readonly change: 'added' | 'changed' | 'removed'
  readonly kind: ArchiveKind
  readonly key: string
}

/** `planned`: a rehearsal, nothing was written. */
export type ArchiveImport =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'planned' | 'imported'; readonly changes: readonly ArchiveChange[] }
