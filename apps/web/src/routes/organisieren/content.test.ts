import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { saveTopics } from '@fachtag/core/modules/editions/topics/commands'
import { topicInput } from '@fachtag/core/modules/editions/topics/schema'
import { readDraft } from '@fachtag/core/modules/programme/draft/queries'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import {
  addEdition,
  addEditionOf,
  addSessions,
  addTrackAndRoom,
  type TestEdition,
} from '../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../test/visit.ts'
import { load as dashboard } from './[series]/[edition]/+page.server.ts'
import { load as candidates } from './[series]/[edition]/anfragen/+page.server.ts'
import { load as sessionList } from './[series]/[edition]/beitraege/+page.server.ts'
import * as session from './[series]/[edition]/beitraege/[id]/+page.server.ts'
import { load as materialList } from './[series]/[edition]/unterlagen/+page.server.ts'
import * as material from './[series]/[edition]/unterlagen/[id]/+page.server.ts'
import * as publish from './[series]/[edition]/veroeffentlichen/+page.server.ts'
import * as nextEdition from './[series]/neue-ausgabe/+page.server.ts'
import { load as organisationList } from './organisationen/+page.server.ts'
import * as organisation from './organisationen/[id]/+page.server.ts'
import { load as personList } from './personen/+page.server.ts'
import * as person from './personen/[id]/+page.server.ts'
import * as contact from './personen/[id]/erreichbar/+page.server.ts'
import * as mergePerson from './personen/[id]/zusammenfuehren/+page.server.ts'
import { load as topicList } from './themen/+page.server.ts'
import * as topic from './themen/[id]/+page.server.ts'
import * as mergeTopic from './themen/[id]/zusammenfuehren/+page.server.ts'

const { db } = await testDatabase()
const system = createContext(db, systemActor)
let edition: TestEdition
let scope: EditionScope
let foreign: EditionScope
let organiser: ReturnType<typeof withRole>

beforeAll(async () => {
  await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
  edition = await addEdition(db, '2031')
  const other = await addEdition(db, 'fremd')
  ;[scope, foreign] = [await scopeOfEdition(db, edition.id), await scopeOfEdition(db, other.id)]
  organiser = withRole('series-organiser', { seriesId: edition.seriesId })
})

type Form = Readonly<Record<string, string>>
type Params = Readonly<Record<string, string>>
type Page = { readonly load?: unknown; readonly actions?: unknown }
const address = { series: 'reihe-2031', edition: '2031' }

function event(path: string, params: Params, form?: Form, over: EditionScope | null = scope, actor = organiser) {
  return visit({ db, actor, scope: over }, path, params, form) as never
}
const run = (work: unknown, given: never) =>
  answer((async () => (work as (event: never) => unknown)(given))().catch((thrown: unknown) => thrown))

/** What a page shows. */
const show = (load: unknown, path: string, params: Params = address, over: EditionScope | null = scope) =>
  run(load, event(path, params, undefined, over))
/** What becomes of a form that is sent to a page. */
const send = ({ actions }: Page, path: string, params: Params, form: Form, over: EditionScope | null = scope) =>
  run((actions as { default: unknown }).default, event(path, params, form, over))

const idIn = ({ location = '' }: { location?: string }) => /([a-z]{3}_\w+)/.exec(location)?.[1] ?? ''

async function made(page: Page, path: string, form: Form): Promise<string> {
  const sent = await send(page, `${path}/neu`, { ...address, id: 'neu' }, form)
  expect(sent.status).toBe(303)
  return idIn(sent)
}

const personForm = (name: string) => ({ name, seriesId: edition.seriesId })

