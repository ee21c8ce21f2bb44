import type { Schedule, ScheduleSession } from '@fachtag/formats/schedule/types'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schedules } from '../../../../../formats/test/schedules.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { diffProgrammes, isUnchanged } from '../changes/rules.ts'
import { readDraft } from '../draft/queries.ts'
import { findSchedule } from '../export/queries.ts'
import { findLatestRelease } from '../release/queries.ts'
import { listAllSessions } from '../sessions/queries.ts'
import { importSchedule } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

/** Any schedule in the zone of the edition. Few references, so that versions have sessions in common. */
const version = fc.tuple(schedules, fc.nat(3)).map(([schedule, offset]): Schedule => {
  const sessions = schedule.sessions.map((session, n) => ({ ...session, reference: `r${(n + offset) % 6}` }))
  return { ...schedule, timeZone: 'Europe/Berlin', sessions }
})

/** What the product keeps of a session and gives back. */
function kept(session: ScheduleSession) {
  const { reference, title, subtitle, abstract, description, track, room, start, durationMinutes } = session
  const links = new Map([...session.links, ...session.attachments].toReversed().map(({ title, url }) => [url, title]))
  return {
    reference,
    title,
    subtitle,
    abstract,
    description,
    track,
    room,
    start,
    day: session.day ?? start?.slice(0, 10),
    durationMinutes: durationMinutes || undefined,
    isCancelled: session.isCancelled || undefined,
    links: [...links].sort(),
  }
}

const byReference = (a: { reference: string }, b: { reference: string }) => (a.reference < b.reference ? -1 : 1)
const keptOf = (schedule: Schedule | null) => schedule?.sessions.map(kept).toSorted(byReference)
const refs = (sessions: readonly { reference: string | null }[]) => sessions.map((one) => one.reference).sort()

function missing(from: Schedule | undefined, others: Schedule | undefined): (string | null)[] {
  const known = new Set(others?.sessions.map((session) => session.reference))
  return refs((from?.sessions ?? []).filter((session) => !known.has(session.reference)))
}

let count = 0

test('after any versions the programme is what the last one says, and each report says how it came there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 3 }), async (versions) => {
      const edition = await addEdition(db, `fassung-${++count}`)
      const load = (schedule: Schedule) => importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'datei' })
      let before: Schedule | undefined
      for (const schedule of versions) {
        const { changes } = await load(schedule)
        expect(refs(changes.added)).toEqual(missing(schedule, before))
        expect(refs(changes.removed)).toEqual(missing(before, schedule))
        expect((await load(schedule)).release).toBeNull()
        before = schedule
      }
      const last = versions.at(-1)!
      const exported = await findSchedule(db, `reihe-fassung-${count}`, `fassung-${count}`)
      if (exported || last.sessions.length > 0) expect(keptOf(exported)).toEqual(keptOf(last))
    }),
    { numRuns: 12 },
  )
})

test('what is published is the draft, after every version', async () => {
  await fc.assert(
    fc.asyncProperty(version, version, async (first, second) => {
      const edition = await addEdition(db, `stand-${++count}`)
      for (const schedule of [first, second]) {
        await importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'datei' })
        const [draft, release] = [await readDraft(db, edition.id), await findLatestRelease(db, edition.id)]
        if (release) expect(isUnchanged(diffProgrammes(release.programme, draft))).toBe(true)
        const cards = await listAllSessions(db, edition.id)
        expect(cards.map((card) => card.id).sort()).toEqual(
          (release?.programme.sessions ?? []).map(({ id }) => id).sort(),
        )
      }
    }),
    { numRuns: 6 },
  )
})
