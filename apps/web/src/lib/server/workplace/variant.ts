import type { Programme } from '@fachtag/core/modules/programme/types'
import { removeVariant, takeOverVariant } from '@fachtag/core/modules/programme/variants/commands'
import { readVariantView } from '@fachtag/core/modules/programme/variants/overview/queries'
import type { VariantView } from '@fachtag/core/modules/programme/variants/overview/types'
import type { Place } from '@fachtag/core/modules/programme/variants/types'
import type { Warning } from '@fachtag/core/modules/programme/warnings/types'
import { fail, redirect } from '@sveltejs/kit'
import { messages } from '#lib/messages/messages.ts'
import { warningNames } from '#lib/warnings/names.ts'
import { wordWarning } from '#lib/warnings/words.ts'
import { editionOf } from '../admission.ts'
import { done } from '../done.ts'
import { readForm } from '../form.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { undoAction } from './undo.ts'

/** What one reads before one opens the editor for the rest. */
const shownWarnings = 30

function wordAll(warnings: readonly Warning[], programme: Programme, view: VariantView, { locale }: App.Locals) {
  const names = warningNames(programme, view.circumstances, view.topics, locale)
  const shown = warnings.slice(0, shownWarnings)
  return {
    more: warnings.length - shown.length,
    entries: shown.map((warning) => ({
      key: warning.key,
      severity: warning.severity,
      ...wordWarning(warning, names, { locale, t: messages(locale).warnings }),
    })),
  }
}

function withRoomName(place: Place, { rooms }: Programme) {
  return { ...place, room: rooms.find((room) => room.id === place.roomId)?.name ?? null }
}

async function load(event: ObjectEvent) {
  const { locals, params, url } = event
  const otherId = url.searchParams.get('mit') || null
  const view = await readVariantView(locals.ctx, editionOf(locals), params.id ?? '', otherId)
  const { comparison, programmes, plan, variant } = view
  const [first, second] = programmes
  return {
    variant: { id: variant.id, name: variant.name, note: variant.note },
    other: view.other && { id: view.other.id, name: view.other.name },
    others: view.others,
    report: comparison.report,
    figures: comparison.figures,
    onlyFirst: wordAll(comparison.onlyFirst, first, view, locals),
    onlySecond: wordAll(comparison.onlySecond, second, view, locals),
    plan: {
      ...plan,
      disputes: plan.disputes.map((one) => ({
        ...one,
        draft: withRoomName(one.draft, second),
        variant: withRoomName(one.variant, second),
      })),
    },
    base: `/organisieren/${params.series}/${params.edition}`,
    done: done(event),
  }
}

async function takeOver({ locals, params, request, url }: ObjectEvent) {
  const { prefer } = await readForm(request)
  const chosen = prefer === 'variant' || prefer === 'draft' ? prefer : undefined
  const outcome = await takeOverVariant(locals.ctx, editionOf(locals), params.id ?? '', chosen)
  if (outcome.kind !== 'done' && outcome.kind !== 'nothing') return fail(409, { refused: outcome.kind })
  redirect(303, `${url.pathname}?geschehen=${outcome.kind === 'done' ? 'taken' : 'nothing'}`)
}

async function remove({ locals, params, url }: ObjectEvent): Promise<never> {
  await removeVariant(locals.ctx, editionOf(locals), params.id ?? '')
  redirect(303, `${url.pathname.replace(/\/[^/]+$/, '')}?geloescht`)
}

/** The page of one variant: beside the draft or another one, to be taken over or removed. */
export const variantPage = { load, actions: { takeOver, remove, undo: undoAction } }