describe('a person', () => {
  test('is added, found by another spelling, and changed', async () => {
    const id = await made(person, '/organisieren/personen', { ...personForm('Jörg Müller'), 'biography.de': 'Leitet' })
    const { list } = await show(personList, '/organisieren/personen?q=mueller', {}, null)
    expect(list.entries).toMatchObject([{ id, name: 'Jörg Müller' }])
    const shown = await show(person.load, `/organisieren/personen/${id}`, { id }, null)
    expect(shown).toMatchObject({ mayChange: true, involvements: [], object: { title: 'Jörg Müller', isStored: true } })
    const { revision } = shown.object
    const changed = await send(person, `/x/${id}`, { id }, { name: 'Jörg Maier', _revision: String(revision) }, null)
    expect(changed.location).toBe(`/organisieren/personen/${id}?gespeichert`)
    expect((await show(personList, '/x?q=müller', {}, null)).list.total).toBe(1)
  })

  test('of a known name is asked about, with what was typed', async () => {
    await made(person, '/organisieren/personen', personForm('Ida Öhm'))
    const asked = await send(person, '/x/neu', {}, { ...personForm('Ida Oehm'), academicTitle: 'Dr.' }, null)
    expect([asked.status, asked.data.problems, asked.data.values.academicTitle]).toEqual([
      422,
      { name: 'namesake' },
      'Dr.',
    ])
    await made(person, '/organisieren/personen', { ...personForm('Ida Oehm'), isAnother: 'on' })
  })

  test.each([
    [{ name: '' }, { name: 'required' }],
    [{ name: 'Bo Berg', familyName: 'Tal' }, { familyName: 'family_name' }],
    [{ name: 'Bo Berg', website: 'berg' }, { website: 'url' }],
    [{ name: 'Bo Berg', seriesId: '' }, { seriesId: 'required' }],
  ])('%j is refused beside the field', async (form, problems) => {
    const sent = await send(person, '/x/neu', {}, { ...personForm(''), ...form }, null)
    expect([sent.status, sent.data.problems]).toEqual([422, problems])
  })

  test('of another series can be seen, and not changed', async () => {
    const id = await made(person, '/organisieren/personen', personForm('Eva Ecke'))
    const stranger = withRole('programme', { seriesId: foreign.seriesId, editionId: foreign.editionId })
    const shown = await run(person.load, event(`/x/${id}`, { id }, undefined, null, stranger))
    expect(shown).toMatchObject({ mayChange: false, object: { title: 'Eva Ecke' } })
    const form = { name: 'Eva Neu', _revision: String(shown.object.revision) }
    const sent = await run(person.actions.default, event(`/x/${id}`, { id }, form, null, stranger))
    expect(sent).toMatchObject({ code: 'access.denied' })
    expect(await run(person.load, event('/x/per_none', { id: 'per_none' }, undefined, null))).toMatchObject({
      status: 404,
    })
  })

  test('with words behind the family name can be saved as they are', async () => {
    const id = await made(person, '/organisieren/personen', personForm('Bo Berg (Leipzig)'))
    const { object } = await show(person.load, `/x/${id}`, { id }, null)
    expect(object.input.familyName).toBeUndefined()
    const form = { name: object.input.name, familyName: '', _revision: String(object.revision) }
    expect((await send(person, `/x/${id}`, { id }, form, null)).status).toBe(303)
  })

  test('can be reached at an address that only organisers see', async () => {
    const id = await made(person, '/organisieren/personen', personForm('Rita Rat'))
    const wrong = await send(contact, `/x/${id}/erreichbar`, { id }, { email: 'rita', _revision: '0' }, null)
    expect(wrong.data.problems).toEqual({ email: 'email' })
    const form = { email: 'rita@fachtag.example', _revision: '0' }
    expect((await send(contact, `/x/${id}/erreichbar`, { id }, form, null)).location).toContain(id)
    const other = { ...form, email: 'rat@fachtag.example' }
    expect((await send(contact, `/x/${id}/erreichbar`, { id }, other, null)).status).toBe(409)
    const { object } = await show(contact.load, `/x/${id}/erreichbar`, { id }, null)
    expect(object).toMatchObject({ title: 'Rita Rat', input: { email: 'rita@fachtag.example' } })
    const stranger = withRole('programme', { seriesId: foreign.seriesId, editionId: foreign.editionId })
    const hidden = await run(contact.load, event(`/x/${id}/erreichbar`, { id }, undefined, null, stranger))
    expect(hidden).toMatchObject({ status: 404 })
  })

  test('is merged into another one that was named', async () => {
    const [from, into] = [
      await made(person, '/organisieren/personen', personForm('Uwe Uhl')),
      await made(person, '/organisieren/personen', personForm('Uwe Uhlig')),
    ]
    const path = `/organisieren/personen/${from}/zusammenfuehren`
    expect((await send(mergePerson, path, { id: from }, { 'into.text': '' }, null)).data.problems).toEqual({
      into: 'required',
    })
    const unknown = await send(mergePerson, path, { id: from }, { 'into.text': 'Niemand' }, null)
    expect(unknown.data.problems).toEqual({ into: 'unknown' })
    const same = await send(mergePerson, path, { id: from }, { 'into.text': 'Uwe Uhl', 'into.choice': from }, null)
    expect([same.status, same.data.outcome]).toEqual([409, 'same'])
    const merged = await send(mergePerson, path, { id: from }, { 'into.text': 'Uwe Uhlig' }, null)
    expect(merged.location).toBe(`/organisieren/personen/${into}?erledigt`)
  })
})

