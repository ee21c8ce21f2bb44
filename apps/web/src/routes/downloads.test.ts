import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { addSmallSeries } from '../../test/small-series.ts'
import { origin, visit } from '../../test/visit.ts'
import { GET as selectionCalendar } from './[series]/[edition]/merkliste.ics/+server.ts'
import { GET as sessionCalendar } from './[series]/[edition]/programm/beitrag/[session].ics/+server.ts'
import { GET as trackCalendar } from './[series]/[edition]/programm/reihe/[track].ics/+server.ts'
import { GET as exportProgramme } from './[series]/[edition]/programm.[format=programme]/+server.ts'
import { GET as editionCalendar } from './[series]/[edition].ics/+server.ts'
import { GET as newsFeed } from './[series]/aktuelles.atom/+server.ts'
import { GET as contactCard } from './[series]/kontakt/[contact].vcf/+server.ts'
import { GET as personCalendar } from './personen/[person].ics/+server.ts'
import { GET as personCard } from './personen/[person].vcf/+server.ts'
import { GET as robots } from './robots.txt/+server.ts'
import { GET as sitemap } from './sitemap.xml/+server.ts'

const { db } = await testDatabase()
const { contactId } = await addSmallSeries(db)
const here = { series: 'fachtag', edition: '2031' }
const ida = { person: 'ida-oehm' }
const notFound = { status: 404 }

type Endpoint = (event: never) => Response | Promise<Response>
const get = async (endpoint: Endpoint, params: Record<string, string>, path = '/x', locale: 'de' | 'en' = 'de') =>
  (await endpoint(visit({ db, locale }, path, params) as never)) as Response
/** Long lines of calendars and cards are folded; here they are whole again. */
const text = async (response: Response) => (await response.text()).replaceAll('\r\n ', '')
const fileName = (response: Response) => /filename="(.*)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]

describe('calendars', () => {
  test('of an edition says which day and where', async () => {
    const response = await get(editionCalendar, here)
    const calendar = await text(response)
    expect(fileName(response)).toBe('fachtag-2031.ics')
    expect(calendar).toContain('DTSTART;VALUE=DATE:20311105')
    expect(calendar).toContain('LOCATION:Kongresshalle\\, Am Markt 1\\, Leipzig')
    expect(calendar).toContain(`URL:${origin}/fachtag/2031`)
    expect(await text(await get(editionCalendar, here, '/x', 'en'))).toContain(`URL:${origin}/en/fachtag/2031`)
  })

  test.each([
    ['whose day is not known', { series: 'fachtag', edition: '2030' }],
    ['that is not public', { series: 'fachtag', edition: '2032' }],
    ['that does not exist', { series: 'fachtag', edition: '1999' }],
  ])('there is none of an edition %s', async (_, params) => {
    await expect(get(editionCalendar, params)).rejects.toMatchObject(notFound)
  })

  test.each([
    ['a session', sessionCalendar, { ...here, session: 'e-akte' }, '/x', ['E-Akte im Landkreis'], 'fachtag-e-akte.ics'],
    [
      'a track',
      trackCalendar,
      { ...here, track: 'verwaltung' },
      '/x',
      ['E-Akte im Landkreis'],
      'fachtag-2031-verwaltung.ics',
    ],
    [
      'a selection',
      selectionCalendar,
      here,
      '/x?s=cloud,e-akte,x',
      ['Cloud', 'E-Akte im Landkreis'],
      'fachtag-2031.ics',
    ],
    [
      'a programme',
      exportProgramme,
      { ...here, format: 'ics' },
      '/x',
      ['Cloud', 'E-Akte im Landkreis'],
      'fachtag-2031.ics',
    ],
    ['a person', personCalendar, ida, '/x', ['Cloud', 'E-Akte im Landkreis'], 'ida-oehm.ics'],
  ])('of %s has its sessions', async (_, endpoint, params, path, titles, name) => {
    const response = await get(endpoint as Endpoint, params, path)
    const calendar = await text(response)
    const found = [...calendar.matchAll(/SUMMARY:(.*)\r\n/g)].map((match) => match[1])
    expect([...new Set(found)].sort()).toEqual(titles)
    expect(fileName(response)).toBe(name)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  })

  test.each([
    ['session', sessionCalendar, { ...here, session: 'x' }],
    ['track', trackCalendar, { ...here, track: 'x' }],
    ['person', personCalendar, { person: 'x' }],
    ['person who never spoke', personCalendar, { person: 'bo-berg' }],
  ])('there is none of a %s that is not there', async (_, endpoint, params) => {
    await expect(get(endpoint as Endpoint, params)).rejects.toMatchObject(notFound)
  })
})

