import { type LocalizedText, localize } from '@fachtag/core/kernel/localized-text'
import { mapPictures } from '@fachtag/core/modules/editions/images/queries'
import { picturesNamedIn, type ShownPictures } from '#lib/markdown.ts'

/** The pictures that `texts` (Markdown) name, described in the language of the page. No query where they name none. */
export async function picturesIn(
  { ctx, locale }: Pick<App.Locals, 'ctx' | 'locale'>,
  ...texts: readonly (LocalizedText | string | null | undefined)[]
): Promise<ShownPictures> {
  const words = texts.map((text) => (typeof text === 'string' ? text : localize(text, locale)))
  const pictures = await mapPictures(ctx.db, picturesNamedIn(...words))
  return Object.fromEntries(
    Object.values(pictures).map(({ id, width, height, alternative, credit, licence }) => [
      id,
      {
        width,
        height,
        alternative: localize(alternative, locale),
        credit: [credit, licence].filter(Boolean).join(', '),
      },
    ]),
  )
}
