import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '@fachtag/core/app/open'
import { setRuntime } from '@fachtag/core/app/runtime'
import type { AccountActor } from '@fachtag/core/kernel/actor'
import { systemActor } from '@fachtag/core/kernel/actor'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../../packages/core/test/programme.ts'
import { answer, type Visitor, visit } from '../../../test/visit.ts'
import {
  actions as editionActions,
  load as editionPage,
} from '../organisieren/[series]/[edition]/einwilligungen/+page.server.ts'
import { actions as retentionActions, load as retentionPage } from '../organisieren/aufbewahrung/+page.server.ts'
import { actions as forgetActions, load as forgetPage } from '../organisieren/personen/[id]/loeschen/+page.server.ts'
import { actions as dataActions, load as dataPage } from './daten/+page.server.ts'
import { actions as linkActions, load as linkPage } from './daten/loeschen/+page.server.ts'
import { GET as htmlFile } from './daten.html/+server.ts'
import { GET as jsonFile } from './daten.json/+server.ts'
import { actions as consentActions, load as consentPage } from './einwilligungen/+page.server.ts'

const { url } = await testDatabase()
const data = await mkdtemp(join(tmpdir(), 'fachtag-privacy-'))
const app = await openApp(readSettings({ DATABASE_URL: url, FACHTAG_DATA: data, LOG_LEVEL: 'silent' }))
setRuntime(app)
const { db } = app
await db
  .insertInto('accounts')
  .values({ id: 'acc_1', person_id: null, name: null, disabled_at: null, factors_reset_at: null })
  .execute()
afterAll(async () => {
  setRuntime(undefined)
  await app.close()
  await rm(data, { recursive: true, force: true })
})

let number = 0
let edition: TestEdition
let personId: string
let owner: AccountActor
beforeEach(async () => {
  number++
  for (const table of ['mails', 'erasure_mentions', 'news'] as const) await db.deleteFrom(table).execute()
  edition = await addEdition(db, `ausgabe-${number}`)
  personId = await addPerson(db, `ida-oehm-${number}`, `Ida Öhm${number}`)
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [personId] }])
  const system = app.ctx(systemActor)
  await publishRelease(system, { editionId: edition.id })
  const accountId = await openAccount(system, { personId, address: `ida${number}@fachtag.example` })
  owner = { ...accountWith([], accountId), personId }
})

type Form = Record<string, string>
type Run = (event: never) => unknown

function eventOf(visitor: Partial<Visitor>, path: string, params: Form = {}, form?: Form) {
  const event = visit({ db, actor: owner, ...visitor }, path, params, form)
  Object.assign(event.locals, { scope: { seriesId: edition.seriesId, editionId: edition.id } })
  Object.assign(event, { setHeaders: () => {} })
  return event as never
}
const load = (page: unknown, path = '/x', visitor: Partial<Visitor> = {}, params: Form = {}) =>
  answer((page as Run)(eventOf(visitor, path, params)))
const send = (action: unknown, form: Form, visitor: Partial<Visitor> = {}, params: Form = {}) =>
  answer((action as Run)(eventOf(visitor, '/x', params, form))).catch((thrown: unknown) => thrown)
const isThere = async () =>
  (await db.selectFrom('persons').select('id').where('id', '=', personId).execute()).length === 1
const weak = () => ({ ...owner, isStrong: false })
const organiser = () => withRole('series-organiser', { seriesId: edition.seriesId })

