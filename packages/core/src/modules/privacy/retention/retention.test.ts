import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addMail } from '../../../../test/mails.ts'
import { addEdition, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { verifyChanges } from '../../messages/changes/verification/queries.ts'
import { openAccount } from '../../people/accounts/commands.ts'
import { runRetention, setRetentionPeriod } from './commands.ts'
import { listRetention } from './queries.ts'
import { periodOf, retentionRules } from './rules.ts'
import { retentionInput } from './schema.ts'

const { db } = await testDatabase()
const at = (instant: string) => createContext(db, systemActor, fixedClock(instant))
const operator = (instant: string) => createContext(db, withRole('operator'), fixedClock(instant))
const day = (text: string) => at(`${text}T03:41:00Z`)

beforeEach(async () => {
  for (const table of ['retention_periods', 'retention_notices', 'mails', 'account_visits', 'role_grants'] as const) {
    await db.deleteFrom(table).execute()
  }
  await db.deleteFrom('accounts').execute()
})

const ruleOf = (kind: string) => retentionRules.find((rule) => rule.kind === kind)!
const told = async () =>
  (await db.selectFrom('mails').select(['template', 'address', 'body']).orderBy('address').execute()).filter((one) =>
    one.template.startsWith('privacy.'),
  )

describe('the table', () => {
  test('names each kind once, in both languages, with limits around the default', () => {
    expect(new Set(retentionRules.map((rule) => rule.kind)).size).toBe(retentionRules.length)
    for (const { title, reason, days, announceDays, tells } of retentionRules) {
      expect([title.de, title.en, reason.de, reason.en].every(Boolean)).toBe(true)
      expect(days.min <= days.default && days.default <= days.max).toBe(true)
      expect(announceDays > 0).toBe(tells !== 'nobody')
    }
  })

  test.each<[number | undefined, number]>([
    [undefined, 365],
    [90, 90],
    [1, 30],
    [9_999, 1095],
  ])('with %s days set for mails, %d hold', (set, expected) => {
    expect(periodOf(ruleOf('mails'), new Map(set === undefined ? [] : [['mails', set]]))).toBe(expected)
  })

  test('can be asked of an empty database, and by those who run it only', async () => {
    const forecasts = await listRetention(operator('2031-11-06T12:00:00Z'))
    expect(forecasts.map((one) => one.kind)).toEqual(retentionRules.map((rule) => rule.kind))
    await expect(runRetention(createContext(db, withRole('operator')))).rejects.toThrow('access.denied')
    for (const actor of [publicActor, accountWith([]), withRole('series-organiser', { seriesId: 'srs_1' })])
      await expect(listRetention(createContext(db, actor))).rejects.toThrow('access.denied')
  })
})

describe('mails', () => {
  beforeEach(async () => {
    await addMail(db, { state: 'sent', sent_at: '2031-01-01T00:00:00Z', address: 'alt@example.org' })
    await addMail(db, { state: 'review', created_at: '2031-01-01T00:00:00Z', address: 'wartet@example.org' })
    const accountId = await openAccount(at('2031-12-01T00:00:00Z'), { address: 'betrieb@example.org' })
    await sql`insert into role_grants (id, account_id, role, granted_at) values ('rol_1', ${accountId}, 'operator', now())`.execute(
      db,
    )
  })
  const left = async () =>
    (await db.selectFrom('mails').select('address').execute())
      .map((one) => one.address)
      .filter((one) => one !== 'betrieb@example.org')
      .sort()

  test('go a year after they were sent, two weeks after that was announced, and never while they wait', async () => {
    await runRetention(day('2031-12-01'))
    expect([await left(), await told()]).toEqual([['alt@example.org', 'wartet@example.org'], []])
    await runRetention(day('2031-12-18'))
    expect(await told()).toMatchObject([{ template: 'privacy.retention_ahead', address: 'betrieb@example.org' }])
    expect((await told())[0]?.body).toContain('Versandte Mails: 1')
    await runRetention(day('2031-12-31'))
    expect(await left()).toEqual(['alt@example.org', 'wartet@example.org'])
    await runRetention(day('2032-01-02'))
    expect([await left(), (await told()).length]).toEqual([['wartet@example.org'], 1])
  })

  test('that are long overdue are announced first all the same', async () => {
    await runRetention(day('2035-05-01'))
    expect(await left()).toHaveLength(2)
    await runRetention(day('2035-05-14'))
    expect(await left()).toHaveLength(2)
    await runRetention(day('2035-05-15'))
    expect(await left()).toEqual(['wartet@example.org'])
  })

  test('are told ahead with their number', async () => {
    const mails = async (instant: string) =>
      (await listRetention(operator(instant))).find((one) => one.kind === 'mails')
    expect(await mails('2031-10-01T00:00:00Z')).toMatchObject({ days: 365, kept: 1, due: 0, soon: 0 })
    expect(await mails('2031-12-25T00:00:00Z')).toMatchObject({ due: 0, soon: 1 })
    expect(await mails('2032-01-02T00:00:00Z')).toMatchObject({ due: 1, soon: 0 })
    await setRetentionPeriod(operator('2031-10-01T00:00:00Z'), { kind: 'mails', days: 30 })
    expect(await mails('2031-10-01T00:00:00Z')).toMatchObject({ days: 30, due: 1 })
  })
})

describe('an account that nobody uses', () => {
  const accounts = async () => (await db.selectFrom('accounts').select('id').execute()).length
  const signIn = (accountId: string, seen: string) =>
    sql`insert into sign_ins (id, token_hash, account_id, method, browser, system, created_at, last_seen_at, expires_at)
      values (${`sgn_${seen}`}, ${seen}, ${accountId}, 'link', 'firefox', 'linux', ${seen}, ${seen}, ${seen})`.execute(
      db,
    )

  test('goes after three years, once its owner was told a month before', async () => {
    const accountId = await openAccount(at('2031-01-01T00:00:00Z'), { address: 'ida@example.org' })
    await signIn(accountId, '2031-06-01T10:00:00Z')
    await runRetention(day('2034-04-01'))
    expect([await accounts(), await told()]).toEqual([1, []])
    await runRetention(day('2034-05-03'))
    expect(await told()).toMatchObject([{ template: 'privacy.account_idle', address: 'ida@example.org' }])
    await runRetention(day('2034-06-01'))
    expect(await accounts()).toBe(1)
    await runRetention(day('2034-06-03'))
    expect(await accounts()).toBe(0)
    const { rows } =
      await sql`select from change_rows where concat(key, before, after) like '%ida@example.org%'`.execute(db)
    expect(rows).toEqual([])
  })

  test('stays when its owner comes back in time, and is told anew the next time', async () => {
    const accountId = await openAccount(at('2031-01-01T00:00:00Z'), { address: 'bo@example.org' })
    await runRetention(day('2033-12-15'))
    await signIn(accountId, '2033-12-20T10:00:00Z')
    await runRetention(day('2034-02-01'))
    expect([await accounts(), await db.selectFrom('retention_notices').selectAll().execute()]).toEqual([1, []])
    await runRetention(day('2036-12-15'))
    await runRetention(day('2036-12-25'))
    expect([await accounts(), (await told()).length]).toEqual([1, 2])
  })

  test('of somebody who runs the installation stays', async () => {
    const accountId = await openAccount(at('2031-01-01T00:00:00Z'), { address: 'op@example.org' })
    await sql`insert into role_grants (id, account_id, role, granted_at) values ('rol_2', ${accountId}, 'operator', now())`.execute(
      db,
    )
    for (const when of ['2041-01-01', '2041-06-01']) await runRetention(day(when))
    expect(await accounts()).toBe(1)
  })
})

test('private contact data go two years after the last edition, and the log forgets them too', async () => {
  const person = await addPerson(db, 'ida', 'Ida Öhm')
  const edition = await addEdition(db, 'letzte', '2031-11-05')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [person] }])
  await sql`insert into person_contacts (person_id, email, phone, updated_at)
    values (${person}, 'privat@example.org', '+49 1', '2020-01-01')`.execute(db)
  const contacts = async () => (await db.selectFrom('person_contacts').select('person_id').execute()).length
  for (const when of ['2033-10-20', '2033-11-03']) await runRetention(day(when))
  expect(await contacts()).toBe(1)
  await runRetention(day('2033-11-20'))
  expect(await contacts()).toBe(0)
  const { rows } =
    await sql`select from change_rows where concat(key, before, after) like '%privat@example.org%'`.execute(db)
  expect(rows).toEqual([])
})

