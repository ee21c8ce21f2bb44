/** The kinds of picture that are taken in: what browsers show, and nothing that can hold a script. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif'

/** A picture reduced to what is needed to show it. `width` and `height` as it is shown, in pixels. */
export type CleanImage = {
  readonly type: ImageType
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** `metadata`: it says where or by whom it was taken, and that cannot be taken out of this format. */
export type ImageProblem = 'unsupported' | 'too_large' | 'damaged' | 'metadata'

export type ImageOutcome =
  | { readonly kind: 'clean'; readonly image: CleanImage }
  | { readonly kind: 'refused'; readonly problem: ImageProblem }
