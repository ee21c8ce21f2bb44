import { previewNotices } from '@fachtag/core/modules/programme/notices/queries'
import {
  previewCancellation,
  previewConnection,
  previewReplacement,
} from '@fachtag/core/modules/programme/replacement/preview/queries'
import type { ReplacementPreview } from '@fachtag/core/modules/programme/replacement/preview/types'
import type { Values } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import type { PreviewView, ReplacementReply, Way } from '#lib/replacement/types.ts'
import { warningNames } from '#lib/warnings/names.ts'
import { wordWarning } from '#lib/warnings/words.ts'
import { editionOf } from '../admission.ts'
import { noticesOf, toConnection, toReplacement } from './form.ts'

async function ask(
  locals: App.Locals,
  way: Way,
  sessionId: string,
  values: Values,
): Promise<ReplacementPreview | null> {
  const scope = editionOf(locals)
  switch (way) {
    case 'cancel':
      return previewCancellation(locals.ctx, scope, sessionId)
    case 'remote':
      return previewConnection(locals.ctx, scope, toConnection(sessionId, values))
    case 'replace': {
      const input = toReplacement(sessionId, values)
      return input ? previewReplacement(locals.ctx, scope, input) : null
    }
  }
}

async function view(
  { ctx, locale, scope }: App.Locals,
  preview: Extract<ReplacementPreview, { kind: 'ready' }>,
  values: Values,
): Promise<PreviewView> {
  const { session, isPublic, impact, draft, circumstances } = preview
  const names = warningNames(draft, circumstances, new Map(), locale)
  const language = { locale, t: messages(locale).warnings }
  return {
    session,
    isPublic,
    people: impact.people,
    notices: await previewNotices(ctx, editionOf({ scope }), impact, noticesOf(values)),
    warnings: preview.warnings.map((warning) => wordWarning(warning, names, language)),
  }
}

/** The form again, with what it would do as it stands. */
export async function showPreview(
  locals: App.Locals,
  way: Way,
  sessionId: string,
  values: Values,
): Promise<ReplacementReply> {
  const preview = await ask(locals, way, sessionId, values)
  if (!preview) return { values }
  if (preview.kind !== 'ready') return { values, problem: preview.kind }
  return { values, preview: await view(locals, preview, values) }
}
