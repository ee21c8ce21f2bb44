import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readSchedule } from '@fachtag/formats/schedule/reader'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { applyChanges, diffProgrammes, emptyProgramme, isUnchanged } from '../changes/rules.ts'
import { noCircumstances } from '../circumstances/rules.ts'
import { readDraft } from '../draft/queries.ts'
import { findImpact } from '../impact/rules.ts'
import { importSchedule } from '../import/commands.ts'
import type { Programme } from '../types.ts'
import { findWarnings } from '../warnings/rules.ts'
import { trackWarnings } from '../warnings/tracking/rules.ts'
import { findRelease, listReleases } from './queries.ts'
import { restoreToDraft } from './restoring/commands.ts'

const shared = process.env.FACHTAG_SHARED ?? resolve(import.meta.dirname, '../../../../../../../shared')
const folder = join(shared, 'data/schedules/fosdem2026-history')
if (!existsSync(folder)) throw new Error(`no schedules under ${folder}; FACHTAG_SHARED names the folder that has data/`)

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let edition: TestEdition
let programmes: Programme[]

/** Every version of the real programme, published one after the other. */
beforeAll(async () => {
  edition = await addEdition(db, 'fosdem')
  for (const file of (await readdir(folder)).sort()) {
    const { schedule } = await readSchedule(await readFile(join(folder, file)), { timeZone: 'Europe/Brussels' })
    if (!schedule) throw new Error(file)
    await importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'pentabarf' })
  }
  const numbers = (await listReleases(db, edition.id)).map((release) => release.number).sort((a, b) => a - b)
  programmes = await Promise.all(numbers.map(async (number) => (await findRelease(db, edition.id, number))!.programme))
}, 600_000)

test('what is stored with each release leads from the one before it to it', async () => {
  const rows = await db.selectFrom('releases').select('changes').orderBy('number').execute()
  const starts = [emptyProgramme(programmes[0]!.timeZone), ...programmes]
  rows.forEach(({ changes }, n) => {
    const reached = applyChanges(starts[n]!, changes)
    expect(isUnchanged(diffProgrammes(reached, programmes[n]!))).toBe(true)
  })
  expect(rows.length).toBeGreaterThan(3)
})

type Plain = Readonly<Record<string, unknown>>

/** Every value in a session by the way to it (`appearances.0.name`), as text: a difference is a way whose text differs. */
function flatten(value: unknown, way = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[way, String(JSON.stringify(value))]]
  const entries = Object.entries(value as Plain)
  if (entries.length === 0) return [[way, Array.isArray(value) ? '[]' : '{}']]
  return entries.flatMap(([name, inner]) => flatten(inner, way ? `${way}.${name}` : name))
}

/** `session field` for every field that differs, `session +` and `session -`, found without any of the product's rules. */
function compareObviously(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const texts = (list: readonly { id: string }[]) => new Map(list.map((one) => [one.id, new Map(flatten(one))]))
  const [old, now] = [texts(before), texts(after)]
  const found = new Set<string>()
  for (const id of old.keys()) if (!now.has(id)) found.add(`${id} -`)
  for (const [id, values] of now) {
    const former = old.get(id)
    if (!former) found.add(`${id} +`)
    for (const way of former ? new Set([...values.keys(), ...former.keys()]) : [])
      if (values.get(way) !== former?.get(way)) found.add(`${id} ${way.split('.')[0]}`)
  }
  return [...found].sort()
}

test('each release says exactly what changed, and nothing else', async () => {
  const rows = await db.selectFrom('releases').select(['changes', 'report']).orderBy('number').execute()
  let total = 0
  for (const [n, { changes, report }] of rows.entries()) {
    const [before, after] = [programmes[n - 1] ?? emptyProgramme(''), programmes[n]!]
    for (const list of ['sessions', 'rooms', 'tracks'] as const) {
      const { added, removed, changed } = changes[list]
      const said = [
        ...added.map(({ id }) => `${id} +`),
        ...removed.map(({ id }) => `${id} -`),
        ...changed.flatMap(({ id, fields }) => Object.keys(fields).map((field) => `${id} ${field}`)),
      ]
      const obvious = compareObviously(before[list], after[list])
      expect(said.sort()).toEqual(obvious)
      total += obvious.length
    }
    const of = (fields: readonly string[]) =>
      new Set(
        compareObviously(before.sessions, after.sessions).flatMap((one) => {
          const [id, field] = one.split(' ')
          return fields.includes(field!) ? [id!] : []
        }),
      )
    expect(new Set(report.added.map(({ id }) => id))).toEqual(of(['+']))
    expect(new Set(report.removed.map(({ id }) => id))).toEqual(of(['-']))
    expect(new Set(report.moved.map(({ id }) => id))).toEqual(of(['day', 'startsAt', 'durationMinutes', 'roomId']))
  }
  expect(total).toBeGreaterThan(1000)
})

/** Who is at which session where and when, without any of the product's own rules. */
function appointments({ sessions, rooms }: Programme): ReadonlyMap<string, string> {
  const named = new Map(rooms.map((room) => [room.id, room.name]))
  const all = sessions.flatMap((session) => {
    const { startsAt, durationMinutes, roomId, title, day } = session
    const what = JSON.stringify([day, startsAt, durationMinutes, named.get(roomId ?? ''), title])
    const people = session.state === 'planned' ? session.appearances.filter((held) => held.state === 'planned') : []
    return people.flatMap(({ personId }) => (personId ? [[`${personId} ${session.id}`, what] as const] : []))
  })
  return new Map(all)
}

test('exactly those are told of a release whose appointments it changes, and who appear beside them', () => {
  for (const [n, after] of programmes.entries()) {
    if (n === 0) continue
    const before = programmes[n - 1]!
    const [old, now] = [appointments(before), appointments(after)]
    const changed = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key))
    const told = findImpact(before, after).people.flatMap(({ personId, changes }) =>
      changes.filter(({ change }) => change.kind !== 'company').map(({ session }) => `${personId} ${session.id}`),
    )
    expect([...new Set(told)].sort()).toEqual(changed.sort())
  }
})

/** A draft calls people what they are called today. */
function withoutNames(programme: Programme): Programme {
  const sessions = programme.sessions.map((session) => ({
    ...session,
    appearances: session.appearances.map((held) => ({ ...held, name: null })),
  }))
  return { ...programme, sessions }
}

test('any release becomes the draft again, and the next one after it', async () => {
  const scope = await scopeOfEdition(db, edition.id)
  for (const number of [1, programmes.length, 2]) {
    expect(await restoreToDraft(ctx, scope, number)).toEqual({ kind: 'restored' })
    const draft = withoutNames(await readDraft(db, edition.id))
    expect(isUnchanged(diffProgrammes(draft, withoutNames(programmes[number - 1]!)))).toBe(true)
  }
})

test('from release to release the warnings that are kept are those that are found anew', () => {
  const tracker = trackWarnings(programmes[0]!, noCircumstances)
  for (const [n, after] of programmes.entries()) {
    const before = programmes[Math.max(0, n - 1)]!
    // Rooms stay while a tracker lives; their capacities are known to no version.
    const gone = diffProgrammes(before, after).sessions.removed.map((session) => session.id)
    tracker.update(after.sessions, gone)
    expect(tracker.all()).toEqual(findWarnings(after, noCircumstances))
  }
})