test('the log of changes forgets what it tells about people, and nothing else', async () => {
  const person = await addPerson(db, 'alt', 'Alte Angabe')
  await addEdition(db, 'bleibt')
  const content = async (words: string) =>
    (await sql`select from change_rows where concat(key, before, after) like ${`%${words}%`}`.execute(db)).rows.length
  expect([await content(person), await content('Tagung bleibt')]).toEqual([1, 1])
  const soon = Temporal.Now.instant()
    .add({ hours: 24 * 1094 })
    .toString()
  await runRetention(at(soon))
  expect(await content(person)).toBe(1)
  await runRetention(
    at(
      Temporal.Now.instant()
        .add({ hours: 24 * 1096 })
        .toString(),
    ),
  )
  expect([await content(person), await content('Tagung bleibt')]).toEqual([0, 1])
  expect(await verifyChanges(day('2031-01-01'))).toMatchObject({ problem: null })
})

describe('a period', () => {
  const set = (kind: string, days: number) => setRetentionPeriod(operator('2031-11-06T12:00:00Z'), { kind, days })

  test.each([
    ['mails', 29],
    ['mails', 1096],
    ['sign-ins', 1],
  ])('of %s cannot be %d days', async (kind, days) => {
    expect(await set(kind, days)).toBe(false)
    expect(await db.selectFrom('retention_periods').selectAll().execute()).toEqual([])
  })

  test('is that of a kind that there is', () => expect(set('nichts', 30)).rejects.toThrow('retention.not_found'))

  test('can be changed, and changed back', async () => {
    await set('mails', 30)
    await set('mails', 400)
    expect(await db.selectFrom('retention_periods').select(['kind', 'days']).execute()).toEqual([
      { kind: 'mails', days: 400 },
    ])
  })

  test.each([
    [{ kind: 'mails', days: '90' }, true],
    [{ kind: 'mails', days: 'x' }, false],
    [{ kind: 'mails', days: -1 }, false],
    [{ kind: 'mails' }, false],
  ])('%j is understood: %s', (given, ok) => expect(retentionInput.safeParse(given).success).toBe(ok))
})
