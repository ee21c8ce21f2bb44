import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { openAccount } from '../../people/accounts/commands.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { listChangelog } from '../../programme/release/queries.ts'
import { findSession } from '../../programme/sessions/queries.ts'
import { forgetMyself, forgetPerson } from './commands.ts'
import { settleMention } from './mentions/commands.ts'
import { listMentions } from './mentions/queries.ts'
import { confirmErasure, requestErasure } from './requests/commands.ts'

const { db } = await testDatabase()
const noon = '2031-11-06T12:00:00Z'
const as = (actor: Actor, at = noon) => createContext(db, actor, fixedClock(at))
const system = as(systemActor)
let number = 0
let edition: TestEdition
let ida: string
let accountId: string

beforeEach(async () => {
  number++
  await db.deleteFrom('role_grants').execute()
  await db.deleteFrom('erasure_mentions').execute()
  await db.deleteFrom('news').execute()
  edition = await addEdition(db, `ausgabe-${number}`)
  ida = await addPerson(db, `ida-oehm-${number}`, `Ida Öhm${number}`)
  accountId = await openAccount(system, { personId: ida, address: `ida${number}@example.org` })
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida] }])
  await publishRelease(system, { editionId: edition.id })
})

const self = (isStrong = true) => as({ ...accountWith([], accountId), personId: ida, isStrong })
const isThere = async () => (await db.selectFrom('persons').select('id').where('id', '=', ida).execute()).length === 1
const addNews = (body: string) =>
  sql`insert into news (id, series_id, slug, title, body)
    values (${`nws_${number}`}, ${edition.seriesId}, 'n', '{"de":"Neuigkeit"}', ${JSON.stringify({ de: body })})`.execute(
    db,
  )

describe('who may erase', () => {
  test.each<[string, () => Actor, boolean]>([
    ['the machine', () => systemActor, true],
    ['an operator', () => withRole('operator'), true],
    ['who organises every series of theirs', () => withRole('series-organiser', { seriesId: edition.seriesId }), true],
    ['who organises another series', () => withRole('series-organiser', { seriesId: 'srs_other' }), false],
    [
      'who leads the programme',
      () => withRole('programme', { seriesId: edition.seriesId, editionId: edition.id }),
      false,
    ],
    ['anybody else', () => accountWith([]), false],
  ])('%s', async (_, actor, may) => {
    const done = forgetPerson(as(actor()), { personId: ida }, { dryRun: true })
    if (may) expect(await done).toMatchObject({ kind: 'planned', report: { name: `Ida Öhm${number}` } })
    else await expect(done).rejects.toThrow('access.denied')
    expect(await isThere()).toBe(true)
  })

  test('who organises one of two series that they belong to may not', async () => {
    const other = await addEdition(db, `andere-${number}`)
    await addSessions(db, other, [{ title: 'Beta', personIds: [ida] }])
    const organiser = as(withRole('series-organiser', { seriesId: edition.seriesId }))
    await expect(forgetPerson(organiser, { personId: ida })).rejects.toThrow('access.denied')
  })

  test('nobody is erased who is not there', async () => {
    await expect(forgetPerson(system, { personId: 'per_none' })).rejects.toThrow('person.not_found')
  })

  test('the last who runs the installation stays', async () => {
    const grant = { id: 'rol_1', account_id: accountId, role: 'operator' as const, granted_at: noon }
    await db
      .insertInto('role_grants')
      .values({ ...grant, series_id: null, edition_id: null, track_id: null, granted_by: null })
      .execute()
    expect(await forgetPerson(system, { personId: ida })).toEqual({ kind: 'last-operator' })
    expect(await isThere()).toBe(true)
  })
})

test('who is known by an address only is erased by it, and nobody who has a similar one', async () => {
  const report = (id: string, reply_to: string) =>
    db
      .insertInto('barrier_reports')
      .values({ id, page: '/', description: 'Kein Fokus', reply_to, answered_at: null })
      .execute()
  await report('bar_1', 'Wer@example.org')
  await report('bar_2', 'jemandwer@example.org')
  const outcome = await forgetPerson(system, { address: 'wer@example.org' })
  expect(outcome).toMatchObject({ kind: 'erased', report: { tables: [{ table: 'barrier_reports', count: 1 }] } })
  const left = await db.selectFrom('barrier_reports').select('id').execute()
  expect(left).toEqual([{ id: 'bar_2' }])
  await db.deleteFrom('barrier_reports').execute()
})

