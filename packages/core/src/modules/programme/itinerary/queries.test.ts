import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { publishRelease } from '../release/commands.ts'
import { listItinerary } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-10-01T08:00:00Z'))
const erika = await addPerson(db, 'erika-muster', 'Erika Muster')
const max = await addPerson(db, 'max-muster', 'Max Muster')
const older = await addEdition(db, 'aelter', '2029-11-05')
const newer = await addEditionOf(db, older.seriesId, 'neuer', '2031-11-05')
const at = (day: string, time: string) => ({ day, startsAt: `${day}T${time}`, durationMinutes: 45 })
await addSessions(db, older, [
  { title: 'Damals', ...at('2029-11-05', '10:00'), personIds: [erika] },
  { title: 'Von Max', ...at('2029-11-05', '11:00'), personIds: [max] },
])
const [, second] = await addSessions(db, newer, [
  { title: 'Heute', ...at('2031-11-05', '10:00'), personIds: [erika, max] },
  { title: 'Vertreten', ...at('2031-11-05', '11:00'), personIds: [erika] },
])
await db.updateTable('appearances').set({ state: 'replaced' }).where('session_id', '=', second!).execute()
await publishRelease(ctx, { editionId: older.id })
await publishRelease(ctx, { editionId: newer.id })

test('a person has what they really take part in, the newest edition first', async () => {
  const entries = await listItinerary(db, erika)
  expect(entries.map(({ edition, session }) => [edition.slug, session.title])).toEqual([
    ['neuer', 'Heute'],
    ['aelter', 'Damals'],
  ])
  expect(entries[0]).toMatchObject({ sequence: 0, publishedAt: '2031-10-01T08:00:00.000Z', city: null })
})

test('nobody has nothing', async () => expect(await listItinerary(db, 'per_nobody')).toEqual([]))

test('asks once, however long the list', async () => {
  expect(await countQueries(db, (counted) => listItinerary(counted, erika))).toBe(1)
  expect(await countQueries(db, (counted) => listItinerary(counted, max))).toBe(1)
})
