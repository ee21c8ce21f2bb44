import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { listDraftSessions } from './queries.ts'
import type { DraftFilter } from './types.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let scope: EditionScope
let single: EditionScope

beforeAll(async () => {
  const edition = await addEdition(db, 'liste')
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  const a = await addTrackAndRoom(db, edition, 'verwaltung')
  const at = (time: string) => ({ day: '2031-11-05', startsAt: `2031-11-05T${time}`, durationMinutes: 45 })
  await addSessions(db, edition, [
    { title: 'Cloud', ...a, ...at('11:00'), abstract: 'x' },
    { title: 'E-Akte', ...a, ...at('10:00'), abstract: 'x', personIds: [ida] },
    { title: 'Runde', type: 'panel', personIds: [ida] },
    { title: 'Pause', type: 'break', ...at('10:45'), roomId: a.roomId },
    { title: 'Weg', state: 'removed' },
    { title: 'Fällt aus', state: 'cancelled' },
  ])
  scope = await scopeOfEdition(db, edition.id)
  const small = await addEdition(db, 'eins')
  await addSessions(db, small, [{ title: 'Eins' }])
  single = await scopeOfEdition(db, small.id)
})

const titles = async (filter: DraftFilter & { offset?: number; size?: number }) =>
  (await listDraftSessions(ctx, scope, filter)).sessions.map((one) => one.title)

test.each<[DraftFilter & { offset?: number; size?: number }, string[]]>([
  [{}, ['E-Akte', 'Pause', 'Cloud', 'Runde', 'Fällt aus']],
  [{ text: 'ohm' }, ['E-Akte', 'Runde']],
  [{ type: 'panel' }, ['Runde']],
  [{ track: 'verwaltung' }, ['E-Akte', 'Cloud']],
  [{ lacks: 'speaker' }, ['Cloud']],
  [{ lacks: 'moderator' }, ['Runde']],
  [{ lacks: 'time' }, ['Runde']],
  [{ removed: true }, ['Weg']],
  [{ offset: 1, size: 2 }, ['Pause', 'Cloud']],
])('%j finds %j', async (filter, expected) => expect(await titles(filter)).toEqual(expected))

test('what is lacking is counted over all that is in the programme', async () => {
  const list = await listDraftSessions(ctx, scope, { text: 'Cloud' })
  expect(list).toMatchObject({
    total: 1,
    lacking: { speaker: 1, moderator: 1, abstract: 1, track: 1, room: 1, time: 1 },
  })
  expect(list.sessions[0]).toMatchObject({ trackName: 'verwaltung', people: [], lacks: ['speaker'] })
})

test('takes one query for many sessions as for one', async () => {
  const count = (over: EditionScope) =>
    countQueries(db, (counted) => listDraftSessions(createContext(counted, systemActor), over))
  expect([await count(scope), await count(single)]).toEqual([1, 1])
})

test('is for those who may see the draft', async () => {
  const finance = createContext(db, withRole('finance', scope))
  await expect(listDraftSessions(finance, scope)).rejects.toThrow('access.denied')
})