describe('an organisation', () => {
  const form = { kind: 'company', country: 'DE' }

  test('is added, found by any of its names, and changed', async () => {
    const id = await made(organisation, '/organisieren/organisationen', {
      ...form,
      name: 'Lecos GmbH',
      aliases: 'LECOS\nLeipziger IT',
    })
    const { list } = await show(organisationList, '/x?q=leipziger', {}, null)
    expect(list.entries).toMatchObject([{ id, name: 'Lecos GmbH' }])
    const twice = await send(organisation, '/x/neu', {}, { ...form, name: 'lecos' }, null)
    expect(twice.data.problems).toEqual({ name: 'taken' })
    const region = await send(organisation, '/x/neu', {}, { ...form, name: 'Nirgendwo', ars: '99999' }, null)
    expect(region.data.problems).toEqual({ ars: 'region' })
    const shown = await show(organisation.load, `/x/${id}?verzeichnis=leipzig`, { id }, null)
    expect(shown).toMatchObject({ mayChange: true, register: { wanted: 'leipzig' } })
  })
})

describe('a topic', () => {
  test('is added, listed, changed and merged', async () => {
    const [from, into] = [
      await made(topic, '/organisieren/themen', { 'name.de': 'E-Akte', synonyms: 'DMS' }),
      await made(topic, '/organisieren/themen', { 'name.de': 'Elektronische Akte' }),
    ]
    expect((await send(topic, '/x/neu', {}, { 'name.de': 'dms' }, null)).data.problems).toEqual({ 'name.de': 'taken' })
    const { revision } = (await show(topic.load, `/x/${into}`, { id: into }, null)).object
    const changed = await send(
      topic,
      `/x/${into}`,
      { id: into },
      { 'name.de': 'eAkte', _revision: String(revision) },
      null,
    )
    expect(changed.status).toBe(303)
    const merged = await send(mergeTopic, '/x', { id: from }, { 'into.text': 'eAkte' }, null)
    expect(merged.location).toBe(`/organisieren/themen/${into}?erledigt`)
    const { topics } = await show(topicList, '/x', {}, null)
    expect(topics).toMatchObject([
      { id: into, name: { de: 'eAkte' }, synonyms: expect.arrayContaining(['DMS', 'E-Akte']) },
    ])
  })
})

const none = { 'appearances.count': '0', 'links.count': '0' }
const talk = { title: 'Vortrag', type: 'talk', language: 'de', titleIsGiven: 'on', ...none }
const path = '/organisieren/reihe-2031/2031/beitraege'

