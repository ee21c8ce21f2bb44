import { openApp } from '@fachtag/core/app/open'
import { roleNames, systemActor } from '@fachtag/core/kernel/actor'
import { findEditionScope } from '@fachtag/core/modules/editions/scope/queries'
import { saveSeries } from '@fachtag/core/modules/editions/series/commands'
import { seriesInput } from '@fachtag/core/modules/editions/series/schema'
import { useSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { loadActor } from '@fachtag/core/modules/people/accounts/sign-ins/queries'
import { figuresOf } from '@fachtag/core/modules/programme/planning/figures/rules'
import { readPlanningInput } from '@fachtag/core/modules/programme/planning/queries'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { newFolder } from '../../test/cli-process.ts'
import { loadRehearsal, makeRoleLinks } from './rehearsal.ts'

const { url: DATABASE_URL } = await testDatabase()
const app = await openApp(readSettings({ DATABASE_URL, FACHTAG_DATA: newFolder(), LOG_LEVEL: 'silent' }))
afterAll(() => app.close())

const origin = 'http://127.0.0.1:3000'
const device = { browser: 'firefox', system: 'linux' } as const

beforeAll(async () => {
  await saveSeries(app.ctx(systemActor), seriesInput.parse({ slug: 'echt', name: 'Echte Reihe' }))
  await loadRehearsal(app, 2033, 'echt')
})

/** Signs in with a link of the rehearsal and says who that is. */
async function actorOf(address: string) {
  const token = new URL(address).searchParams.get('link') ?? ''
  const outcome = await useSetupLink(app.ctx({ kind: 'public' }), { token, device })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return (await loadActor(app.db, outcome.signIn.token, Temporal.Now.instant()))!
}

test('every role has its link, which signs in somebody who has that role', async () => {
  const links = await makeRoleLinks(app, origin)
  const actors = await Promise.all(links.map(({ address }) => actorOf(address)))
  expect(new Set(actors.flatMap((one) => one.grants.map((grant) => grant.role)))).toEqual(new Set(roleNames))
  expect(new Set(actors.flatMap((one) => one.appearances.map((own) => own.role)))).toEqual(
    new Set(['host', 'moderator', 'speaker']),
  )
  expect(actors.filter((one) => one.grants.length + one.appearances.length === 0)).toHaveLength(1)
  expect(actors.every((one) => one.isStrong)).toBe(true)
})

test('who organises the rehearsal organises the real series too', async () => {
  const organisers = app.db.selectFrom('role_grants').select('series_id').where('role', '=', 'series-organiser')
  const series = (await organisers.execute()).map((one) => one.series_id)
  expect([series.length, new Set(series).size]).toEqual([4, 2])
})

test('loaded again, it stays what it is', async () => {
  const count = async () =>
    Promise.all(
      (
        ['accounts', 'role_grants', 'persons', 'person_contacts', 'sessions', 'releases', 'bookmark_lists'] as const
      ).map(async (table) => (await app.db.selectFrom(table).selectAll().execute()).length),
    )
  const before = await count()
  await loadRehearsal(app, 2033, 'echt')
  expect(await count()).toEqual(before)
  expect(before.every((number) => number > 0)).toBe(true)
})

test('its visitors have marked sessions, and can go to all but a few of them', async () => {
  const scope = (await findEditionScope(app.db, 'probelauf', '2033'))!
  const input = await readPlanningInput(app.db, scope)
  const marks = input.bookmarks.reduce((sum, { sessions, count }) => sum + sessions.length * count, 0)
  expect(marks).toBe(209)
  expect(figuresOf(input.board.programme, input).attendable).toBe(202 / 209)
})

test('an account that is gone has no link', async () => {
  const before = await makeRoleLinks(app, origin)
  await app.db.deleteFrom('account_addresses').where('address', '=', 'anna@probe.example').execute()
  expect(await makeRoleLinks(app, origin)).toHaveLength(before.length - 1)
})
