import { newId } from '../../../../kernel/ids.ts'
import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { kindsOf } from '../rendering/rules.ts'
import { findTemplate } from './queries.ts'
import { judgeText } from './rules.ts'
import type { SaveTemplateInput } from './schema.ts'
import type { SaveTemplateOutcome } from './types.ts'

/** Whoever saves the texts of a series does so after those before them; a text that is not there yet cannot be locked. */
async function lockTexts(tx: Transaction, { seriesId }: SeriesScope): Promise<void> {
  await tx.selectFrom('series').select('id').where('id', '=', seriesId).forUpdate().executeTakeFirst()
}

/**
 * Puts a text of the series' own in the place of the built-in one, which stays for English where none is written. Mails that
 * are in the outbox already keep theirs. Throws `mail_template.not_found`.
 */
export function saveTemplate(
  ctx: Context,
  scope: SeriesScope,
  name: string,
  { text, expectedRevision }: SaveTemplateInput,
): Promise<SaveTemplateOutcome> {
  ctx.authorize('mail.rewrite', scope)
  return ctx.transaction(async (tx) => {
    await lockTexts(tx, scope)
    const stored = await findTemplate(ctx.in(tx), scope, name)
    if (expectedRevision !== undefined && expectedRevision !== stored.revision) return { kind: 'conflict', stored }
    const problems = judgeText(text, kindsOf(stored), ['en'])
    if (problems.length > 0) return { kind: 'wrong', problems }
    const written = { subject: JSON.stringify(text.subject), body: JSON.stringify(text.body) }
    const { revision } = await tx
      .insertInto('mail_templates')
      .values({
        id: newId('mailTemplate'),
        series_id: scope.seriesId,
        template: name,
        ...written,
        updated_at: ctx.now().toString(),
      })
      .onConflict((conflict) =>
        conflict.columns(['series_id', 'template']).doUpdateSet({ ...written, updated_at: ctx.now().toString() }),
      )
      .returning('revision')
      .executeTakeFirstOrThrow()
    return { kind: 'saved', revision }
  })
}

/** Goes back to the built-in text. Throws `mail_template.not_found`. */
export async function resetTemplate(ctx: Context, scope: SeriesScope, name: string): Promise<void> {
  ctx.authorize('mail.rewrite', scope)
  await ctx.transaction(async (tx) => {
    await findTemplate(ctx.in(tx), scope, name)
    await tx.deleteFrom('mail_templates').where('series_id', '=', scope.seriesId).where('template', '=', name).execute()
  })
}
