import { type Locale, locales } from '@fachtag/core/kernel/localized-text'
import { kindsOf, renderMail } from '@fachtag/core/modules/messages/mail/rendering/rules'
import type { RenderedMail } from '@fachtag/core/modules/messages/mail/rendering/types'
import { sampleValues } from '@fachtag/core/modules/messages/mail/sample/rules'
import { resetTemplate, saveTemplate } from '@fachtag/core/modules/messages/mail/templates/commands'
import { findTemplate } from '@fachtag/core/modules/messages/mail/templates/queries'
import { judgeText } from '@fachtag/core/modules/messages/mail/templates/rules'
import { type MailTextInput, mailTextInput } from '@fachtag/core/modules/messages/mail/templates/schema'
import type { TemplateDetail } from '@fachtag/core/modules/messages/mail/templates/types'
import { findLetterSample } from '@fachtag/core/modules/programme/letters/sample/queries'
import { problemsIn } from '#lib/form/problems.ts'
import { toInput } from '#lib/form/values.ts'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { readSent } from '../forms/sent.ts'
import { problemsOfText } from './text-problems.ts'

const base = ({ params }: ObjectEvent) => `/organisieren/${params.series}/vorlagen`
const templateOf = ({ locals, params }: ObjectEvent) =>
  findTemplate(locals.ctx, seriesOf(locals), params.template ?? '')

/** The fields of a text in both languages. English may stay empty. */
export function textFields(locale: Locale) {
  const t = messages(locale).mail.texts
  return [
    { kind: 'localized', name: 'subject', label: t.subject, max: 200 },
    { kind: 'localized', name: 'body', label: t.body, hint: t.bodyHint, as: 'long', rows: 14, max: 20_000 },
  ] as const
}

/** The page of a text that organisers write themselves: `…/vorlagen/[template]`. */
export const textObject: ObjectForm<MailTextInput> = {
  schema: mailTextInput,
  texts: (t) => ({ create: t.mail.texts.title }),
  fields: ({ locals }) => textFields(locals.locale),
  async find(event) {
    const { title, text, isOwn, revision } = await templateOf(event)
    const t = messages(event.locals.locale).mail.texts
    return {
      title: title[event.locals.locale],
      input: text,
      revision,
      badge: { kind: 'info', text: isOwn ? t.own : t.builtIn },
      steps: isOwn ? [{ name: 'reset', label: t.reset }] : [],
    }
  },
  async save(event, text, revision) {
    const given = revision === undefined ? { text } : { text, expectedRevision: revision }
    const saved = await saveTemplate(event.locals.ctx, seriesOf(event.locals), event.params.template ?? '', given)
    if (saved.kind === 'wrong') return { kind: 'refused', problems: problemsOfText(saved.problems) }
    return saved.kind === 'conflict' ? saved : { kind: 'saved', path: `${base(event)}/${event.params.template}` }
  },
  async take(event) {
    await resetTemplate(event.locals.ctx, seriesOf(event.locals), event.params.template ?? '')
    return { kind: 'saved', path: `${base(event)}/${event.params.template}` }
  },
}

export type TextPreview = {
  readonly name: string
  readonly edition: string
  readonly mails: readonly { readonly locale: Locale; readonly mail: RenderedMail }[]
}

/** `text`, filled with real data of the series, in the languages that it is written in. */
async function fillText({ locals }: ObjectEvent, template: TemplateDetail, text: MailTextInput): Promise<TextPreview> {
  const { ctx, locale } = locals
  const madeUp = messages(locale).mail.texts.madeUpName
  const written = locales.filter((language) => text.subject[language].trim() || text.body[language].trim())
  const filled = written.map(async (language) => {
    const sample = await findLetterSample(ctx, seriesOf(locals), language, madeUp)
    const ground = { origin: ctx.mailer.origin, now: ctx.now(), locale: language }
    const own = { subject: text.subject[language], body: text.body[language] }
    const values = sampleValues(template, sample?.values ?? {}, ground)
    return { locale: language, sample, mail: renderMail(own, kindsOf(template), values, language) }
  })
  const mails = await Promise.all(filled)
  return { name: mails[0]?.sample?.name ?? madeUp, edition: mails[0]?.sample?.edition ?? '', mails }
}

/** The form of a text as it was sent, with what it would arrive as. Undefined when no preview was asked for. */
export async function previewText(event: ObjectEvent) {
  const sent = await readSent(event.request.clone())
  if (sent.wish !== 'preview') return undefined
  const template = await templateOf(event)
  const reply = { values: sent.values, revision: sent.revision, opened: sent.opened }
  const fields = textFields(event.locals.locale)
  const text = mailTextInput.safeParse(toInput(fields, sent.values), { reportInput: true })
  if (!text.success) return { ...reply, problems: problemsIn(fields, text.error) }
  const problems = judgeText(text.data, kindsOf(template), ['en'])
  if (problems.length > 0) return { ...reply, problems: problemsOfText(problems) }
  return { ...reply, shown: await fillText(event, template, text.data) }
}
