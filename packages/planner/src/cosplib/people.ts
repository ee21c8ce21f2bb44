import type { CosplibProblem } from './problem.ts'

export type Conflict = { readonly other: number; readonly presented: boolean; readonly attended: boolean }

/**
 * For every submission the others that it shares a person with. Presented: one person presents both, or presents one and chairs
 * the track of the other. Attended: one person wants to hear one and hears, presents or chairs the other. A chair of
 * one's own track does not count.
 */
export function conflicts({ submissions, tracks }: CosplibProblem): Conflict[][] {
  const roles = new Map<string, { presents: Set<number>; hears: Set<number>; chairs: Set<number> }>()
  const roleOf = (person: string) => {
    const held = roles.get(person) ?? { presents: new Set(), hears: new Set(), chairs: new Set() }
    roles.set(person, held)
    return held
  }
  submissions.forEach(({ presenters, attendees, track }, i) => {
    for (const person of presenters) roleOf(person).presents.add(i)
    for (const person of attendees) roleOf(person).hears.add(i)
    for (const person of tracks[track]!.chairs) roleOf(person).chairs.add(i)
  })
  const rows = submissions.map(() => new Map<number, { presented: boolean; attended: boolean }>())
  const join = (a: number, b: number, what: 'presented' | 'attended'): void => {
    if (a === b) return
    for (const [one, two] of [[a, b] as const, [b, a] as const]) {
      const held = rows[one]!.get(two) ?? { presented: false, attended: false }
      rows[one]!.set(two, { ...held, [what]: true })
    }
  }
  for (const { presents, hears, chairs } of roles.values()) {
    const chaired = (own: number): number[] =>
      [...chairs].filter((other) => submissions[other]!.track !== submissions[own]!.track)
    for (const own of presents) for (const other of [...presents, ...chaired(own)]) join(own, other, 'presented')
    for (const own of hears) for (const other of [...hears, ...presents, ...chaired(own)]) join(own, other, 'attended')
  }
  return rows.map((row) => [...row].map(([other, what]) => ({ other, ...what })).sort((a, b) => a.other - b.other))
}
