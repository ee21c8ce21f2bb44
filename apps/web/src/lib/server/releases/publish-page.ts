import { countNotices } from '@fachtag/core/modules/programme/notices/queries'
import { previewPublishing } from '@fachtag/core/modules/programme/release/preview/queries'
import { listReleases } from '@fachtag/core/modules/programme/release/queries'
import { republishRelease } from '@fachtag/core/modules/programme/release/restoring/commands'
import { publishReviewed } from '@fachtag/core/modules/programme/release/reviewed/commands'
import { fail, type RequestEvent } from '@sveltejs/kit'
import { messages } from '#lib/messages/messages.ts'
import { readTyped, type Typed } from '#lib/releases/typed.ts'
import { warningNames } from '#lib/warnings/names.ts'
import { wordWarning } from '#lib/warnings/words.ts'
import { editionOf } from '../admission.ts'
import { done, leadTo } from '../done.ts'
import { previewDifference } from './preview.ts'

type Asked = Pick<RequestEvent, 'locals' | 'url'>
type Sent = Asked & Pick<RequestEvent, 'request' | 'params'>

/** What the page that publishes the draft shows. */
export async function loadPublishing(event: Asked) {
  const { locals, url } = event
  const { ctx, locale } = locals
  const scope = editionOf(locals)
  const [preview, releases] = await Promise.all([
    previewPublishing(ctx.db, scope),
    listReleases(ctx.db, scope.editionId),
  ])
  const isFirst = preview.formerNumber === null
  const names = warningNames(preview.after, preview.circumstances, new Map(), locale)
  const language = { locale, t: messages(locale).warnings }
  const latest = releases[0]
  const isDone = done(event) === 'veroeffentlicht' && latest !== undefined
  return {
    isFirst,
    isEmpty: isFirst && preview.after.sessions.length === 0,
    ...(await previewDifference(ctx, scope, preview, url.searchParams, { isFirst })),
    errors: preview.openErrors.map((error) => ({ key: error.key, ...wordWarning(error, names, language) })),
    latest: latest ?? null,
    told: isDone ? await countNotices(ctx, scope, latest.id) : null,
  }
}

/** What was entered, as commands take it. */
function wishOf({ name, note, line, mails, leftOut, seenStamp }: Typed) {
  const notices = mails === 'none' ? undefined : { leftOut, line: line || undefined, isHeldBack: mails === 'review' }
  return { name: name || undefined, note: note || undefined, notices, seenStamp }
}

const base = ({ params }: Pick<RequestEvent, 'params'>) => `/organisieren/${params.series}/${params.edition}`

/** Publishes the draft, unless it has errors that were not looked at or is another one by now; then the form comes back as it was sent. */
export async function publishDraft(event: Sent) {
  const typed = readTyped(await event.request.formData())
  const { seenErrors } = typed
  const outcome = await publishReviewed(event.locals.ctx, editionOf(event.locals), { ...wishOf(typed), seenErrors })
  if (outcome.kind === 'errors' || outcome.kind === 'outdated') return fail(409, { problem: outcome.kind, typed })
  leadTo(event, `${base(event)}/veroeffentlichen`, 'veroeffentlicht')
}

/** Publishes an earlier release once more, unless what is seen now is another one than the page had shown. */
export async function publishAgain(event: Sent, number: number) {
  const typed = readTyped(await event.request.formData())
  const outcome = await republishRelease(event.locals.ctx, editionOf(event.locals), number, wishOf(typed))
  if (outcome.kind === 'outdated') return fail(409, { problem: outcome.kind, typed })
  leadTo(event, `${base(event)}/veroeffentlichen`, 'veroeffentlicht')
}

/** What came back of that form; null while it was not sent. */
export type Returned = { readonly problem: 'errors' | 'outdated'; readonly typed: Typed }
