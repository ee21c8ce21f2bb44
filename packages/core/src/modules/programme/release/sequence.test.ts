import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Programme, SessionState } from '../types.ts'
import { publishRelease } from './commands.ts'
import { findRelease, listReleases } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

/** What a subscriber's calendar shows of a session. */
function entryOf(programme: Programme, id: string): string | null {
  const session = programme.sessions.find((one) => one.id === id)
  if (!session) return null
  const { title, state, day, startsAt, durationMinutes, roomId } = session
  const room = programme.rooms.find((one) => one.id === roomId)?.name
  return JSON.stringify([title, state, day, startsAt, durationMinutes, room])
}

/** How often the entry of a session became another one after it was first published, going away and coming back included. */
function countChangedEntries(releases: readonly Programme[], id: string): number {
  const entries = releases.map((programme) => entryOf(programme, id))
  const first = entries.findIndex((entry) => entry !== null)
  const later = entries.slice(first + 1).filter((entry, n) => entry !== entries[first + n])
  return later.length
}

type Edit = {
  readonly which: number
  readonly title: string
  readonly state: SessionState
  readonly startsAt: string | null
  readonly abstract: string
  readonly roomName: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  which: fc.constantFrom(0, 1),
  title: fc.constantFrom('A', 'B'),
  state: fc.constantFrom('planned', 'planned', 'cancelled', 'removed'),
  startsAt: fc.constantFrom(null, '2031-11-05T09:00'),
  abstract: fc.constantFrom('x', 'y'),
  roomName: fc.constantFrom('Saal', 'Saal', 'Aula'),
})

let count = 0

async function publishAfterEach(edits: readonly Edit[]) {
  const edition = await addEdition(db, `folge-${++count}`)
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const ids = await addSessions(db, edition, [
    { title: 'Alpha', roomId },
    { title: 'Beta', roomId },
  ])
  await publishRelease(ctx, { editionId: edition.id })
  for (const { which, roomName, ...values } of edits) {
    const row = { title: values.title, state: values.state, starts_at: values.startsAt, abstract: values.abstract }
    await db.updateTable('sessions').set(row).where('id', '=', ids[which]!).execute()
    await db.updateTable('rooms').set({ name: roomName }).where('id', '=', roomId).execute()
    await publishRelease(ctx, { editionId: edition.id })
  }
  return { editionId: edition.id, ids }
}

async function readReleases(editionId: string): Promise<Programme[]> {
  const numbers = (await listReleases(db, editionId)).map((release) => release.number).reverse()
  const releases = await Promise.all(numbers.map((number) => findRelease(db, editionId, number)))
  return releases.map((release) => release!.programme)
}

test('SEQUENCE is the number of releases that changed what a calendar shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const { editionId, ids } = await publishAfterEach(edits)
      const releases = await readReleases(editionId)
      const shown = await db
        .selectFrom('published_sessions')
        .select(['session_id', 'sequence'])
        .where('edition_id', '=', editionId)
        .execute()
      for (const { session_id, sequence } of shown) expect(sequence).toBe(countChangedEntries(releases, session_id))
      const present = ids.filter((id) => releases.at(-1)!.sessions.some((session) => session.id === id))
      expect(shown.map((row) => row.session_id).sort()).toEqual(present.sort())
    }),
    { numRuns: 20 },
  )
})
