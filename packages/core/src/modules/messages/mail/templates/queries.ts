import type { Locale } from '../../../../kernel/localized-text.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { MailTemplate } from '../../../../platform/mail/template.ts'

/**
 * The text of a mail in one language: that of the series where its organisers wrote one in this language, else the
 * built-in one. Who lets somebody in is never rewritten.
 */
export async function findTemplateText(
  db: Db,
  template: MailTemplate,
  name: string,
  seriesId: string | null,
  locale: Locale,
): Promise<{ subject: string; body: string }> {
  const builtIn = { subject: template.subject[locale], body: template.body[locale] }
  if (!seriesId || template.isSecret) return builtIn
  const own = await db
    .selectFrom('mail_templates')
    .select(['subject', 'body'])
    .where('series_id', '=', seriesId)
    .where('template', '=', name)
    .executeTakeFirst()
  const subject = own?.subject[locale]
  const body = own?.body[locale]
  return subject && body ? { subject, body } : builtIn
}