describe('a session', () => {
  test('holds everything that the form says, and somebody new', async () => {
    const { trackId, roomId } = await addTrackAndRoom(db, edition, 'verwaltung')
    const topics = await saveTopics(system, [topicInput.parse({ slug: 'cloud', name: { de: 'Cloud' } })])
    const id = await made(session, path, {
      ...talk,
      ...{ trackId, roomId, day: '2031-11-05', time: '10:00', durationMinutes: '45' },
      [`topicIds.${topics.get('cloud')}`]: 'on',
      ...{ 'links.count': '1', 'links.0.title': 'Mehr', 'links.0.url': 'https://fachtag.example' },
      ...{ 'appearances.count': '2', 'appearances.0.personId.text': 'Dr. Nele Neu', 'appearances.0.role': 'speaker' },
      ...{ 'appearances.0.mode': 'remote', 'appearances.0.state': 'planned', 'appearances.0.function': 'Leiterin' },
      ...{ 'appearances.1.organisationName': 'Stadt', 'appearances.1.role': 'host', 'appearances.1.mode': 'on-site' },
      'appearances.1.state': 'planned',
    })
    const draft = await readDraft(db, edition.id)
    expect(draft.sessions.find((one) => one.id === id)).toMatchObject({
      startsAt: '2031-11-05T10:00',
      durationMinutes: 45,
      topicIds: [topics.get('cloud')],
      links: [{ title: 'Mehr' }],
      appearances: [{ name: 'Dr. Nele Neu', mode: 'remote', function: 'Leiterin' }, { organisationName: 'Stadt' }],
    })
    const { object } = await show(session.load, `${path}/${id}`, { ...address, id })
    expect(object.steps.map((one: { name: string }) => one.name)).toEqual(['cancel', 'remove'])
  })

  test.each<[Form, object]>([
    [{ title: '' }, { title: 'required' }],
    [{ time: '10:00' }, { day: 'required' }],
    [{ durationMinutes: 'lang' }, { durationMinutes: 'number' }],
    [{ type: 'oper' }, { type: 'invalid' }],
    [{ 'links.count': '1', 'links.0.title': 'Mehr', 'links.0.url': 'mehr' }, { 'links.0.url': 'url' }],
    [
      {
        'appearances.count': '1',
        'appearances.0.role': 'speaker',
        'appearances.0.mode': 'on-site',
        'appearances.0.function': 'Leiter',
      },
      { 'appearances.0.personId': 'required' },
    ],
  ])('%j is refused beside the field, and nothing typed is lost', async (form, problems) => {
    const sent = await send(session, `${path}/neu`, address, { ...talk, abstract: 'Ein *Text*', ...form })
    expect([sent.status, sent.data.problems, sent.data.values.abstract]).toEqual([422, problems, 'Ein *Text*'])
  })

  test('whose speaker might be one of several is asked about', async () => {
    const form = {
      'appearances.count': '1',
      'appearances.0.personId.text': 'Ida Oehm',
      'appearances.0.role': 'speaker',
      'appearances.0.mode': 'on-site',
      'appearances.0.state': 'planned',
    }
    const sent = await send(session, `${path}/neu`, address, { ...talk, ...form })
    expect(sent.data.problems).toEqual({ 'appearances.0.personId': 'ambiguous' })
    expect(sent.data.candidates['appearances.0.personId']).toHaveLength(2)
  })

  test('that two have before them loses nothing', async () => {
    const id = await made(session, path, talk)
    const params = { ...address, id }
    const revision = String((await show(session.load, `${path}/${id}`, params)).object.revision)
    const first = await send(session, `${path}/${id}`, params, { ...talk, title: 'Erste', _revision: revision })
    expect(first.status).toBe(303)
    const second = await send(session, `${path}/${id}`, params, { ...talk, title: 'Zweite', _revision: revision })
    expect([second.status, second.data.values.title]).toEqual([409, 'Zweite'])
    expect(second.data.conflict.differences).toMatchObject([{ path: 'title', mine: 'Zweite', theirs: 'Erste' }])
  })

  test('leaves the programme and comes back by a button', async () => {
    const id = await made(session, path, { ...talk, title: 'Hin und her' })
    const params = { ...address, id }
    for (const [step, names] of [
      ['cancel', ['reinstate', 'remove']],
      ['remove', ['restore']],
      ['restore', ['cancel', 'remove']],
    ] as const) {
      const { revision } = (await show(session.load, `${path}/${id}`, params)).object
      const sent = await send(session, `${path}/${id}`, params, { _do: `step:${step}`, _revision: String(revision) })
      expect(sent.location).toBe(`${path}/${id}?erledigt`)
      const { object } = await show(session.load, `${path}/${id}`, params)
      expect(object.steps.map((one: { name: string }) => one.name)).toEqual(names)
    }
  })

  test('of another edition is not found under this one', async () => {
    const [id] = (await addSessions(db, { id: foreign.editionId, seriesId: foreign.seriesId, slug: 'fremd' }, [
      { title: 'Fremd' },
    ])) as [string]
    const params = { ...address, id }
    expect(await show(session.load, `${path}/${id}`, params)).toMatchObject({ status: 404 })
    expect(await send(session, `${path}/${id}`, params, { ...talk, _revision: '1' })).toMatchObject({ status: 404 })
    const theirs = await addTrackAndRoom(
      db,
      { id: foreign.editionId, seriesId: foreign.seriesId, slug: 'fremd' },
      'fremd',
    )
    const named = await send(session, `${path}/neu`, address, { ...talk, trackId: theirs.trackId })
    expect(named).toMatchObject({ code: 'track.not_found' })
  })
})

describe('the list of sessions', () => {
  test('is narrowed by what is lacking and by words', async () => {
    const { list, mayEdit } = await show(sessionList, `${path}?fehlt=speaker&q=hin`)
    expect(list.sessions).toMatchObject([{ title: 'Hin und her', lacks: expect.arrayContaining(['speaker', 'time']) }])
    expect(mayEdit).toBe(true)
  })
})

