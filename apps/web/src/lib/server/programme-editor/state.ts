import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { readEditing } from '@fachtag/core/modules/programme/editing/queries'
import { editorOf } from '@fachtag/core/modules/programme/journal/writing/commands'
import type { Context } from '@fachtag/core/platform/context/types'
import { formatDay } from '#lib/format/dates.ts'
import type { EditorState } from '#lib/programme-editor/types.ts'

/** What the editor of an edition shows in `locale`: the draft, or a variant. Throws `variant.not_found`. */
export async function readEditorState(
  ctx: Context,
  scope: EditionScope,
  locale: Locale,
  variantId: string | null,
): Promise<EditorState> {
  const { days, ...editing } = await readEditing(ctx, scope, variantId)
  return {
    ...editing,
    days: days.map((day) => ({ day, name: formatDay(day, locale) })),
    me: editorOf(ctx),
    mayEdit: ctx.may('programme.edit', scope),
  }
}
