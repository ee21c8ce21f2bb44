import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { listSessionChoice } from './queries.ts'

const { db } = await testDatabase()
const { scope } = await addTwoSessions(db, 'wahl')
const actor = withRole('programme', scope)
/** Nine o'clock in Berlin is eight in UTC. */
const at = (instant: string) => createContext(db, actor, fixedClock(instant))
const titles = async (instant: string, text?: string, size?: number) => {
  const { sessions, more } = await listSessionChoice(at(instant), scope, text, size)
  return [sessions.map(({ title }) => title), more]
}

test('the next sessions stand first, as the clock of the edition says', async () => {
  expect(await titles('2031-11-05T07:00:00Z')).toEqual([['Alpha', 'Beta'], 0])
  expect(await titles('2031-11-05T09:30:00Z')).toEqual([['Beta', 'Alpha'], 0])
})

test('are found by the name of who speaks, and are not all shown at once', async () => {
  expect(await titles('2031-11-05T07:00:00Z', 'öhm')).toEqual([['Alpha'], 0])
  expect(await titles('2031-11-05T07:00:00Z', undefined, 1)).toEqual([['Alpha'], 1])
})

test('are not for the public', async () => {
  await expect(listSessionChoice(createContext(db, publicActor), scope, '')).rejects.toThrow('access.denied')
})
