import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { openAccount } from '../../../people/accounts/commands.ts'
import { listReach } from './queries.ts'

const { db } = await testDatabase()
const { scope, people } = await addTwoSessions(db, 'erreichbar')
const [ida, bo, eva] = people
await db
  .insertInto('person_contacts')
  .values([
    { person_id: ida, email: 'ida@stadt.example', phone: '+49 341 1' },
    { person_id: eva, email: null, phone: '+49 341 2' },
  ])
  .execute()
await openAccount(createContext(db, systemActor), { personId: bo, name: 'Bo Berg', address: 'bo@stadt.example' })
const organiser = createContext(db, withRole('series-organiser', { seriesId: scope.seriesId }))

test('says whom a mail reaches, and the telephone of whom belongs to the series', async () => {
  const reach = await listReach(organiser, scope, people)
  expect(reach.get(ida)).toEqual({ personId: ida, hasAddress: true, phone: '+49 341 1' })
  expect(reach.get(bo)).toEqual({ personId: bo, hasAddress: true, phone: null })
  // Eva stands in no programme of the series: what she told others is not its business.
  expect(reach.get(eva)).toEqual({ personId: eva, hasAddress: false, phone: null })
})

test('asks as often for three as for one, and for nobody not at all', async () => {
  const one = await countQueries(db, (over) => listReach(createContext(over, systemActor), scope, [ida]))
  expect(await countQueries(db, (over) => listReach(createContext(over, systemActor), scope, people))).toBe(one)
  expect(await listReach(organiser, scope, [])).toEqual(new Map())
})

test('is for who may edit the programme', async () => {
  const helper = createContext(db, withRole('helper', scope))
  await expect(listReach(helper, scope, people)).rejects.toThrow('access.denied')
})
