import { createContext } from '../src/app/context.ts'
import { systemActor } from '../src/kernel/actor.ts'
import type { EditionScope } from '../src/kernel/scope.ts'
import { scopeOfEdition } from '../src/modules/editions/scope/queries.ts'
import { publishRelease } from '../src/modules/programme/release/commands.ts'
import type { Db } from '../src/platform/database/tables.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from './programme.ts'

export const dayOfTwo = '2031-11-05'

export type TwoSessions = {
  readonly edition: TestEdition
  readonly scope: EditionScope
  readonly roomId: string
  /** Ida Öhm, Bo Berg, Eva Ernst. */
  readonly people: readonly [string, string, string]
  /** Alpha, at nine, of Ida and Bo; Beta, at ten, of Bo. */
  readonly sessions: readonly [string, string]
  appearanceOf(sessionId: string, personId: string): string
}

/** An edition with two published sessions. `name` tells it from others in the same database. */
export async function addTwoSessions(db: Db, name: string): Promise<TwoSessions> {
  const edition = await addEdition(db, name)
  const named = ['Ida Öhm', 'Bo Berg', 'Eva Ernst']
  const people = await Promise.all(named.map((one, n) => addPerson(db, `${name}-${n}`, one)))
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const placed = { roomId, day: dayOfTwo, durationMinutes: 45 }
  const sessions = await addSessions(db, edition, [
    { title: 'Alpha', startsAt: `${dayOfTwo}T09:00`, ...placed, personIds: [people[0]!, people[1]!] },
    { title: 'Beta', startsAt: `${dayOfTwo}T10:00`, ...placed, personIds: [people[1]!] },
  ])
  await publishRelease(createContext(db, systemActor), { editionId: edition.id })
  const appearances = await db
    .selectFrom('appearances')
    .select(['id', 'session_id', 'person_id'])
    .where('session_id', 'in', sessions)
    .execute()
  return {
    edition,
    scope: await scopeOfEdition(db, edition.id),
    roomId,
    people: people as unknown as TwoSessions['people'],
    sessions: sessions as unknown as TwoSessions['sessions'],
    appearanceOf: (sessionId, personId) =>
      appearances.find((one) => one.session_id === sessionId && one.person_id === personId)!.id,
  }
}
