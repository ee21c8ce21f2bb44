import type { AppearanceRole } from '../../types.ts'

/** Sessions that begin before this hour belong to the evening before. */
const firstHourOfDay = 5

/** The wall time (`YYYY-MM-DDTHH:mm`) of a session at `time` (`HH:mm`) on the conference day `day`: before 05:00 it is the night after it. */
export function toStartsAt(day: string, time: string): string {
  const isNight = Number(time.slice(0, 2)) < firstHourOfDay
  const date = Temporal.PlainDate.from(day).add({ days: isNight ? 1 : 0 })
  return `${date.toString()}T${time}`
}

/** The time (`HH:mm`) of a wall time, as `toStartsAt` takes it. */
export function timeOf(startsAt: string | null): string | null {
  return startsAt?.slice(11, 16) ?? null
}

type Held = {
  readonly id: string
  readonly personId: string | null
  readonly organisationName: string | null
  readonly role: AppearanceRole
}
type Meant = {
  readonly id?: string | undefined
  readonly personId?: string | undefined
  readonly organisationName?: string | undefined
  readonly role: AppearanceRole
}

/**
 * Which of the appearances that a session has each of `inputs` is, where it does not say so itself: that of the same person
 * (or without a person, for the same organisation) in the same role, else in any. Each is meant once; somebody else is a
 * new appearance. Answers the ids, undefined for what is new.
 */
export function matchAppearances(held: readonly Held[], inputs: readonly Meant[]): (string | undefined)[] {
  const taken = new Set(inputs.map((input) => input.id))
  const isSame = (one: Held, input: Meant) =>
    input.personId
      ? one.personId === input.personId
      : one.personId === null && one.organisationName === (input.organisationName ?? null)
  const ids = inputs.map((input) => input.id)
  for (const byRole of [true, false]) {
    for (const [index, input] of inputs.entries()) {
      if (ids[index] !== undefined) continue
      const found = held.find((one) => !taken.has(one.id) && isSame(one, input) && (!byRole || one.role === input.role))
      if (found) taken.add(found.id)
      ids[index] = found?.id
    }
  }
  return ids
}
