import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { scanDatabase } from '../../test/canaries.ts'
import { testDatabase } from '../../test/database.ts'
import { type PlantedPeople, plantPeople, scheduleWith } from '../../test/planted-people.ts'
import { systemActor } from '../kernel/actor.ts'
import { forgetPerson } from '../modules/privacy/erasure/commands.ts'
import { importSchedule } from '../modules/programme/import/commands.ts'
import { readSettings } from '../platform/config/read.ts'
import { keepErased } from './erasures.ts'
import { openApp } from './open.ts'

const { url } = await testDatabase()
const data = await mkdtemp(join(tmpdir(), 'fachtag-erasures-'))
const settings = readSettings({ DATABASE_URL: url, FACHTAG_DATA: data, LOG_LEVEL: 'silent' })
const app = await openApp(settings)
afterAll(async () => {
  await app.close()
  await rm(data, { recursive: true, force: true })
})
const ctx = app.ctx(systemActor)
const list = join(data, 'erasures.txt')

let number = 0
let people: PlantedPeople
beforeEach(async () => {
  await app.db.deleteFrom('erasures').execute()
  await rm(list, { force: true })
  people = await plantPeople(app, `tafel-${++number}`)
  await app.db.deleteFrom('news').execute()
})

const persons = async (name: string) =>
  (await app.db.selectFrom('persons').select('id').where('name', '=', name).execute()).length

/** What a backup from before the erasure holds: the person, their account, and nothing of the erasure. */
async function restoreOlder(): Promise<void> {
  const { ada } = people
  await app.db.deleteFrom('erasures').execute()
  await sql`insert into persons (id, slug, name, sort_key) values (${ada.personId}, ${`ada-${number}`}, ${ada.name}, 'x')`.execute(
    app.db,
  )
  await sql`insert into person_names (person_id, name, folded) values (${ada.personId}, ${ada.name}, ${ada.name.toLowerCase()})`.execute(
    app.db,
  )
  await sql`insert into accounts (id, person_id, name) values (${ada.accountId}, ${ada.personId}, ${ada.token})`.execute(
    app.db,
  )
}

describe('who was erased', () => {
  test('is kept as hashes only, in the database and beside it', async () => {
    await forgetPerson(ctx, { personId: people.ada.personId })
    expect(await keepErased(app)).toBe(0)
    const lines = (await readFile(list, 'utf8')).trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(3)
    for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64}$/)
    expect(await keepErased(app)).toBe(0)
    expect((await readFile(list, 'utf8')).trim().split('\n')).toEqual(lines)
  })

  test('is erased again when an older database is opened', async () => {
    await forgetPerson(ctx, { personId: people.ada.personId })
    await keepErased(app)
    await restoreOlder()
    expect(await persons(people.ada.name)).toBe(1)
    await (await openApp(settings)).close()
    expect(await persons(people.ada.name)).toBe(0)
    expect(await app.db.selectFrom('accounts').select('id').where('id', '=', people.ada.accountId).execute()).toEqual(
      [],
    )
    expect(await persons(people.bo.name)).toBe(1)
  })

  test('stays there without the list, which is why it lies beside the database', async () => {
    await forgetPerson(ctx, { personId: people.ada.personId })
    await keepErased(app)
    await restoreOlder()
    await rm(list)
    expect(await keepErased(app)).toBe(0)
    expect(await persons(people.ada.name)).toBe(1)
  })

  test('a list with anything else in it is read all the same', async () => {
    await writeFile(list, 'Kommentar\n\nabc\n')
    expect(await keepErased(app)).toBe(0)
  })
})

describe('a file that names an erased person', () => {
  test.each<[string, (version: 1 | 2) => ReturnType<typeof scheduleWith>]>([
    ['as before', (version) => scheduleWith([people.ada, people.bo], version)],
    [
      'by the name alone, from another source',
      (version) => {
        const { sessions, ...rest } = scheduleWith([people.ada, people.bo], version)
        const unreferenced = sessions.map((session) => ({
          ...session,
          people: session.people.map(({ reference: _, ...person }) => person),
        }))
        return { ...rest, sessions: unreferenced }
      },
    ],
  ])('%s does not bring them back', async (_, schedule) => {
    await forgetPerson(ctx, { personId: people.ada.personId })
    const report = await importSchedule(ctx, {
      editionId: people.edition.id,
      schedule: schedule(1),
      sourceKey: 'andere',
    })
    expect(report.people.added).toContain(people.ada.name)
    expect(await persons(people.ada.name)).toBe(0)
    const places = (await scanDatabase(app.db, people.ada.token)).map((hit) => hit.table)
    expect(places.filter((table) => table !== 'mail_subscribers')).toEqual([])
    expect(await persons(people.bo.name)).toBe(1)
  })
})
