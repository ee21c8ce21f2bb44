import { beforeEach, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { openAccount } from '../../../people/accounts/commands.ts'
import { saveLogistics } from '../commands.ts'
import { saveOwnLogistics } from '../own/commands.ts'
import { askForLogistics } from './commands.ts'

const { db } = await testDatabase()
const at = (instant: string) => createContext(db, systemActor, fixedClock(instant))
const morning = at('2031-10-01T08:00:00Z')
const said = { presence: 'always' as const, windows: [], needs: [] }
let number = 0
let scope: EditionScope
let ida: string

beforeEach(async () => {
  number++
  for (const table of ['mails', 'accounts', 'person_contacts'] as const) await db.deleteFrom(table).execute()
  const edition = await addEdition(db, `bitte-${number}`)
  scope = await scopeOfEdition(db, edition.id)
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  const bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida, bo] }])
  await db.insertInto('person_contacts').values({ person_id: ida, email: 'ida@rathaus.example', phone: null }).execute()
})

const texts = async () => (await db.selectFrom('mails').selectAll().execute()).map((mail) => JSON.stringify(mail))

test('a mail with the way to their own page waits for who can be reached; the others are named', async () => {
  expect(await askForLogistics(morning, scope)).toEqual({ asked: 1, withoutAddress: ['Bo Berg'] })
  const [mail] = await texts()
  expect(mail).toContain(`/konto/auftritte/angaben/${scope.editionId}`)
  expect(mail).toContain('Angaben zu Ihrem Auftritt')
})

test('nobody is asked twice on one day, and again on the next', async () => {
  await askForLogistics(morning, scope)
  expect(await askForLogistics(at('2031-10-01T17:00:00Z'), scope)).toMatchObject({ asked: 0 })
  expect(await askForLogistics(at('2031-10-02T08:00:00Z'), scope)).toMatchObject({ asked: 1 })
})

test('who has answered themselves is left alone; what organisers noted is no answer', async () => {
  await saveLogistics(morning, scope, ida, said)
  expect(await askForLogistics(morning, scope)).toMatchObject({ asked: 1 })
  const account = await openAccount(morning, { address: 'privat@ida.example' })
  const own = createContext(db, { ...accountWith([], account), personId: ida }, fixedClock('2031-10-01T09:00:00Z'))
  await saveOwnLogistics(own, scope.editionId, said)
  expect(await askForLogistics(at('2031-10-02T08:00:00Z'), scope)).toEqual({ asked: 0, withoutAddress: ['Bo Berg'] })
})

test('nobody is asked how they come to what is over or cancelled', async () => {
  expect(await askForLogistics(at('2031-11-06T08:00:00Z'), scope)).toEqual({ asked: 0, withoutAddress: [] })
  await db.updateTable('editions').set({ state: 'cancelled' }).where('id', '=', scope.editionId).execute()
  expect(await askForLogistics(morning, scope)).toEqual({ asked: 0, withoutAddress: [] })
  expect(await texts()).toEqual([])
})

test('only who makes the programme asks', async () => {
  const helper = createContext(db, withRole('helper', scope))
  await expect(askForLogistics(helper, scope)).rejects.toThrow('access.denied')
})
