import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Programme } from '@fachtag/core/modules/programme/types'

export type LossKind = 'person' | 'room' | 'day'
type Choice = { readonly id: string; readonly name: string }
export type LossChoices = { readonly kind: LossKind; readonly choices: readonly Choice[] }

/** What of a programme can be lost: whoever is to appear in it, its rooms and its days; kinds that have nothing are left out. */
export function lossChoices(
  { sessions, rooms }: Pick<Programme, 'sessions' | 'rooms'>,
  days: readonly { readonly day: string; readonly name: string }[],
  locale: Locale,
): LossChoices[] {
  const { compare } = new Intl.Collator(locale)
  const held = sessions.flatMap((session) => session.appearances).filter(({ state }) => state === 'planned')
  const people = new Map(held.flatMap(({ personId, name }) => (personId && name ? [[personId, name] as const] : [])))
  const byName = (choices: readonly Choice[]) => choices.toSorted((a, b) => compare(a.name, b.name))
  const all: LossChoices[] = [
    { kind: 'person', choices: byName([...people].map(([id, name]) => ({ id, name }))) },
    { kind: 'room', choices: byName(rooms.map(({ id, name }) => ({ id, name }))) },
    { kind: 'day', choices: days.map(({ day, name }) => ({ id: day, name })) },
  ]
  return all.filter(({ choices }) => choices.length > 0)
}

/** The fields by which the form of planning names a loss that lasts: `person`, `room`, and `when` for a day. */
export function lossFields(kind: LossKind, id: string): Readonly<Record<string, string>> {
  return { task: 'replan', loss: kind, [kind === 'day' ? 'when' : kind]: id }
}
