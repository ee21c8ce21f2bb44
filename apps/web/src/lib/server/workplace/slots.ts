import { listEditionDays } from '@fachtag/core/modules/editions/days/queries'
import { applyMoves } from '@fachtag/core/modules/programme/journal/commands'
import { previewMoves } from '@fachtag/core/modules/programme/journal/preview/queries'
import { readBoard } from '@fachtag/core/modules/programme/journal/queries'
import type { Board, Move } from '@fachtag/core/modules/programme/moves/types'
import { fail, redirect } from '@sveltejs/kit'
import { problemsIn } from '#lib/form/problems.ts'
import { changeRows, dropBlankRows } from '#lib/form/rows.ts'
import type { Field, FormState } from '#lib/form/types.ts'
import { toInput } from '#lib/form/values.ts'
import { messages } from '#lib/messages/messages.ts'
import { patternNames, patternOf } from '#lib/slots/patterns.ts'
import { tellChanges, tellWhen } from '#lib/slots/telling.ts'
import { warningNames } from '#lib/warnings/names.ts'
import { wordWarning } from '#lib/warnings/words.ts'
import { editionOf } from '../admission.ts'
import { done } from '../done.ts'
import { readForm } from '../form.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { daysOf, type ToolName, toolFields, toolForms, toolNames } from './slot-tools.ts'
import { undoAction } from './undo.ts'

/** More than anybody reads before they decide. */
const shownLines = 60

export type MovesTold = {
  readonly lines: readonly string[]
  readonly more: number
  readonly warnings: readonly { readonly key: string; readonly title: string; readonly sentences: readonly string[] }[]
  readonly appeared: number
  readonly gone: number
}
/** The form of a tool as it comes back, with what it would do. */
export type ToolReply = FormState & { readonly told?: MovesTold }

const toolIn = ({ searchParams }: URL): ToolName =>
  toolNames.find((name) => name === searchParams.get('werkzeug')) ?? toolNames[0]

async function readTool({ locals, url }: ObjectEvent) {
  const scope = editionOf(locals)
  const [board, editionDays] = await Promise.all([
    readBoard(locals.ctx.db, scope.editionId),
    listEditionDays(locals.ctx.db, scope),
  ])
  const [tool, days] = [toolIn(url), daysOf(board, editionDays)]
  return { board, tool, days, fields: toolFields(tool, board, days, locals) }
}

/** What a tool begins with: the first day, every room, and the pattern that the address names. */
function initialOf({ locals, url }: ObjectEvent, tool: ToolName, day: string | undefined, { programme }: Board) {
  if (tool === 'kopieren') return { from: day, what: 'frame' }
  if (tool !== 'muster') return { day }
  const name = patternNames.find((one) => one === url.searchParams.get('muster')) ?? 'fachtag'
  const roomIds = programme.rooms.map((room) => room.id)
  return { day, roomIds, ...patternOf(name, messages(locals.locale).slots) }
}

async function load(event: ObjectEvent) {
  const { locals, params } = event
  const { board, tool, days, fields } = await readTool(event)
  const rooms = new Map(board.programme.rooms.map((room) => [room.id, room.name]))
  const slots = board.slots.toSorted((a, b) => (a.startsAt + a.roomId < b.startsAt + b.roomId ? -1 : 1))
  return {
    tool,
    fields,
    input: initialOf(event, tool, days[0], board),
    slots: slots.map((slot) => ({
      id: slot.id,
      when: tellWhen(slot, locals.locale),
      room: slot.roomId === null ? messages(locals.locale).slots.allRooms : (rooms.get(slot.roomId) ?? ''),
    })),
    base: `/organisieren/${params.series}/${params.edition}`,
    done: done(event),
  }
}

/** What a move would do in words, or which of our sentences says why it cannot be done. */
async function tellMove({ locals }: ObjectEvent, move: Move): Promise<MovesTold | 'locked' | 'unknown'> {
  const preview = await previewMoves(locals.ctx, editionOf(locals), [move])
  if (preview.kind !== 'planned') return preview.kind
  const { locale } = locals
  const names = warningNames(preview.programme, preview.circumstances, preview.topics, locale)
  const lines = tellChanges(preview.changes, preview.programme, locale)
  return {
    lines: lines.slice(0, shownLines),
    more: Math.max(0, lines.length - shownLines),
    warnings: preview.appeared.slice(0, shownLines).map((warning) => {
      const { title, subject, sentences } = wordWarning(warning, names, { locale, t: messages(locale).warnings })
      return { key: warning.key, title: `${title}: ${subject}`, sentences }
    }),
    appeared: preview.appeared.length,
    gone: preview.gone,
  }
}

async function apply({ locals, url }: ObjectEvent, move: Move) {
  const outcome = await applyMoves(locals.ctx, editionOf(locals), { moves: [move] })
  if (outcome.kind !== 'done') return outcome.kind
  redirect(303, `${url.pathname}?werkzeug=${toolIn(url)}&geschehen=moved`)
}

function toMove(tool: ToolName, fields: readonly Field[], values: FormState['values']) {
  return toolForms[tool].safeParse(toInput(fields, values), { reportInput: true })
}

async function runTool(event: ObjectEvent) {
  const { tool, fields } = await readTool(event)
  const { _do = '', ...sent } = await readForm(event.request)
  const changed = changeRows(fields, sent, _do)
  if (changed) return { form: changed satisfies ToolReply as ToolReply, refused: null }
  const values = dropBlankRows(fields, sent)
  const move = toMove(tool, fields, values)
  if (!move.success) {
    const form: ToolReply = { values, problems: problemsIn(fields, move.error) }
    return fail(422, { form, refused: null })
  }
  const told = _do === 'apply' ? await apply(event, move.data) : await tellMove(event, move.data)
  const form: ToolReply = typeof told === 'string' ? { values } : { values, told }
  return typeof told === 'string' ? fail(409, { form, refused: told }) : { form, refused: null }
}

async function removeSlots(event: ObjectEvent) {
  const values = await readForm(event.request)
  const slotIds = Object.keys(values).flatMap((name) => (name.startsWith('slot.') ? [name.slice('slot.'.length)] : []))
  const refused = slotIds.length === 0 ? ('none' as const) : await apply(event, { kind: 'remove-slots', slotIds })
  return fail(409, { form: null as ToolReply | null, refused })
}

/** The page on which days are laid out: the slots there are, and the tools that make, copy and move them. */
export const slotPage = { load, actions: { tool: runTool, remove: removeSlots, undo: undoAction } }
