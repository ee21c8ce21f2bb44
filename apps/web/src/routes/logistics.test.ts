import type { AccountActor } from '@fachtag/core/kernel/actor'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { addReserve } from '@fachtag/core/modules/programme/reserve/commands'
import { reserveInput } from '@fachtag/core/modules/programme/reserve/schema'
import { readCsv } from '@fachtag/formats/table/csv'
import { readXlsx } from '@fachtag/formats/table/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../test/visit.ts'
import { open, type Place, send } from '../../test/workplace.ts'
import { load as own } from './konto/auftritte/+page.server.ts'
import * as ownForm from './konto/auftritte/angaben/[edition]/+page.server.ts'
import { GET as ownCalendar } from './konto/auftritte/termine.ics/+server.ts'
import { load as list, actions as listActions } from './organisieren/[series]/[edition]/mitwirkende/+page.server.ts'
import * as personForm from './organisieren/[series]/[edition]/mitwirkende/[person]/+page.server.ts'
import { GET as csv } from './organisieren/[series]/[edition]/mitwirkende/liste.csv/+server.ts'
import { GET as xlsx } from './organisieren/[series]/[edition]/mitwirkende/liste.xlsx/+server.ts'
import { GET as calendar } from './organisieren/[series]/[edition]/mitwirkende/verbindungstests.ics/+server.ts'
import { load as order, actions as orderActions } from './organisieren/[series]/[edition]/reihenfolge/+page.server.ts'

const { db } = await testDatabase()
await db
  .insertInto('accounts')
  .values([{ id: 'acc_1' }, { id: 'acc_2' }])
  .execute()
let number = 0
let edition: TestEdition
let ida: string
let sessions: string[]
let organiser: Place
let speaker: Place

beforeEach(async () => {
  number++
  edition = await addEdition(db, `wege-${number}`)
  const scope = await scopeOfEdition(db, edition.id)
  ida = await addPerson(db, `ida-${number}`, '=Ida Öhm')
  const bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  sessions = await addSessions(db, edition, [
    { title: 'Alpha', personIds: [ida] },
    { title: 'Beta', personIds: [bo] },
  ])
  await db.updateTable('appearances').set({ mode: 'remote' }).where('person_id', '=', ida).execute()
  const params = { series: `reihe-${edition.slug}`, edition: edition.slug }
  const actor = withRole('series-organiser', { seriesId: edition.seriesId })
  organiser = { db, actor, scope, params: { ...params, person: ida } }
  const account: AccountActor = { ...accountWith([], 'acc_2'), personId: ida, isStrong: false }
  speaker = { db, actor: account, scope: null, params: { edition: edition.id } }
})

type Run = (event: never) => unknown
const ask = (run: unknown, { params, ...visitor }: Place, path = '/x', form?: Record<string, string>) =>
  answer((run as Run)(visit(visitor, path, params, form) as never))
const redirected = (run: unknown, place: Place, form: Record<string, string> = {}) =>
  ask(run, place, '/x', form).then(
    (given) => given,
    (thrown: { location?: string }) => thrown.location ?? thrown,
  )

const answered = {
  presence: 'partly',
  'windows.count': '1',
  'windows.0.day': '2031-11-05',
  'windows.0.until': '12:00',
  'needs.sound': 'on',
  checkWish: 'dienstags',
}

