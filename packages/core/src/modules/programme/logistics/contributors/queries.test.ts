import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, type TestEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { openAccount } from '../../../people/accounts/commands.ts'
import { noteConsent } from '../../consents/commands.ts'
import { saveLogistics } from '../commands.ts'
import { listContributors } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-11-01T10:00:00Z'))
let edition: TestEdition
let ida: string
let bo: string
let sun: string

beforeAll(async () => {
  edition = await addEdition(db, 'mitwirkende')
  const elsewhere = await addEditionOf(db, edition.seriesId, 'zuvor', '2030-11-05')
  const scope = await scopeOfEdition(db, edition.id)
  ida = await addPerson(db, 'ida', 'Ida Öhm', 'ohm ida')
  bo = await addPerson(db, 'bo', 'Bo Ahorn', 'ahorn bo')
  sun = await addPerson(db, 'sun', '孫', '孫')
  const nobody = await addPerson(db, 'nie', 'Nie Dabei', 'dabei nie')
  await addSessions(db, elsewhere, [{ title: 'Damals', personIds: [nobody] }])
  const [later, , gone] = await addSessions(db, edition, [
    { title: 'Später', startsAt: '2031-11-05T14:00', day: '2031-11-05', personIds: [ida] },
    { title: 'Früher', startsAt: '2031-11-05T09:00', day: '2031-11-05', personIds: [ida, bo, sun] },
    { title: 'Gestrichen', personIds: [nobody] },
  ])
  await db.updateTable('sessions').set({ state: 'removed' }).where('id', '=', gone!).execute()
  await db.updateTable('appearances').set({ role: 'moderator' }).where('session_id', '=', later!).execute()
  await db.updateTable('appearances').set({ mode: 'remote' }).where('person_id', '=', sun).execute()
  await openAccount(ctx, { personId: ida, address: 'ida@rathaus.example' })
  await db.insertInto('person_contacts').values({ person_id: bo, email: null, phone: '+49 341 1' }).execute()
  await noteConsent(ctx, scope, { personId: ida, kind: 'slides', isGiven: true, reason: 'am Telefon' })
  await saveLogistics(ctx, scope, ida, {
    presence: 'never',
    windows: [],
    arrival: { on: '2031-11-04', at: '18:20', travel: 'train' },
    needs: ['sound'],
  })
  const check = { on: '2031-10-30', result: 'good', fallback: 'recording' } as const
  await saveLogistics(ctx, scope, sun, { presence: 'always', windows: [], needs: [], check })
})

const list = async () => listContributors(ctx, await scopeOfEdition(db, edition.id))

test('everybody in the draft stands in it once, by family name, with their sessions in the order of the day', async () => {
  const contributors = await list()
  expect(contributors.map((one) => [one.name, one.sessions.map((held) => [held.title, held.role])])).toEqual([
    ['Bo Ahorn', [['Früher', 'speaker']]],
    [
      'Ida Öhm',
      [
        ['Früher', 'speaker'],
        ['Später', 'moderator'],
      ],
    ],
    ['孫', [['Früher', 'speaker']]],
  ])
})

describe('what is known', () => {
  const of = async (personId: string) => (await list()).find((one) => one.personId === personId)!

  test('of somebody who comes', async () =>
    expect(await of(ida)).toMatchObject({
      presence: 'never',
      arrivesOn: '2031-11-04',
      arrivesAt: '18:20',
      travel: 'train',
      needs: ['sound'],
      hasMail: true,
      hasPhone: false,
      openConsents: 3,
      readiness: null,
      readinessLacks: [],
      answeredAt: null,
      lacks: ['consents'],
    }))

  test('of somebody of whom nobody knows anything', async () =>
    expect(await of(bo)).toMatchObject({
      presence: 'unknown',
      hasMail: false,
      hasPhone: true,
      openConsents: 4,
      lacks: ['presence', 'arrival', 'contact', 'consents'],
    }))

  test('of somebody who takes part by video', async () =>
    expect(await of(sun)).toMatchObject({
      isRemote: true,
      isOnSite: false,
      presence: 'always',
      readiness: 'ready',
      lacks: ['contact', 'consents'],
    }))
})

test('it takes as many queries for three as for one', async () => {
  const one = await addEditionOf(db, edition.seriesId, 'klein', '2032-11-05')
  await addSessions(db, one, [{ title: 'Allein', personIds: [ida] }])
  const scopes = [await scopeOfEdition(db, edition.id), await scopeOfEdition(db, one.id)]
  const counts = scopes.map((scope) =>
    countQueries(db, (over) => listContributors(createContext(over, systemActor), scope)),
  )
  expect(await Promise.all(counts)).toEqual([2, 2])
})

test('is not for who only helps at the door', async () => {
  const scope = await scopeOfEdition(db, edition.id)
  await expect(listContributors(createContext(db, withRole('helper', scope)), scope)).rejects.toThrow('access.denied')
})

test('a thousand take less than a tenth of a second', async () => {
  const many = await addEditionOf(db, edition.seriesId, 'viele', '2033-11-05')
  const persons = Array.from({ length: 1000 }, (_, n) => ({ id: `per_${n}`, slug: `p-${n}`, name: `P ${n}` }))
  await db
    .insertInto('persons')
    .values(persons.map((one) => ({ ...one, sort_key: one.slug })))
    .execute()
  await addSessions(
    db,
    many,
    persons.map(({ id }, n) => ({ title: `Beitrag ${n}`, personIds: [id, `per_${(n + 1) % 1000}`] })),
  )
  const scope = await scopeOfEdition(db, many.id)
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    expect(await listContributors(ctx, scope)).toHaveLength(1000)
    times.push(performance.now() - start)
  }
  expect(Math.min(...times)).toBeLessThan(100)
})
