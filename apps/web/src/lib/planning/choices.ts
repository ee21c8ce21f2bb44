import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Programme } from '@fachtag/core/modules/programme/types'

/** Seconds of computing time that the planner is offered. */
export const planSeconds = [2, 10, 30, 60] as const
export const usualSeconds = 10

export type LossKind = 'person' | 'room' | 'day'
export type Choice = { readonly id: string; readonly name: string }
type Losable = Readonly<Record<'people' | 'rooms' | 'days', readonly Choice[]>>

/** What of a programme can be lost: whoever is to appear in it, its rooms and its days; people and rooms by their names. */
export function findLosable(
  { sessions, rooms }: Pick<Programme, 'sessions' | 'rooms'>,
  days: readonly { readonly day: string; readonly name: string }[],
  locale: Locale,
): Losable {
  const { compare } = new Intl.Collator(locale)
  const held = sessions.flatMap((session) => session.appearances).filter(({ state }) => state === 'planned')
  const people = new Map(held.flatMap(({ personId, name }) => (personId && name ? [[personId, name] as const] : [])))
  const byName = (choices: readonly Choice[]) => choices.toSorted((a, b) => compare(a.name, b.name))
  return {
    people: byName([...people].map(([id, name]) => ({ id, name }))),
    rooms: byName(rooms.map(({ id, name }) => ({ id, name }))),
    days: days.map(({ day, name }) => ({ id: day, name })),
  }
}

/** The same by kind of loss; kinds of which there is nothing are left out. */
export function lossesByKind({ people, rooms, days }: Losable): { kind: LossKind; choices: readonly Choice[] }[] {
  const all = [
    { kind: 'person', choices: people },
    { kind: 'room', choices: rooms },
    { kind: 'day', choices: days },
  ] as const
  return all.filter(({ choices }) => choices.length > 0)
}

/** The field of the form of planning that names what is lost. */
export function lossField(kind: LossKind): string {
  return kind === 'day' ? 'when' : kind
}

/** The fields of that form for a loss that lasts. */
export function lossFields(kind: LossKind, id: string): Readonly<Record<string, string>> {
  return { task: 'replan', loss: kind, [lossField(kind)]: id }
}
