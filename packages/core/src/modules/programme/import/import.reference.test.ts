import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readSchedule } from '@fachtag/formats/schedule/reader'
import type { Schedule, ScheduleSession } from '@fachtag/formats/schedule/types'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { listReleases } from '../release/queries.ts'
import { listAllSessions } from '../sessions/queries.ts'
import { importSchedule } from './commands.ts'

const shared = process.env.FACHTAG_SHARED ?? resolve(import.meta.dirname, '../../../../../../../shared')
const folder = join(shared, 'data/schedules')
if (!existsSync(folder)) throw new Error(`no schedules under ${folder}; FACHTAG_SHARED names the folder that has data/`)

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

async function readHistory(name: string): Promise<Schedule[]> {
  const files = (await readdir(join(folder, name))).sort()
  const results = await Promise.all(
    files.map(async (file) =>
      readSchedule(await readFile(join(folder, name, file)), { name: file, timeZone: 'Europe/Paris' }),
    ),
  )
  return results.map((result, index) => {
    if (!result.schedule) throw new Error(`${files[index]}: ${JSON.stringify(result.problems.slice(0, 3))}`)
    return result.schedule
  })
}

const place = ({ day, start, durationMinutes, room }: ScheduleSession) =>
  JSON.stringify([day, start, durationMinutes, room])

/** The one way in which these files say that a session is cancelled. */
const isCancelled = (session: ScheduleSession | undefined) => session?.title.startsWith('[CANCELED] ') ?? false
const title = (session: ScheduleSession) => session.title.replace('[CANCELED] ', '')

/** Everything of a session that the product keeps, but for when and where. Type as the product's own word. */
function content(
  session: ScheduleSession,
  type: (word: string | undefined) => string,
  name: (person: string) => string,
) {
  const links = new Map([...session.links, ...session.attachments].toReversed().map((link) => [link.url, link.title]))
  return JSON.stringify([
    title(session),
    session.subtitle,
    session.abstract,
    session.description,
    type(session.type),
    session.language,
    session.track,
    [...links].sort(),
    session.people.map((person) => [person.reference, name(person.reference ?? person.name)]),
  ])
}

/** By reference, what differs between two versions of a file; made without any of the product's own code. */
function compare(before: Schedule | undefined, after: Schedule) {
  const names = (schedule: Schedule | undefined) => {
    const people = (schedule?.sessions ?? []).flatMap((session) => [...session.people]).toReversed()
    return new Map(people.map((person) => [person.reference ?? person.name, person.name]))
  }
  const [oldNames, newNames] = [names(before), names(after)]
  const old = new Map((before?.sessions ?? []).map((session) => [session.reference, session]))
  const present = new Map(after.sessions.map((session) => [session.reference, session]))
  const both = after.sessions.filter((session) => old.has(session.reference))
  const word = (type: string | undefined) => type ?? ''
  const refs = (sessions: readonly ScheduleSession[]) => sessions.map((session) => session.reference).sort()
  return {
    added: refs(after.sessions.filter((session) => !old.has(session.reference))),
    removed: refs([...old.values()].filter((session) => !present.has(session.reference))),
    moved: refs(both.filter((session) => place(session) !== place(old.get(session.reference)!))),
    cancelled: refs(both.filter((session) => isCancelled(session) && !isCancelled(old.get(session.reference)))),
    changed: refs(
      both.filter(
        (session) =>
          content(session, word, (key) => newNames.get(key) ?? key) !==
          content(old.get(session.reference)!, word, (key) => oldNames.get(key) ?? key),
      ),
    ),
  }
}

const told = (list: readonly { reference: string | null }[]) => list.map((one) => one.reference ?? '').sort()

describe.each(['fosdem2026-history', 'pyconfr2025-history', '31c3-history'])('%s', (name) => {
  test('each version changes what an independent comparison says, and the same file again nothing', async () => {
    const edition = await addEdition(db, name)
    const load = (schedule: Schedule) => importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'datei' })
    let before: Schedule | undefined
    for (const schedule of await readHistory(name)) {
      const { added, removed, moved, changed, cancelled } = (await load(schedule)).changes
      expect({
        added: told(added),
        removed: told(removed),
        moved: told(moved),
        changed: told(changed),
        cancelled: told(cancelled),
      }).toEqual(compare(before, schedule))
      const again = await load(schedule)
      expect([again.counts, again.release]).toEqual([
        { added: 0, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 },
        null,
      ])
      before = schedule
    }
    const cards = await listAllSessions(db, edition.id)
    const shown = cards.map((card) => [
      card.title,
      card.startsAt,
      card.room?.name,
      card.track?.name,
      card.appearances.length,
    ])
    const last = before?.sessions.map((session) => [
      title(session),
      session.start ?? null,
      session.room,
      session.track,
      session.people.length,
    ])
    expect(shown.map(String).sort()).toEqual(last?.map(String).sort())
    expect((await listReleases(db, edition.id)).length).toBeGreaterThan(1)
  })
})
