import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { openAccount } from '../../../people/accounts/commands.ts'
import { noteConsent } from '../commands.ts'
import { askedOfSpeakers } from '../rules.ts'
import { askForConsents } from './commands.ts'

const { db } = await testDatabase()
const at = (instant: string) => createContext(db, systemActor, fixedClock(instant))
const morning = at('2031-10-01T08:00:00Z')
let number = 0
let edition: TestEdition
let scope: EditionScope
let ida: string
let bo: string

beforeEach(async () => {
  number++
  for (const table of ['mails', 'accounts', 'person_contacts'] as const) await db.deleteFrom(table).execute()
  edition = await addEdition(db, `fragen-${number}`)
  scope = await scopeOfEdition(db, edition.id)
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida, bo] }])
})

const reach = (person_id: string, email: string) =>
  db.insertInto('person_contacts').values({ person_id, email, phone: null }).execute()
const mails = () =>
  db.selectFrom('mails').select(['address', 'name', 'person_id', 'state', 'edition_id']).orderBy('address').execute()
const accounts = () =>
  db
    .selectFrom('accounts')
    .leftJoin('account_addresses', 'account_id', 'accounts.id')
    .select(['person_id', 'folded'])
    .execute()

test('a mail waits for everybody who has not answered and can be reached; the others are named', async () => {
  await reach(ida, 'Ida@rathaus.example')
  expect(await askForConsents(morning, scope)).toEqual({ asked: 1, withoutAddress: ['Bo Berg'] })
  expect(await mails()).toEqual([
    { address: 'Ida@rathaus.example', name: 'Ida Öhm', person_id: ida, state: 'review', edition_id: edition.id },
  ])
})

test('who has no account gets one, so that they can sign in and answer', async () => {
  await reach(ida, 'Ida@rathaus.example')
  await askForConsents(morning, scope)
  expect(await accounts()).toEqual([{ person_id: ida, folded: 'ida@rathaus.example' }])
})

test('an account is written to at its own address, and makes no second one', async () => {
  await openAccount(morning, { personId: ida, address: 'konto@example.org' })
  await reach(ida, 'alt@example.org')
  await askForConsents(morning, scope)
  expect((await mails()).map((mail) => mail.address)).toEqual(['konto@example.org'])
  expect(await accounts()).toHaveLength(1)
})

test('an address that is somebody else’s account is written to, and no account made of it', async () => {
  await openAccount(morning, { name: 'Sekretariat', address: 'info@example.org' })
  await reach(ida, 'info@example.org')
  expect(await askForConsents(morning, scope)).toMatchObject({ asked: 1 })
  expect(await accounts()).toEqual([{ person_id: null, folded: 'info@example.org' }])
})

test('two who share an address get one account between them and a mail each', async () => {
  for (const person of [ida, bo]) await reach(person, 'team@example.org')
  expect(await askForConsents(morning, scope)).toEqual({ asked: 2, withoutAddress: [] })
  expect(await accounts()).toHaveLength(1)
})

test('nobody is asked twice on one day, and again on another', async () => {
  await reach(ida, 'ida@example.org')
  await askForConsents(morning, scope)
  expect(await askForConsents(at('2031-10-01T20:00:00Z'), scope)).toMatchObject({ asked: 0 })
  expect(await askForConsents(at('2031-10-02T08:00:00Z'), scope)).toMatchObject({ asked: 1 })
})

test('who has answered everything is left in peace', async () => {
  await reach(ida, 'ida@example.org')
  for (const kind of askedOfSpeakers) {
    await noteConsent(morning, scope, { personId: ida, kind, isGiven: kind !== 'photo', reason: 'am Telefon' })
  }
  expect(await askForConsents(morning, scope)).toEqual({ asked: 0, withoutAddress: ['Bo Berg'] })
})

test('those of another series may not ask', async () => {
  const stranger = createContext(db, withRole('series-organiser', { seriesId: 'srs_other' }))
  await expect(askForConsents(stranger, scope)).rejects.toThrow('access.denied')
})