describe('a material', () => {
  const base = '/organisieren/reihe-2031/2031/unterlagen'
  const slides = { title: 'Folien', kind: 'slides', state: 'announced' }

  test('is added, made available and deleted', async () => {
    expect((await send(material, `${base}/neu`, address, slides)).location).toBe(`${base}?gespeichert`)
    const [{ id }] = (await show(materialList, `${base}?zustand=announced`)).materials
    const params = { ...address, id }
    const { revision } = (await show(material.load, `${base}/${id}`, params)).object
    const form = { ...slides, state: 'available', _revision: String(revision) }
    expect((await send(material, `${base}/${id}`, params, form)).data.problems).toEqual({ url: 'required' })
    expect((await send(material, `${base}/${id}`, params, { ...form, url: 'https://fachtag.example/f' })).status).toBe(
      303,
    )
    expect((await show(materialList, `${base}?zustand=announced`)).materials).toEqual([])
    expect((await send(material, `${base}/${id}`, params, { _do: 'delete' })).location).toBe(`${base}?geloescht`)
  })
})

describe('publishing', () => {
  test('says what will change, does it, and lists it', async () => {
    const before = await show(publish.load, '/x')
    expect(before).toMatchObject({ isFirst: true, isEmpty: false, shown: null })
    const form = { name: ' Vorab ', note: '', stamp: before.stamp, mails: 'now' }
    const unseen = await send(publish, '/x', address, form)
    expect(unseen).toMatchObject({ status: 409, data: { problem: 'errors', typed: { name: 'Vorab' } } })
    const seen = before.errors.map(({ key }: { key: string }) => key).join('|')
    const stale = await send(publish, '/x', address, { ...form, seen, stamp: 'another' })
    expect(stale).toMatchObject({ status: 409, data: { problem: 'outdated' } })
    const sent = await send(publish, '/x', address, { ...form, seen })
    expect(sent.location).toBe('/organisieren/reihe-2031/2031/veroeffentlichen?geschehen=veroeffentlicht')
    const after = await show(publish.load, '/x?geschehen=veroeffentlicht')
    expect(after).toMatchObject({
      isUnchanged: true,
      latest: { number: 1, name: 'Vorab', note: null },
      told: { waiting: 0 },
    })
  })
})

describe('the next edition', () => {
  const base = '/organisieren/reihe-2031/neue-ausgabe'
  const series = { seriesId: '' } as unknown as EditionScope

  test('is proposed, tried for another day, and made', async () => {
    Object.assign(series, { seriesId: edition.seriesId })
    const proposed = await show(nextEdition.load, base, address, series)
    expect(proposed).toMatchObject({ chosen: '2031', input: { slug: '2032', firstDay: '2032-11-03' } })
    const other = await show(nextEdition.load, `${base}?vorlage=2031&tag=2032-07-07`, address, series)
    expect(other.input.firstDay).toBe('2032-07-07')
    expect(await show(nextEdition.load, `${base}?vorlage=gibtesnicht`, address, series)).toMatchObject({ status: 404 })
    const form = {
      name: 'Tagung 2032',
      slug: '2032',
      firstDay: '2032-07-07',
      'parts.tracks': 'on',
      'parts.rooms': 'on',
    }
    const wrong = await send(nextEdition, base, address, { ...form, slug: 'Mit Leer' }, series)
    expect(wrong.data.problems).toEqual({ slug: 'slug' })
    expect((await send(nextEdition, base, address, form, series)).location).toBe('/organisieren/reihe-2031/2032')
    const twice = await send(nextEdition, base, address, form, series)
    expect([twice.status, twice.data.problems]).toEqual([409, { slug: 'taken' }])
  })

  test('offers those of the year before to be asked again', async () => {
    const { list } = await (async () => {
      const next = await addEditionOf(db, edition.seriesId, '2033', '2033-11-02')
      return show(candidates, '/x', address, await scopeOfEdition(db, next.id))
    })()
    expect(list).toMatchObject({ from: { slug: '2031' }, candidates: [{ name: 'Dr. Nele Neu', isThere: false }] })
  })
})

describe('the dashboard', () => {
  test('leads to what is to be done', async () => {
    const { dashboard: board, base } = await show(dashboard, '/x')
    expect(base).toBe('/organisieren/reihe-2031/2031')
    expect(board.tasks.map((task: { name: string }) => task.name)).toEqual(
      expect.arrayContaining(['no-speaker', 'no-time']),
    )
    expect(board.milestones.length).toBeGreaterThan(5)
  })

  test('shows nothing of the programme to who has nothing to do with it', async () => {
    const finance = accountWith([{ role: 'finance', seriesId: scope.seriesId, editionId: scope.editionId }])
    const { dashboard: board } = await run(dashboard, event('/x', address, undefined, scope, finance))
    expect(board).toMatchObject({ types: [], lands: [], tasks: [] })
  })
})
