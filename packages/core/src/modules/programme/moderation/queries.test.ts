import { expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addTwoSessions } from '../../../../test/two-sessions.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { replaceSpeaker } from '../replacement/commands.ts'
import { listSheets } from './queries.ts'

const { db } = await testDatabase()
const { scope, sessions, people, appearanceOf } = await addTwoSessions(db, 'blaetter')
const helper = createContext(db, withRole('helper', scope))
const names = async () => {
  const { groups } = await listSheets(helper, scope)
  return groups.flatMap(({ sheets }) =>
    sheets.map(({ session, lineup }) => [
      session.title,
      lineup.map(({ appearance, standsInFor }) => [appearance.name, ...standsInFor.map(({ name }) => name)]),
    ]),
  )
}

test('the sheets change with a replacement at once, by two queries', async () => {
  const beta = ['Beta', [['Bo Berg']]]
  expect(await names()).toEqual([['Alpha', [['Ida Öhm'], ['Bo Berg']]], beta])
  await replaceSpeaker(createContext(db, systemActor), scope, {
    sessionId: sessions[0],
    appearanceId: appearanceOf(sessions[0], people[0]),
    standIn: { kind: 'name', name: 'Fay Falk', mode: 'remote' },
  })
  expect(await names()).toEqual([['Alpha', [['Fay Falk', 'Ida Öhm'], ['Bo Berg']]], beta])
  expect(await countQueries(db, (over) => listSheets(createContext(over, systemActor), scope))).toBe(2)
})

test('are not for the public, and not for helpers of another edition', async () => {
  const other = await addTwoSessions(db, 'andere-blaetter')
  await expect(listSheets(createContext(db, publicActor), scope)).rejects.toThrow('access.denied')
  await expect(listSheets(helper, other.scope)).rejects.toThrow('access.denied')
})
