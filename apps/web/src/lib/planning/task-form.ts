import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import type { Loss } from '@fachtag/core/modules/programme/planning/types'

/** What the form of a loss says: what is lost, and when. */
type Said = { readonly [field: string]: string | undefined }

/** `2031-11-05` and `09:30` as a wall time; without a time the begin of the day. */
const at = (day: string, time: string | undefined) => `${day}T${time || '00:00'}`
const dayAfter = (day: string) => wallTimeOf(wallMinutes(at(day, undefined)) + 1440)

/**
 * The time that a form means: one of `days` or, where it names none, all of them. Times without a day mean the only one there is;
 * where there are several, nothing that could be planned for.
 */
function spanOf({ when, from, until }: Said, days: readonly string[]): { from: string; until: string } {
  const hasTimes = Boolean(from || until)
  if (hasTimes && !when && days.length > 1) return { from: '', until: '' }
  const [first = '', last = first] = when ? [when] : [days[0], days.at(-1)]
  return { from: at(first, from), until: until ? at(last, until) : dayAfter(last) }
}

function readKept(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

/**
 * What a form for planning asks for, still to be parsed with the schema: the task, and for `replan` the loss it names with those
 * of before that still hold.
 */
export function readTask(form: FormData, days: readonly string[]): unknown {
  const said: Said = Object.fromEntries([...form].flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])))
  const seconds = Number(said.seconds ?? 10)
  const { task: kind, loss } = said
  if (kind !== 'replan') return { task: { kind }, seconds }
  const kept = form.getAll('still').flatMap((one) => (typeof one === 'string' ? readKept(one) : []))
  const lost = {
    person: { kind: 'person', personId: said.person, ...spanOf(said, days) },
    room: { kind: 'room', roomId: said.room, ...spanOf(said, days) },
    day: { kind: 'day', day: said.when },
  }[loss ?? '']
  return { task: { kind, losses: [...kept, ...(lost ? [lost] : [])] }, seconds }
}

/** What a loss keeps being called in a form. */
export function writeLoss(loss: Loss): string {
  return JSON.stringify(loss)
}