describe('own consents', () => {
  test('are asked for each edition, in the words that count', async () => {
    const page = await load(consentPage)
    expect(page.editions.map((one: { edition: { id: string } }) => one.edition.id)).toEqual([edition.id])
    expect(page.wordings.slides.de).toContain('Folien')
    expect(page.history).toEqual([])
  })

  test('are kept, what was not answered stays open', async () => {
    const form = { editionId: edition.id, slides: 'yes', photo: 'no', recording: 'vielleicht', extra: 'x' }
    expect(await send(consentActions.default, form)).toMatchObject({
      status: 303,
      location: '/konto/einwilligungen?geschehen=gespeichert',
    })
    const page = await load(consentPage)
    const states = Object.fromEntries(
      page.editions[0].consents.map((one: { kind: string; state: string }) => [one.kind, one.state]),
    )
    expect(states).toMatchObject({ slides: 'given', photo: 'refused', recording: null, directory: null })
    expect(page.history).toHaveLength(2)
  })

  test.each(['edi_none', ''])('of the edition %j are nobody’s', async (editionId) => {
    expect(await send(consentActions.default, { editionId, slides: 'yes' })).toMatchObject({
      code: 'edition.not_found',
    })
  })
})

describe('consents of an edition', () => {
  const note = (form: Form) => send(editionActions.note, form, { actor: organiser() })

  test('tell what is missing, and that asking wrote mails', async () => {
    expect(await load(editionPage, '/x?gefragt=2-1', { actor: organiser() })).toMatchObject({
      speakers: [{ name: `Ida Öhm${number}`, missing: ['photo', 'recording', 'slides', 'directory'] }],
      asked: { asked: 2, withoutAddress: 1 },
      isNoted: false,
    })
    expect((await load(editionPage, '/x?gefragt=viele', { actor: organiser() })).asked).toBeNull()
  })

  test('are asked for by a mail that waits', async () => {
    expect(await send(editionActions.ask, {}, { actor: organiser() })).toMatchObject({
      status: 303,
      location: '/x?gefragt=1-0',
    })
    expect(await db.selectFrom('mails').select(['template', 'state', 'address']).execute()).toEqual([
      { template: 'consent.ask', state: 'review', address: `ida${number}@fachtag.example` },
    ])
    expect(await send(editionActions.ask, {}, { actor: organiser() })).toMatchObject({ location: '/x?gefragt=0-0' })
  })

  test('are noted with the reason', async () => {
    const form = { personId, kind: 'slides', answer: 'no', reason: 'am Telefon' }
    expect(await note(form)).toMatchObject({ status: 303, location: '/x?notiert' })
    expect((await load(consentPage)).history).toMatchObject([
      { kind: 'slides', state: 'refused', reason: 'am Telefon' },
    ])
  })

  test('without a reason come back as they were typed', async () => {
    const form = { personId, kind: 'slides', answer: 'no', reason: ' ' }
    expect(await note(form)).toMatchObject({ status: 422, data: { values: form, problems: { reason: 'required' } } })
  })
})

describe('the file with own data', () => {
  test('is a page and JSON, for nobody else and not to be kept', async () => {
    const files = [
      await answer((htmlFile as Run)(eventOf({}, '/x'))),
      await answer((jsonFile as Run)(eventOf({}, '/x'))),
    ]
    for (const file of files) expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(await files[0].text()).toContain(`Ihre Daten: Ida Öhm${number}`)
    expect(JSON.parse(await files[1].text())).toMatchObject({ name: `Ida Öhm${number}` })
  })
})

