import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { type RoleName, systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { ensureOrganisations } from '../../people/organisations/commands.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { findDashboard } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const today = '2031-10-01'
let scope: EditionScope
let bare: EditionScope

beforeAll(async () => {
  const edition = await addEdition(db, '2031')
  const former = await addEditionOf(db, edition.seriesId, '2030', '2030-11-06')
  const [ida, bo] = [await addPerson(db, 'ida', 'Ida Öhm'), await addPerson(db, 'bo', 'Bo Berg')]
  await db.insertInto('person_contacts').values({ person_id: ida, email: 'ida@fachtag.example' }).execute()
  const hall = await addTrackAndRoom(db, edition, 'saal')
  await db.updateTable('rooms').set({ capacity: 80 }).where('id', '=', hall.roomId).execute()
  await addTrackAndRoom(db, edition, 'ohne')
  const [opening, talk] = await addSessions(db, edition, [
    { title: 'Eröffnung', type: 'opening', ...hall, day: '2031-11-05', startsAt: '2031-11-05T09:00' },
    { title: 'E-Akte', ...hall, personIds: [ida, bo] },
    { title: 'Podium', type: 'panel', personIds: [ida] },
    { title: 'Weg', state: 'removed', personIds: [bo] },
  ])
  await db.updateTable('sessions').set({ is_plenary: true }).where('id', '=', opening!).execute()
  const [city] = await db.transaction().execute((tx) => ensureOrganisations(tx, ['Stadt']))
  await db.updateTable('organisations').set({ land: '14' }).where('id', '=', city!.id).execute()
  await db.updateTable('appearances').set({ organisation_id: city!.id }).where('session_id', '=', talk!).execute()
  const figure = { id: newId('attendance'), edition_id: former.id, count: 300, qualifier: 'about' as const }
  await db.insertInto('attendance_figures').values(figure).execute()
  scope = await scopeOfEdition(db, edition.id)
  bare = await scopeOfEdition(db, (await addEdition(db, 'leer')).id)
})

const as = (role: RoleName) =>
  createContext(db, withRole(role, role === 'series-organiser' ? { seriesId: scope.seriesId } : scope))

test('says what is missing, with the numbers and the places to mend it', async () => {
  const { tasks, crowded, types, lands, sessions } = await findDashboard(ctx, scope, today)
  expect(Object.fromEntries(tasks.map(({ name, count }) => [name, count]))).toEqual({
    'room-too-small': 1,
    'no-consent': 2,
    'no-moderator': 1,
    'no-address': 1,
    'no-time': 2,
    'no-room': 1,
    'no-track': 1,
    'no-abstract': 2,
    'no-capacity': 1,
  })
  expect(crowded).toMatchObject([{ title: 'Eröffnung', roomName: 'saal', capacity: 80, expected: 300 }])
  expect(sessions).toBe(3)
  expect(types.map(({ value, count }) => [value, count]).sort()).toEqual([
    ['opening', 1],
    ['panel', 1],
    ['talk', 1],
  ])
  expect(lands).toEqual([{ value: '14', count: 2 }])
})

test('says what was changed since the last release', async () => {
  const edition = await addEdition(db, 'stand')
  const [first] = await addSessions(db, edition, [{ title: 'Eins' }, { title: 'Zwei' }])
  const own = await scopeOfEdition(db, edition.id)
  const unpublished = async () =>
    (await findDashboard(ctx, own, today)).tasks.find((task) => task.name === 'unpublished')?.count
  expect(await unpublished()).toBeUndefined()
  await publishRelease(ctx, { editionId: edition.id })
  expect(await unpublished()).toBeUndefined()
  await db.updateTable('sessions').set({ title: 'Neu' }).where('id', '=', first!).execute()
  expect(await unpublished()).toBe(1)
})

test.each<[RoleName, string[]]>([
  ['editor', []],
  ['helper', []],
  ['finance', []],
  ['programme', ['beitraege', 'einwilligungen', 'raeume', 'anfragen']],
  ['series-organiser', ['beitraege', 'einwilligungen', 'raeume', 'anfragen']],
])('sends %s only where they may mend something', async (role, targets) => {
  const { tasks } = await findDashboard(as(role), scope, today)
  expect(new Set(tasks.map((task) => task.target))).toEqual(new Set(targets))
})

test('shows the programme to nobody who may not see the draft', async () => {
  expect(await findDashboard(as('finance'), scope, today)).toMatchObject({ types: [], lands: [], crowded: [] })
  const stranger = createContext(db, withRole('programme', bare))
  await expect(findDashboard(stranger, scope, today)).rejects.toThrow('access.denied')
})

test('takes as many queries for a full edition as for an empty one', async () => {
  const count = (over: EditionScope) =>
    countQueries(db, (counted) => findDashboard(createContext(counted, systemActor), over, today))
  const queries = await count(scope)
  expect(await count(bare)).toBe(queries)
  expect(queries).toBeLessThanOrEqual(30)
})
