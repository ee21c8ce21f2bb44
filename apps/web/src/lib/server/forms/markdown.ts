import type { FormState } from '#lib/form/types.ts'
import { renderMarkdown } from '#lib/markdown.ts'
import { picturesIn } from '../pictures.ts'
import type { ObjectEvent } from './object-form.ts'
import type { Sent } from './sent.ts'

/** The form with a preview of the Markdown field at `path`, or with the chosen picture at the end of its text. */
export async function changeMarkdown(
  { locals }: ObjectEvent,
  { values, images }: Sent,
  wish: 'preview' | 'image',
  path: string,
): Promise<FormState> {
  const text = values[path] ?? ''
  const image = images[path]
  if (wish === 'image') {
    const added = image ? `${text.trimEnd()}\n\n![](bild:${image})\n`.trimStart() : text
    return { values: { ...values, [path]: added }, focus: path }
  }
  const html = renderMarkdown(text, 2, await picturesIn(locals, text))
  return { values, preview: { path, html }, focus: path }
}