describe('cards', () => {
  test('of a contact has what one needs to call', async () => {
    const response = await get(contactCard, { series: 'fachtag', contact: contactId })
    const card = await text(response)
    expect(fileName(response)).toBe('bo-berg.vcf')
    for (const line of ['FN:Bo Berg', 'bo@fachtag.example', '+49', 'Büro']) expect(card).toContain(line)
  })

  test('of somebody who spoke has the function of then, and no way to call', async () => {
    const response = await get(personCard, ida)
    const card = await text(response)
    expect(fileName(response)).toBe('ida-oehm.vcf')
    for (const line of ['Ida Öhm', 'Leitung', 'Stadt Musterhausen', `${origin}/personen/ida-oehm`])
      expect(card).toContain(line)
    expect(card).not.toMatch(/^(TEL|EMAIL)/m)
  })

  test.each([
    ['a contact of another series', contactCard, { series: 'andere', contact: contactId }],
    ['nobody', contactCard, { series: 'fachtag', contact: 'con_x' }],
    ['a person without a page', personCard, { person: 'bo-berg' }],
  ])('there is none of %s', async (_, endpoint, params) => {
    await expect(get(endpoint as Endpoint, params)).rejects.toMatchObject(notFound)
  })
})

describe('the feed of news', () => {
  test('has the newest first, in the language that was asked for', async () => {
    const response = await get(newsFeed, { series: 'fachtag' })
    const feed = await response.text()
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect([...feed.matchAll(/<title[^>]*>(.*?)<\/title>/g)].map((match) => match[1])).toEqual([
      'Fachtag: Aktuelles',
      'Die Anmeldung ist offen',
      'Das Programm steht',
    ])
    expect(feed).toContain('Vierzig Vorträge &amp; mehr')
    expect(feed).toContain(`${origin}/fachtag/aktuelles/meldung-1`)
    const english = await (await get(newsFeed, { series: 'fachtag' }, '/x', 'en')).text()
    expect(english).toContain(`${origin}/en/fachtag/aktuelles/meldung-1`)
    expect(english).toContain('Programme')
  })

  test('there is none of a series that is not there', async () => {
    await expect(get(newsFeed, { series: 'x' })).rejects.toMatchObject(notFound)
  })
})

test('robots are told where the sitemap is, and what to leave alone', async () => {
  const rules = await (await get(robots, {})).text()
  expect(rules).toContain(`Sitemap: ${origin}/sitemap.xml`)
  for (const path of ['/suche', '/en/suche', '/einrichten', '/organisieren'])
    expect(rules).toContain(`Disallow: ${path}\n`)
})

test('the sitemap has every public page and no other', async () => {
  const xml = await (await get(sitemap, {})).text()
  const pages = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]!.slice(origin.length))
  for (const path of ['/', '/en', '/archiv', '/personen/ida-oehm', '/fachtag/2031/programm/beitrag/e-akte']) {
    expect(pages).toContain(path)
  }
  expect(pages.filter((path) => /2032|organisieren|einrichten/.test(path))).toEqual([])
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages.length).toBeGreaterThan(10)
})
