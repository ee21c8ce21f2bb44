import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { ImageProblem, ImageType } from '../../../platform/files/types.ts'

/** A picture that texts of a series may show. `alternative` says what is to be seen, for those who do not see it. */
export type Image = {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly type: ImageType
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly alternative: LocalizedText
  readonly credit: string | null
  readonly licence: string | null
}

/** A picture as a text shows it. */
export type Picture = Pick<Image, 'id' | 'width' | 'height' | 'alternative' | 'credit' | 'licence'>

/** What became of a picture that was sent. */
export type ImageAdded =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly problem: ImageProblem }

/** A text that shows a picture. `path`: what it is, and its id. */
export type ImageUse = { readonly kind: 'series' | 'edition' | 'news' | 'recap' | 'session'; readonly title: string }
