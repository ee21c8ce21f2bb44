import { readScheduleJson } from '@fachtag/formats/schedule/json-reader'
import { writeScheduleJson } from '@fachtag/formats/schedule/json-writer'
import { readScheduleCsv, readScheduleXlsx } from '@fachtag/formats/schedule/table-reader'
import { writeScheduleCsv, writeScheduleXlsx } from '@fachtag/formats/schedule/table-writer'
import type { Schedule } from '@fachtag/formats/schedule/types'
import { readScheduleXml } from '@fachtag/formats/schedule/xml-reader'
import { writeScheduleXml } from '@fachtag/formats/schedule/xml-writer'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { readDraft } from '../draft/queries.ts'
import { importSchedule } from '../import/commands.ts'
import { publishRelease } from '../release/commands.ts'
import { listAllSessions } from '../sessions/queries.ts'
import { findSchedule } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, 'export')
const at = (start: string) => ({ day: '2031-11-05', startsAt: `2031-11-05T${start}`, durationMinutes: 45 })

/** A programme with everything that other systems do not know: topics, replacements, organisations alone, our own titles. */
async function fillDraft(): Promise<void> {
  const { trackId, roomId } = await addTrackAndRoom(db, edition, 'saal', 4)
  await addTrackAndRoom(db, edition, 'leer', 9)
  const [ida, bo] = [await addPerson(db, 'ida', 'Ida Öhm'), await addPerson(db, 'bo', 'Bo Berg')]
  await db.updateTable('persons').set({ academic_title: 'Dr.' }).where('id', '=', ida).execute()
  const [first, , last] = await addSessions(db, edition, [
    { title: 'Eröffnung', type: 'opening', trackId, roomId, ...at('09:00'), personIds: [ida, bo] },
    { title: 'Entfällt', state: 'cancelled', abstract: 'War geplant.', roomId, ...at('10:00') },
    { title: 'Ohne Zeit', language: 'en', personIds: [bo] },
    { title: 'Weg', state: 'removed' },
  ])
  const held = db.updateTable('appearances').where('session_id', '=', first!)
  await held.set({ state: 'replaced', role: 'host' }).where('person_id', '=', ida).execute()
  await held.set({ mode: 'remote', role: 'moderator' }).where('person_id', '=', bo).execute()
  await db
    .updateTable('sessions')
    .set({ title_is_given: false, method: 'Offene Runde' })
    .where('id', '=', last!)
    .execute()
  const topic = { id: newId('topic'), slug: 'e-akte', name: { de: 'E-Akte' } }
  await db.insertInto('topics').values(topic).execute()
  await db.insertInto('session_topics').values({ session_id: last!, topic_id: topic.id }).execute()
  const office = {
    id: newId('appearance'),
    session_id: last!,
    role: 'speaker' as const,
    organisation_name: 'Stadt B',
    position: 5,
  }
  await db.insertInto('appearances').values(office).execute()
}

beforeAll(async () => {
  await fillDraft()
  await publishRelease(ctx, { editionId: edition.id, name: 'Stand 1' })
})

const exported = async () => (await findSchedule(db, 'reihe-export', 'export', (path) => `https://example.org${path}`))!

test('an export says what other systems can know', async () => {
  const schedule = await exported()
  expect(schedule).toMatchObject({ title: 'Tagung export', acronym: 'reihe-export-export', version: 'Stand 1' })
  expect(schedule.sessions.map((session) => [session.title, session.start, session.isCancelled])).toEqual([
    ['Eröffnung', '2031-11-05T09:00', undefined],
    ['Entfällt', '2031-11-05T10:00', true],
    ['Ohne Zeit', undefined, undefined],
  ])
  expect(schedule.sessions[0]).toMatchObject({
    url: 'https://example.org/reihe-export/export/programm/beitrag/eröffnung',
    people: [{ name: 'Bo Berg', role: 'moderator', mode: 'remote', organisation: 'Stadt Musterhausen' }],
  })
})

test('there is no export of what is not there', async () => {
  expect(await findSchedule(db, 'reihe-export', '1999')).toBeNull()
  const empty = await addEdition(db, 'leer')
  expect(await findSchedule(db, 'reihe-leer', empty.slug)).toBeNull()
})

/** Without the revision, which counts that the file's spelling of a name is noted as well. */
const listPersons = async () =>
  (await db.selectFrom('persons').selectAll().orderBy('id').execute()).map(({ revision: _, ...person }) => person)

describe('importing our own export changes nothing', () => {
  const roundTrips: [string, boolean, (schedule: Schedule) => Promise<Schedule | null>][] = [
    ['as it is', false, async (schedule) => schedule],
    ['through schedule.json', false, async (schedule) => readScheduleJson(writeScheduleJson(schedule)).schedule],
    ['through schedule.xml', false, async (schedule) => readScheduleXml(writeScheduleXml(schedule)).schedule],
    ['through CSV', true, async (schedule) => readScheduleCsv(writeScheduleCsv(schedule)).schedule],
    ['through XLSX', true, async (schedule) => (await readScheduleXlsx(await writeScheduleXlsx(schedule))).schedule],
  ]
  test.each(roundTrips)('%s', async (_way, isTable, travel) => {
    const before = await readDraft(db, edition.id)
    const persons = await listPersons()
    const schedule = (await travel(await exported()))!
    const report = await importSchedule(ctx, { editionId: edition.id, schedule, sourceKey: 'eigen', isTable })
    expect(report.counts).toEqual({ added: 0, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 })
    expect(report.people).toMatchObject({ added: [], updated: [], renamed: [] })
    expect(report.release).toBeNull()
    expect(await readDraft(db, edition.id)).toEqual(before)
    expect(await listPersons()).toEqual(persons)
  })
})

test('another edition takes the export over as it is', async () => {
  const copy = await addEditionOf(db, edition.seriesId, 'kopie', '2032-11-05')
  await importSchedule(ctx, { editionId: copy.id, schedule: await exported(), sourceKey: 'eigen' })
  const shown = async (id: string) =>
    (await listAllSessions(db, id)).map((card) => [
      card.title,
      card.type,
      card.state,
      card.startsAt,
      card.track?.name,
      card.room?.name,
      card.appearances
        .filter((one) => one.personId && one.state === 'planned')
        .map((one) => [one.name, one.role, one.mode]),
    ])
  expect(await shown(copy.id)).toEqual(await shown(edition.id))
})
