import type { MaterialKind, MaterialState } from '../types.ts'

/** Slides, a recording …, as the public may see them. */
export type Material = {
  readonly id: string
  readonly kind: MaterialKind
  readonly title: string
  /** null unless it is available and those concerned have agreed. */
  readonly url: string | null
  readonly language: string | null
  readonly licence: string | null
  readonly state: MaterialState
  /** The published session it belongs to; null when it is about the edition as a whole. */
  readonly session: { readonly slug: string; readonly title: string } | null
}
