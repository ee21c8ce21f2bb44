import { createHash } from 'node:crypto'
import type { Schedule, SchedulePerson, ScheduleSession } from './types.ts'

/** A session with the keys that schedule.xml and schedule.json demand, unique within the schedule. */
export type IdentifiedSession = {
  readonly session: ScheduleSession
  /** Positive, below 2³¹. */
  readonly id: number
  readonly guid: string
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Namespace of the UUIDs made here, itself a random UUID. */
const namespace = '7b0c1c5e-0f0a-4b7c-9c43-2f3a6f1d8e55'

/** Gives every session its keys: its own where they fit, else ones made from its reference, the same in every version. */
export function identifySessions(schedule: Schedule): IdentifiedSession[] {
  const guids = new Set<string>()
  const ids = new Set<number>()
  const own = new Set(schedule.sessions.map(({ reference }) => numericReference(reference)))
  return schedule.sessions.map((session) => {
    const given = session.guid?.toLowerCase()
    const isUsable = given !== undefined && isUuid(given) && !guids.has(given)
    const guid = isUsable ? session.guid! : stableUuid(schedule.acronym ?? schedule.title, 'session', session.reference)
    guids.add(guid.toLowerCase())
    let id = numericReference(session.reference) ?? Number.parseInt(guid.slice(0, 8), 16) % 0x7fff_fffe
    if (!numericReference(session.reference)) while (id < 1 || ids.has(id) || own.has(id)) id = (id % 0x7fff_ffff) + 1
    ids.add(id)
    return { session, id, guid }
  })
}

/**
 * The keys of a person as far as the formats allow them, and the people that these keys and `more` tell apart: readers take
 * two of the same for a mistake.
 */
export function identifyPeople(
  people: readonly SchedulePerson[],
  more: (person: SchedulePerson) => string | undefined,
) {
  const distinct = new Map<string, { person: SchedulePerson; id: number | undefined; guid: string | undefined }>()
  for (const person of people) {
    const id = /^\d{1,9}$/.test(person.reference ?? '') ? Number(person.reference) : undefined
    const guid = isUuid(person.guid ?? '') ? person.guid : undefined
    const key = JSON.stringify([id ?? guid ?? person.name, more(person)])
    if (!distinct.has(key)) distinct.set(key, { person, id, guid })
  }
  return [...distinct.values()]
}

export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

/** A UUID of version 5 (RFC 9562) made from names: the same names give the same UUID everywhere. */
export function stableUuid(...names: readonly string[]): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(names.join('\u0000'))
    .digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function numericReference(reference: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(reference) ? Number(reference) : undefined
}
