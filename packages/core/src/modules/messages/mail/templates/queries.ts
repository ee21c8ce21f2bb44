import { DomainError } from '../../../../kernel/errors.ts'
import type { Locale } from '../../../../kernel/localized-text.ts'
import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { MailName, MailTemplate } from '../../../../platform/mail/template.ts'
import type { TemplateDetail, TemplateEntry } from './types.ts'

/** Whether organisers may write this text themselves: not that of mails which let somebody in, or which no series sends. */
export function isRewritable(template: MailTemplate): boolean {
  return !template.isSecret && template.mode === 'review'
}

function selectOwn(db: Db, seriesId: string) {
  return db.selectFrom('mail_templates').where('series_id', '=', seriesId)
}

/**
 * The text of a mail in one language: that of the series where its organisers wrote one in this language, else the
 * built-in one.
 */
export async function findTemplateText(
  db: Db,
  template: MailTemplate,
  name: string,
  seriesId: string | null,
  locale: Locale,
): Promise<{ subject: string; body: string }> {
  const builtIn = { subject: template.subject[locale], body: template.body[locale] }
  if (!seriesId || !isRewritable(template)) return builtIn
  const own = await selectOwn(db, seriesId).select(['subject', 'body']).where('template', '=', name).executeTakeFirst()
  const subject = own?.subject[locale]
  const body = own?.body[locale]
  return subject && body ? { subject, body } : builtIn
}

/** The mails of a series whose texts its organisers may write themselves, in the order of their titles. */
export async function listTemplates(ctx: Context, scope: SeriesScope): Promise<TemplateEntry[]> {
  ctx.authorize('mail.manage', scope)
  const own = await selectOwn(ctx.db, scope.seriesId).select('template').execute()
  const names = new Set(own.map((row) => row.template))
  return Object.entries(ctx.mailTemplates)
    .filter(([, template]) => isRewritable(template))
    .map(([name, { title }]) => ({ name, title, isOwn: names.has(name) }))
    .toSorted((a, b) => a.title.de.localeCompare(b.title.de, 'de'))
}

/** One of them with its text in use. Throws `mail_template.not_found`. */
export async function findTemplate(ctx: Context, scope: SeriesScope, name: string): Promise<TemplateDetail> {
  ctx.authorize('mail.manage', scope)
  const template = Object.hasOwn(ctx.mailTemplates, name) ? ctx.mailTemplates[name as MailName] : undefined
  if (!template || !isRewritable(template)) throw new DomainError('mail_template.not_found', { name })
  const own = await selectOwn(ctx.db, scope.seriesId)
    .select(['subject', 'body', 'revision'])
    .where('template', '=', name)
    .executeTakeFirst()
  const builtIn = { subject: template.subject, body: template.body }
  return {
    name,
    title: template.title,
    isOwn: own !== undefined,
    placeholders: template.placeholders,
    builtIn,
    text: own ? { subject: own.subject, body: own.body } : builtIn,
    revision: own?.revision ?? 0,
  }
}