describe('somebody who takes part by video', () => {
  test('is led to what they may say, and asked for the line and not for their arrival', async () => {
    expect(await ask(own, speaker)).toMatchObject({ next: [{ id: edition.id, answeredAt: null, isRemote: true }] })
    const { object } = await open(ownForm as never, speaker)
    expect(object.fields.map((field) => field.name)).toEqual(['presence', 'windows', 'needs', 'needsNote', 'checkWish'])
  })

  test('says it, sees it again, and organisers see that they have answered', async () => {
    const { values } = await open(ownForm as never, speaker)
    const sent = await send(ownForm as never, speaker, { ...values, ...answered })
    expect(sent.location).toBe(`/konto/auftritte/angaben/${edition.id}?gespeichert`)
    expect((await open(ownForm as never, speaker)).values).toMatchObject(answered)
    expect((await open(personForm as never, organiser)).values).toMatchObject(answered)
    const { list: shown } = await ask(list, organiser)
    expect([shown.total, shown.unanswered, shown.lacking.presence]).toEqual([2, 1, 1])
  })

  test('is told what is wrong with their times, and nothing that they typed is lost', async () => {
    const { values } = await open(ownForm as never, speaker)
    const always = { ...values, ...answered, presence: 'always' }
    const { status, reply } = await send(ownForm as never, speaker, always)
    expect([status, reply?.problems]).toEqual([422, { presence: 'only_partly' }])
    expect(reply?.values).toMatchObject({ 'windows.0.until': '12:00', checkWish: 'dienstags' })
    const backwards = { ...values, ...answered, 'windows.0.from': '13:00' }
    expect((await send(ownForm as never, speaker, backwards)).reply?.problems).toEqual({
      'windows.0.until': 'ends_before',
    })
  })

  test('and an organiser who write at once are both told', async () => {
    const [mine, theirs] = [await open(ownForm as never, speaker), await open(personForm as never, organiser)]
    await send(personForm as never, organiser, { ...theirs.values, needsNote: 'Von der Organisation' })
    const late = await send(ownForm as never, speaker, { ...mine.values, needsNote: 'Von mir' })
    const found = late.reply?.conflict?.differences.find(({ path }) => path === 'needsNote')
    expect([late.status, found?.theirs, found?.mine]).toEqual([409, 'Von der Organisation', 'Von mir'])
  })

  test('is nobody else', async () => {
    const stranger = { ...speaker, actor: { ...accountWith([], 'acc_2'), personId: null } }
    await expect(open(ownForm as never, stranger)).rejects.toMatchObject({ status: 404 })
    const elsewhere = { ...speaker, params: { edition: (await addEdition(db, `fern-${number}`)).id } }
    await expect(open(ownForm as never, elsewhere)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the line check', () => {
  const arranged = { 'check.on': '2031-10-30', 'check.at': '10:15', 'check.by': 'Petra Probe' }

  test('is noted by organisers, seen by who is meant, and kept when they answer again', async () => {
    const { values, object } = await open(personForm as never, organiser)
    expect(object.badge).toEqual({ kind: 'warning', text: 'Verbindung: nicht bereit' })
    await send(personForm as never, organiser, { ...values, ...arranged })
    const mine = await open(ownForm as never, speaker)
    await send(ownForm as never, speaker, { ...mine.values, ...answered })
    expect(await ask(ownForm.load, speaker)).toMatchObject({ check: { on: '2031-10-30', by: 'Petra Probe' } })
    expect((await open(personForm as never, organiser)).values).toMatchObject({ ...arranged, ...answered })
  })

  test('is ready with a good line and a fallback, which has to be complete', async () => {
    const { values } = await open(personForm as never, organiser)
    const good = { ...values, ...arranged, 'check.result': 'good', 'check.fallback': 'phone' }
    const refused = await send(personForm as never, organiser, good)
    expect(refused.reply?.problems).toEqual({ 'check.fallbackPhone': 'required' })
    await send(personForm as never, organiser, { ...good, 'check.fallbackPhone': '+49 341 1' })
    const { object } = await open(personForm as never, organiser)
    expect(object.badge).toEqual({ kind: 'success', text: 'Verbindung: bereit' })
  })

  test('can name somebody from the reserve list of this edition, and nobody from another', async () => {
    const { ctx } = visit(organiser, '/x').locals
    const { id } = await addReserve(ctx, await scopeOfEdition(db, edition.id), reserveInput.parse({ personId: ida }))
    const { values, object } = await open(personForm as never, organiser)
    const group = object.fields.find((field) => field.name === 'check') as never as { fields: { name: string }[] }
    expect(group.fields.find((field) => field.name === 'standInId')).toMatchObject({
      options: [{ value: id, label: '=Ida Öhm' }],
    })
    const standIn = { ...values, 'check.fallback': 'stand-in' }
    expect((await send(personForm as never, organiser, standIn)).reply?.problems).toEqual({
      'check.standInId': 'required',
    })
    const forged = send(personForm as never, organiser, { ...standIn, 'check.standInId': 'rsv_none' })
    await expect(forged).rejects.toMatchObject({ code: 'reserve.not_found' })
  })

  test('stands in the calendars of both, as an hour on the wall', async () => {
    const { values } = await open(personForm as never, organiser)
    await send(personForm as never, organiser, { ...values, ...arranged })
    const [of, mine] = [await ask(calendar, organiser), await ask(ownCalendar, speaker)]
    const texts = [await of.text(), await mine.text()]
    for (const text of texts) expect(text).toContain('DTSTART;TZID=Europe/Berlin:20311030T101500')
    expect(texts[0]).toContain('SUMMARY:Verbindungstest mit =Ida Öhm')
    expect(of.headers.get('content-disposition')).toContain(`${edition.slug}-verbindungstests.ics`)
  })
})

describe('the list of contributors', () => {
  test('is narrowed by the address', async () => {
    const names = async (query: string) => {
      const { list: shown, found } = await ask(list, organiser, `/x${query}`)
      expect(found).toBe(shown.contributors.length)
      return shown.contributors.map((one: { name: string }) => one.name)
    }
    expect(await names('')).toEqual(['=Ida Öhm', 'Bo Berg'])
    expect(await names('?teilnahme=remote')).toEqual(['=Ida Öhm'])
    expect(await names('?fehlt=arrival')).toEqual(['Bo Berg'])
    expect(await names('?rolle=moderator')).toEqual([])
    expect(await names('?rolle=Unsinn')).toHaveLength(2)
  })

  test('asks those who can be reached, and says how many', async () => {
    await db
      .insertInto('person_contacts')
      .values({ person_id: ida, email: `i${number}@x.example`, phone: null })
      .execute()
    expect(await redirected(listActions.ask, organiser)).toBe('/x?gefragt=1-1')
    expect(await ask(list, organiser, '/x?gefragt=1-1')).toMatchObject({
      mayAsk: true,
      asked: { asked: 1, withoutAddress: 1 },
    })
    expect(await ask(list, organiser, '/x?gefragt=viele')).toMatchObject({ asked: null })
  })

  test('goes into a spreadsheet as text, never as a formula', async () => {
    const raw = await (await ask(csv, organiser)).text()
    expect(raw).toContain(`"'=Ida Öhm"`)
    const table = readCsv(raw)
    expect(table.kind === 'read' && table.rows.map((row) => row.cells[0])).toEqual(['Name', '=Ida Öhm', 'Bo Berg'])
    const book = await ask(xlsx, organiser, '/x?teilnahme=on-site')
    const sheet = await readXlsx(new Uint8Array(await book.arrayBuffer()))
    expect(sheet.kind === 'read' && sheet.rows.map((row) => row.cells[0])).toEqual(['Name', 'Bo Berg'])
  })

  test('is not for who only helps, and holds nobody of another edition', async () => {
    const helper = { ...organiser, actor: withRole('helper', { seriesId: edition.seriesId, editionId: edition.id }) }
    for (const page of [list, csv, xlsx, calendar])
      await expect(ask(page, helper)).rejects.toMatchObject({ code: 'access.denied' })
    const other = await addEdition(db, `fern-${number}`)
    const far = { ...organiser, actor: withRole('operator'), scope: await scopeOfEdition(db, other.id) }
    expect((await ask(list, far)).list.total).toBe(0)
    await expect(open(personForm as never, far)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the order of sessions', () => {
  const wish = () => ({ firstSessionId: sessions[0]!, thenSessionId: sessions[1]!, reason: 'führt ein' })

  test('is wished and taken back', async () => {
    expect(await redirected(orderActions.add, organiser, wish())).toMatch(/reihenfolge\?geschehen=eingetragen$/)
    const { wishes, sessions: choices } = await ask(order, organiser)
    expect(wishes).toMatchObject([{ firstTitle: 'Alpha', thenTitle: 'Beta', reason: 'führt ein' }])
    expect(choices).toHaveLength(2)
    expect(await redirected(orderActions.remove, organiser, { id: wishes[0].id })).toMatch(/geschehen=geloescht$/)
    expect((await ask(order, organiser)).wishes).toEqual([])
  })

  test('is not that of one session with itself, and what was typed stays', async () => {
    const same = { ...wish(), thenSessionId: sessions[0]! }
    expect(await ask(orderActions.add, organiser, '/x', same)).toMatchObject({
      status: 422,
      data: { problems: { thenSessionId: 'same' }, values: { reason: 'führt ein' } },
    })
  })

  test('is not that of sessions elsewhere', async () => {
    const forged = { ...wish(), thenSessionId: 'ses_none' }
    await expect(ask(orderActions.add, organiser, '/x', forged)).rejects.toMatchObject({ code: 'session.not_found' })
  })
})