describe('erasing oneself', () => {
  test('is confirmed, ends the sign-in, and is written down beside the database', async () => {
    expect(await load(dataPage)).toEqual({ isStrong: true, done: null })
    expect(await send(dataActions.erase, {})).toMatchObject({ status: 422, data: { outcome: 'unsure' } })
    expect(await isThere()).toBe(true)
    expect(await send(dataActions.erase, { sure: 'yes' })).toMatchObject({ status: 303, location: '/geloescht' })
    expect(await isThere()).toBe(false)
    expect(await readFile(join(data, 'erasures.txt'), 'utf8')).toMatch(/^[0-9a-f]{64}\n/)
  })

  test('without a second factor goes by a link from a mail', async () => {
    expect(await send(dataActions.ask, {}, { actor: weak() })).toMatchObject({
      location: '/konto/daten?geschehen=gesendet',
    })
    const { links } = await db.selectFrom('mails').select('links').executeTakeFirstOrThrow()
    const link = new URL(String(links[0]))
    const { token } = await load(linkPage, `${link.pathname}${link.search}`, { actor: weak() })
    expect(link.pathname).toBe('/konto/daten/loeschen')
    expect(await isThere()).toBe(true)
    expect(await send(linkActions.default, { token }, { actor: weak() })).toMatchObject({
      status: 303,
      location: '/geloescht',
    })
    expect(await isThere()).toBe(false)
  })

  test.each(['', 'kurz', 'a'.repeat(43)])('by the link %j does nothing', async (token) => {
    const refused = await send(linkActions.default, { token }, { actor: weak() })
    expect([refused.data.outcome, await isThere()]).toEqual(['unknown', true])
    expect((await load(linkPage, `/x?link=${token}`)).token).toBe(token.length === 43 ? token : '')
  })

  test('cannot be asked for without an address', async () => {
    await db.deleteFrom('account_addresses').where('account_id', '=', owner.accountId).execute()
    expect(await send(dataActions.ask, {}, { actor: weak() })).toMatchObject({
      status: 409,
      data: { outcome: 'no-address' },
    })
  })
})

describe('erasing somebody', () => {
  const params = () => ({ id: personId })

  test('is shown first, confirmed, and done', async () => {
    const page = await load(forgetPage, '/x', { actor: organiser() }, params())
    expect(page.outcome).toMatchObject({ kind: 'planned', report: { name: `Ida Öhm${number}` } })
    expect(await send(forgetActions.default, {}, { actor: organiser() }, params())).toMatchObject({ status: 422 })
    expect(await isThere()).toBe(true)
    const done = await send(forgetActions.default, { sure: 'yes' }, { actor: organiser() }, params())
    expect([done.location, await isThere()]).toEqual(['/organisieren/personen?geschehen=geloescht', false])
  })

  test('is for those who organise their series', async () => {
    const stranger = withRole('series-organiser', { seriesId: 'srs_other' })
    await expect(load(forgetPage, '/x', { actor: stranger }, params())).rejects.toThrow('access.denied')
    expect(await send(forgetActions.default, { sure: 'yes' }, { actor: stranger }, params())).toMatchObject({
      code: 'access.denied',
    })
  })
})

describe('retention', () => {
  const operator = { actor: withRole('operator') }

  test('shows each kind with its period, and changes it within its limits', async () => {
    const period = async () =>
      (await load(retentionPage, '/x', operator)).kinds.find((one: { kind: string }) => one.kind === 'mails').days
    expect(await period()).toBe(365)
    expect(await send(retentionActions.period, { kind: 'mails', days: '90' }, operator)).toMatchObject({
      location: '/organisieren/aufbewahrung?geschehen=frist',
    })
    for (const days of ['5', 'x', '']) {
      const refused = await send(retentionActions.period, { kind: 'mails', days }, operator)
      expect(refused).toMatchObject({ status: 422, data: { values: { kind: 'mails', days } } })
    }
    expect(await period()).toBe(90)
  })

  test('lists texts that name somebody who was erased, until they are settled', async () => {
    const news = {
      id: `nws_${number}`,
      series_id: edition.seriesId,
      edition_id: null,
      slug: 'n',
      category: null,
      source_id: null,
      published_on: null,
    }
    await db
      .insertInto('news')
      .values({ ...news, title: { de: 'Neu' }, body: { de: `Ida Öhm${number} sprach.` } })
      .execute()
    await send(forgetActions.default, { sure: 'yes' }, operator, { id: personId })
    const { mentions } = await load(retentionPage, '/x', operator)
    expect(mentions).toMatchObject([{ table: 'news', title: 'Neu', path: `reihe-ausgabe-${number}` }])
    expect(await send(retentionActions.settle, { id: mentions[0].id }, operator)).toMatchObject({ status: 303 })
    expect((await load(retentionPage, '/x', operator)).mentions).toEqual([])
    expect(await send(retentionActions.settle, {}, operator)).toMatchObject({ code: 'mention.not_found' })
  })
})
