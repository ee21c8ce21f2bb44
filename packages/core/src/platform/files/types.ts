/** The kinds of picture that are taken in: what browsers show, and nothing that can hold a script. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif'

/** What the header of a picture says about it. */
export type ImageFacts = { readonly type: ImageType; readonly width: number; readonly height: number }
