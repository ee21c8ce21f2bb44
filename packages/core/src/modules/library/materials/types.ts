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

/** A material as organisers see it: whoever has agreed, whatever is published. */
export type DraftMaterial = {
  readonly id: string
  readonly revision: number
  readonly kind: MaterialKind
  readonly title: string
  readonly url: string | null
  readonly language: string | null
  readonly licence: string | null
  readonly hasConsent: boolean
  readonly state: MaterialState
  /** Null when it is about the edition as a whole. */
  readonly session: { readonly id: string; readonly title: string } | null
}

/** `conflict`: somebody else has saved in the meantime; nothing was written. */
export type SaveMaterialOutcome = { readonly kind: 'saved'; readonly id: string } | { readonly kind: 'conflict' }