describe('erasing oneself', () => {
  const linkIn = async () => {
    const { links } = await db
      .selectFrom('mails')
      .select('links')
      .where('person_id', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return new URL(String(links[0])).searchParams.get('link') ?? ''
  }
  beforeEach(() => db.deleteFrom('mails').execute())

  test('takes a second factor', async () => {
    await expect(forgetMyself(self(false))).rejects.toThrow('access.denied')
    expect(await forgetMyself(self())).toMatchObject({ kind: 'erased' })
    expect(await isThere()).toBe(false)
    expect(await db.selectFrom('accounts').select('id').where('id', '=', accountId).execute()).toEqual([])
  })

  test('or a link from a mail, which works once and for them only', async () => {
    expect(await requestErasure(self(false), 'de')).toEqual({ kind: 'asked' })
    const token = await linkIn()
    expect(await confirmErasure(as(accountWith([], 'acc_other')), { token })).toEqual({ kind: 'unknown' })
    expect(await isThere()).toBe(true)
    expect(await confirmErasure(self(false), { token })).toMatchObject({ kind: 'erased' })
    expect(await isThere()).toBe(false)
    expect(await confirmErasure(self(false), { token })).toEqual({ kind: 'unknown' })
  })

  test.each([
    ['2031-11-07T11:59:59Z', 'erased'],
    ['2031-11-07T12:00:00Z', 'unknown'],
  ])('by a link at %s: %s', async (at, kind) => {
    await requestErasure(self(false), 'de')
    const late = as({ ...accountWith([], accountId), personId: ida, isStrong: false }, at)
    expect((await confirmErasure(late, { token: await linkIn() })).kind).toBe(kind)
  })

  test('twice in the same moment happens once', async () => {
    await requestErasure(self(false), 'de')
    const token = await linkIn()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => confirmErasure(self(false), { token })))
    expect(outcomes.filter((one) => one.kind === 'erased')).toHaveLength(1)
  })

  test('without an address no link can be sent', async () => {
    await db.deleteFrom('account_addresses').where('account_id', '=', accountId).execute()
    expect(await requestErasure(self(false), 'de')).toEqual({ kind: 'no-address' })
  })
})

describe('texts by others', () => {
  test('are told, decided about by a human, and then nowhere in the log either', async () => {
    await addNews(`Es sprach Ida Öhm${number}.`)
    await forgetPerson(system, { personId: ida })
    const [mention, ...more] = await listMentions(as(withRole('operator')))
    expect([mention, more]).toMatchObject([{ table: 'news', title: 'Neuigkeit', path: `reihe-ausgabe-${number}` }, []])
    await db
      .updateTable('news')
      .set({ body: { de: 'Es sprach jemand.' } })
      .execute()
    const logged = async () =>
      (await sql`select from change_rows where concat(before, after) like ${`%Öhm${number}%`}`.execute(db)).rows.length
    expect(await logged()).toBe(1)
    await settleMention(as(withRole('operator'), '2031-11-06T13:00:00Z'), mention!.id)
    expect([await logged(), await listMentions(system)]).toEqual([0, []])
    await expect(settleMention(system, mention!.id)).rejects.toThrow('mention.not_found')
  })

  test('that name two who were erased wait once to be decided about', async () => {
    const bo = await addPerson(db, `bo-berg-${number}`, `Bo Berg${number}`)
    await addNews(`Es sprachen Ida Öhm${number} und Bo Berg${number}.`)
    for (const personId of [ida, bo]) await forgetPerson(system, { personId })
    expect(await listMentions(system)).toHaveLength(1)
  })

  test('are left alone where somebody else has the same name', async () => {
    await addPerson(db, `zweite-${number}`, `Ida Öhm${number}`)
    await db
      .updateTable('sessions')
      .set({ abstract: `Mit Ida Öhm${number}` })
      .where('edition_id', '=', edition.id)
      .execute()
    const outcome = await forgetPerson(system, { personId: ida })
    expect(outcome).toMatchObject({ kind: 'erased', report: { hasNamesake: true } })
    const abstracts = await db.selectFrom('sessions').select('abstract').where('edition_id', '=', edition.id).execute()
    expect(abstracts[0]?.abstract).toBe(`Mit Ida Öhm${number}`)
  })

  test('in the programme name nobody any more, drafts and releases alike, and publishing again changes nothing', async () => {
    await db
      .updateTable('sessions')
      .set({ title: `Gruß von Ida Öhm${number}`, slug: `gruss-von-ida-oehm-${number}` })
      .where('edition_id', '=', edition.id)
      .execute()
    await publishRelease(system, { editionId: edition.id })
    await forgetPerson(system, { personId: ida })
    const { rows } =
      await sql`select from releases where concat(snapshot, changes, report) ~* ${`öhm${number}|oehm-${number}`}`.execute(
        db,
      )
    expect(rows).toEqual([])
    const [{ slug }] = (await db
      .selectFrom('sessions')
      .select('slug')
      .where('edition_id', '=', edition.id)
      .execute()) as [{ slug: string }]
    expect(slug).toMatch(/^gruss-von-person-entfernt-[a-z0-9]{6}$/)
    expect((await findSession(db, edition.id, slug))?.session.title).toBe('Gruß von Person auf Wunsch entfernt')
    expect(await publishRelease(system, { editionId: edition.id })).toEqual({ kind: 'unchanged' })
    expect((await listChangelog(db, edition.id)).map((entry) => entry.number)).toEqual([2])
  })
})

test('a release still cannot be changed, not even while somebody is erased, in what was published when', async () => {
  const change = (column: string, value: string) =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config('fachtag.erasing', 'yes', true)`.execute(tx)
      await sql`update releases set ${sql.ref(column)} = ${value} where edition_id = ${edition.id}`.execute(tx)
    })
  await expect(change('number', '7')).rejects.toThrow('a release is immutable')
  await expect(change('published_at', '2030-01-01T00:00:00Z')).rejects.toThrow('a release is immutable')
  await expect(change('note', 'anders')).resolves.toBeUndefined()
  await expect(db.updateTable('releases').set({ note: 'wieder' }).execute()).rejects.toThrow('a release is immutable')
})
