import { type App, openApp } from '@fachtag/core/app/open'
import { systemActor } from '@fachtag/core/kernel/actor'
import { reindexAll } from '@fachtag/core/modules/library/search/commands'
import { replaceSpeaker } from '@fachtag/core/modules/programme/replacement/commands'
import { undoChange } from '@fachtag/core/modules/programme/replacement/undoing/commands'
import { readSettings } from '@fachtag/core/platform/config/read'
import { touchPublication } from '@fachtag/core/platform/database/publication'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../packages/core/test/database.ts'
import { addTwoSessions, type TwoSessions } from '../../../packages/core/test/two-sessions.ts'
import { signedIn } from '../test/signed-in.ts'
import { startWeb, type Web } from './start.ts'

const { url } = await testDatabase()
const settings = readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', FACHTAG_WORKER: 'no' })

/** Two processes of one installation: what one changes, the other has kept pages of. */
let apps: App[]
let webs: Web[]
let here: TwoSessions
let organiser = ''

const home = '/reihe-ersatz/ersatz'
const page = `${home}/programm/beitrag/alpha`
const patience = { timeout: 20_000 }
const read = async (path: string, web = webs[0]!, cookie = '') =>
  (await fetch(web.url + path, { headers: { cookie } })).text()

async function keep(path: string, web: Web): Promise<void> {
  await vi.waitFor(async () => {
    await read(path, web)
    if (!web.cache.find(path)) throw new Error('not kept yet')
  }, patience)
}

beforeAll(async () => {
  apps = [await openApp(settings), await openApp(settings)]
  webs = await Promise.all(apps.map((app) => startWeb(app, { host: '127.0.0.1', port: 0 })))
  const [app] = apps
  here = await addTwoSessions(app!.db, 'ersatz')
  const grants = [{ role: 'series-organiser', seriesId: here.scope.seriesId, editionId: null }] as const
  organiser = await signedIn(app!, { name: 'Olga', grants })
  await vi.waitFor(() => app!.db.transaction().execute(touchPublication), patience)
})
afterAll(async () => {
  for (const web of webs) await web.close()
  for (const app of apps) await app.close()
})

const sequence = (calendar: string) => Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1])
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '')
const linked = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as {
    performer: { name: string }[] | { name: string }
  }

describe('before and after a replacement', () => {
  let before: Record<string, string>
  const outputs = {
    programme: `${home}/programm`,
    page,
    ics: `${page}.ics`,
    all: `${home}/programm.ics`,
    json: `${home}/programm.json`,
    xml: `${home}/programm.xml`,
    csv: `${home}/programm.csv`,
    planned: '/personen/ersatz-0',
    vcard: '/personen/ersatz-0.vcf',
    calendar: '/personen/ersatz-0.ics',
  }
  const readAll = async () =>
    Object.fromEntries(await Promise.all(Object.entries(outputs).map(async ([name, path]) => [name, await read(path)])))
  const moderation = () => read('/organisieren/reihe-ersatz/ersatz/moderation', webs[0], organiser)
  let after: Record<string, string>
  let milliseconds = 0

  beforeAll(async () => {
    for (const web of webs) for (const path of [page, `${home}/programm`]) await keep(path, web)
    before = await readAll()
    expect(await moderation()).not.toContain('Fay Falk')
    const from = performance.now()
    await replaceSpeaker(apps[0]!.ctx(systemActor), here.scope, {
      sessionId: here.sessions[0],
      appearanceId: here.appearanceOf(here.sessions[0], here.people[0]),
      standIn: {
        kind: 'name',
        name: 'Dr. Fay Falk',
        function: 'Leitung',
        organisationName: 'Stadt Neu',
        mode: 'remote',
      },
      title: 'Alpha, neu erzählt',
    })
    for (const web of webs)
      await vi.waitFor(async () => {
        if (!(await read(page, web)).includes('Fay Falk')) throw new Error('not yet')
      }, patience)
    milliseconds = performance.now() - from
    after = await readAll()
  })

  test('every process shows it within five seconds', () => expect(milliseconds).toBeLessThan(5000))

  test('the page says politely who comes for whom, and the name of who was planned stays', () => {
    expect(after.page).toMatch(/Für Ida Öhm spricht Dr\. Fay Falk, per Video zugeschaltet\./)
    expect(after.page).toContain('Alpha, neu erzählt')
    expect([before.page!.includes('Fay Falk'), before.page!.includes('Ida Öhm')]).toEqual([false, true])
  })

  test('the list, the tables and the data for others name who comes', () => {
    expect(after.programme).toMatch(/Fay Falk \(für Ida Öhm, per Video\)/)
    for (const name of ['json', 'xml', 'csv']) {
      expect([name, after[name]!.includes('Fay Falk'), after[name]!.includes('Ida')]).toEqual([name, true, false])
      expect(before[name]).toContain('Ida')
    }
  })

  test('calendars are told by a higher number', () => {
    expect([sequence(before.ics!), sequence(after.ics!)]).toEqual([0, 1])
    expect(unfolded(after.ics!)).toMatch(/DESCRIPTION:Dr\. Fay Falk\\, Leitung\\, Stadt Neu/)
    expect(unfolded(after.ics!)).toContain('SUMMARY:Alpha\\, neu erzählt')
    expect(after.all).toContain('Fay Falk')
  })

  test('search engines learn who performs', () => {
    const performers = [linked(after.page!).performer].flat().map(({ name }) => name)
    expect(performers).toEqual(['Dr. Fay Falk', 'Bo Berg'])
  })

  test('both have their page; the card of who was planned is as it was, and their calendar has it no more', async () => {
    expect(after.planned).toContain('wird vertreten')
    expect(await read('/personen/fay-falk')).toContain('Alpha, neu erzählt')
    expect(after.vcard).toBe(before.vcard)
    expect([before.calendar!.includes('Alpha'), after.calendar!.includes('Alpha')]).toEqual([true, false])
    expect(await read('/personen/fay-falk.ics')).toContain('Alpha')
  })

  test('the moderator’s sheet and the print have it', async () => {
    expect(await moderation()).toMatch(/Vortrag, für Ida Öhm/)
    const print = await fetch(`${webs[0]!.url}${home}/programm.pdf`)
    expect([print.status, print.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  test('the search finds who comes', async () => {
    await apps[0]!.db.transaction().execute(reindexAll)
    expect(await read('/suche?q=Fay+Falk')).toContain('Alpha, neu erzählt')
  })

  test('taken back, everything is as it was, but for the number', async () => {
    await undoChange(apps[1]!.ctx(systemActor), here.scope, { sessionId: here.sessions[0], release: 2 })
    await vi.waitFor(async () => expect(await read(page)).not.toContain('Fay Falk'), patience)
    const calendar = await read(outputs.ics)
    expect([sequence(calendar), calendar.includes('SUMMARY:Alpha\r\n')]).toEqual([2, true])
  })
})
