import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import { saveNews } from '@fachtag/core/modules/editions/news/commands'
import { newsInput } from '@fachtag/core/modules/editions/news/schema'
import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { describe, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addSmallSeries } from '../../../test/small-series.ts'
import { open, type Place, send } from '../../../test/workplace.ts'
import * as news from './[series]/aktuelles/[id]/+page.server.ts'
import * as contacts from './[series]/ansprechpersonen/+page.server.ts'
import * as source from './[series]/quellen/[id]/+page.server.ts'
import * as categories from './[series]/rubriken/+page.server.ts'
import * as series from './[series]/stammdaten/+page.server.ts'
import * as newSeries from './neu/+page.server.ts'
import * as legal from './seiten/[page=legal]/+page.server.ts'

const { db } = await testDatabase()
const { seriesId } = await addSmallSeries(db)
const scope = { seriesId }
const place: Place = { db, actor: withRole('operator'), scope, params: { series: 'fachtag' } }
const at = (params: object): Place => ({ ...place, params: { ...place.params, ...params } })

describe('a new series', () => {
  test('is added at its address', async () => {
    const { values, object } = await open(newSeries, place, '/organisieren/neu')
    expect([object.title, values.language, values._revision]).toEqual(['Veranstaltungsreihe anlegen', 'de', undefined])
    const sent = await send(newSeries, place, { ...values, name: 'Nordlichter', slug: 'nord' }, '/organisieren/neu')
    expect(sent).toEqual({ location: '/organisieren/nord?gespeichert' })
    expect(await findSeries(db, 'nord')).toMatchObject({ name: 'Nordlichter', isHome: true })
  })

  test('is suggested for the front page only while no series stands there', async () => {
    expect((await open(newSeries, place, '/organisieren/neu')).values.isHome).toBe('')
    await db.updateTable('series').set({ is_home: false }).execute()
    expect((await open(newSeries, place, '/organisieren/neu')).values.isHome).toBe('on')
  })

  test.each([
    [{ name: 'X', slug: 'fachtag' }, { slug: 'taken' }],
    [{ name: 'X', slug: 'suche' }, { slug: 'taken' }],
    [
      { name: '', slug: 'Groß & klein' },
      { name: 'required', slug: 'slug' },
    ],
  ])('that cannot be %j comes back as it was typed', async (typed, problems) => {
    const { status, reply } = await send(newSeries, place, { ...typed, 'claim.de': 'Aus der Praxis' }, '/x/neu')
    expect([status, reply?.problems]).toEqual([422, problems])
    expect(reply?.values).toMatchObject({ ...typed, 'claim.de': 'Aus der Praxis' })
  })
})

describe('a series', () => {
  test('is shown as it is stored, and saved', async () => {
    const { values, object } = await open(series, place, '/x?gespeichert')
    expect([values.name, object.notice, object.mayRemove]).toEqual(['Fachtag', 'Gespeichert', true])
    const sent = await send(series, place, { ...values, name: 'Der Fachtag', 'claim.en': 'Practice' })
    expect(sent.location).toBe('/organisieren/fachtag/stammdaten?gespeichert')
    expect(await findSeries(db, 'fachtag')).toMatchObject({ name: 'Der Fachtag', claim: { en: 'Practice' } })
  })

  test('two who changed different fields both have their way', async () => {
    const [mine, theirs] = [await open(series, place), await open(series, place)]
    await send(series, place, { ...theirs.values, shortName: 'FT' })
    const { status, reply } = await send(series, place, { ...mine.values, name: 'Fachtag 2' })
    expect(status).toBe(409)
    expect(reply?.conflict?.differences.map(({ path, changedBy }) => [path, changedBy])).toEqual([
      ['name', 'me'],
      ['shortName', 'them'],
    ])
    const again = { ...reply?.values, _revision: String(reply?.conflict?.revision), _opened: reply?.opened ?? '' }
    const settled = await send(series, place, {
      ...again,
      _do: 'settle',
      '_take.shortName': 'theirs',
      '_take.name': 'mine',
    })
    expect(settled.location).toContain('?gespeichert')
    expect(await findSeries(db, 'fachtag')).toMatchObject({ name: 'Fachtag 2', shortName: 'FT' })
  })

  test('what only one of two has changed is not asked about', async () => {
    const [mine, theirs] = [await open(contacts, place), await open(series, place)]
    await send(series, place, { ...theirs.values, name: 'Fachtag 3' })
    const sent = await send(contacts, place, { ...mine.values, 'contacts.0.function': 'Leitung' })
    expect(sent.location).toBe('/organisieren/fachtag/ansprechpersonen?gespeichert')
  })

  test('says what stands in the way of deleting it', async () => {
    const { object } = await open(series, place, '/x?loeschen')
    expect([object.isRemoving, object.uses.length]).toEqual([true, 3])
    const sent = await send(series, place, { _do: 'delete', _revision: String(object.revision) })
    expect(sent.location).toContain('?loeschen')
  })

  test('keeps its place on the front page when who may not choose it saves', async () => {
    await db.updateTable('series').set({ is_home: true }).where('id', '=', seriesId).execute()
    const organiser = { ...place, actor: withRole('series-organiser', { seriesId }) }
    const { values, object } = await open(series, organiser)
    expect(object.fields.map(({ name }) => name)).not.toContain('isHome')
    await send(series, organiser, { ...values, name: 'Fachtag 4' })
    expect(await findSeries(db, 'fachtag')).toMatchObject({ name: 'Fachtag 4', isHome: true })
  })
})

describe('contact persons', () => {
  test('are added by name, known or new, and put in order', async () => {
    const { values } = await open(contacts, place)
    expect(values['contacts.0.personId.text']).toBe('Bo Berg')
    const added = await send(contacts, place, { ...values, _do: 'add:contacts' })
    expect([added.status, added.reply?.values['contacts.count'], added.reply?.focus]).toEqual([
      200,
      '2',
      'contacts.1.personId',
    ])
    const typed = {
      ...values,
      ...added.reply?.values,
      'contacts.1.personId.text': 'Ida Öhm',
      'contacts.1.phone': '0341 1',
    }
    const moved = await send(contacts, place, { ...typed, _do: 'up:contacts:1' })
    const sent = await send(contacts, place, { ...values, ...moved.reply?.values })
    expect(sent.reply?.problems ?? sent.location).toEqual({ 'contacts.0.phone': 'phone' })
    await send(contacts, place, { ...values, ...sent.reply?.values, 'contacts.0.phone': '+49 341 123456' })
    expect((await findSeries(db, 'fachtag'))?.contacts.map((one) => one.name)).toEqual(['Ida Öhm', 'Bo Berg'])
  })

  test('who is nobody yet becomes a person', async () => {
    const { values } = await open(contacts, place)
    const more = { 'contacts.count': '3', 'contacts.2.personId.text': 'Dr. Neu Neumann' }
    expect((await send(contacts, place, { ...values, ...more })).location).toContain('gespeichert')
    expect((await findSeries(db, 'fachtag'))?.contacts.at(-1)).toMatchObject({
      name: 'Neu Neumann',
      academicTitle: 'Dr.',
    })
  })

  test('nobody stands there twice', async () => {
    const { values } = await open(contacts, place)
    const more = { 'contacts.count': '4', 'contacts.3.personId.text': 'Bo Berg' }
    const { reply } = await send(contacts, place, { ...values, ...more })
    expect(reply?.problems).toEqual({ 'contacts.3.personId': 'twice' })
  })
})

describe('a source', () => {
  test('is added, changed, and deleted while nothing names it', async () => {
    const fresh = at({ id: 'neu' })
    const sent = await send(source, fresh, { title: 'Jahresbericht', url: 'javascript:alert(1)' }, '/x/neu')
    expect(sent.reply?.problems).toEqual({ url: 'url' })
    await send(source, fresh, { title: 'Jahresbericht', url: 'https://stadt.example/bericht' }, '/x/neu')
    const { id } = await db.selectFrom('sources').select('id').executeTakeFirstOrThrow()
    const here = at({ id })
    const { values } = await open(source, here)
    await send(source, here, { ...values, publishedOn: '2031-02-03' })
    const { values: changed } = await open(source, here)
    expect(changed).toMatchObject({ title: 'Jahresbericht', publishedOn: '2031-02-03' })
    await db.updateTable('news').set({ source_id: id }).where('slug', '=', 'meldung-1').execute()
    const { object } = await open(source, here, '/x?loeschen')
    expect(object.uses).toEqual([{ name: '1 Angabe nennt sie' }])
    expect((await send(source, here, { ...changed, _do: 'delete' })).location).toContain('loeschen')
    await db.updateTable('news').set({ source_id: null }).execute()
    expect((await send(source, here, { ...changed, _do: 'delete' })).location).toBe(
      '/organisieren/fachtag/quellen?geloescht',
    )
  })
})

describe('a news entry', () => {
  test('is written, previewed, published, taken back and deleted', async () => {
    const typed = { 'title.de': 'Räume stehen fest', 'body.de': '## Wo\n\n<script>' }
    const preview = await send(news, at({ id: 'neu' }), { ...typed, _do: 'preview:body.de' }, '/x/neu')
    expect(preview.reply?.preview).toEqual({ path: 'body.de', html: '<h2>Wo</h2>\n&lt;script&gt;' })
    const added = await send(news, at({ id: 'neu' }), typed, '/x/neu')
    const id = /aktuelles\/(\w+)/.exec(added.location ?? '')?.[1] ?? ''
    const here = at({ id })
    const { values, object } = await open(news, here)
    expect([values.slug, object.badge?.text]).toEqual(['raeume-stehen-fest', 'Entwurf'])
    await send(news, here, { _do: 'step:public' })
    expect(
      await db.selectFrom('news').select(['visibility', 'published_on']).where('id', '=', id).executeTakeFirst(),
    ).toEqual({
      visibility: 'public',
      published_on: '2031-11-01',
    })
    const published = await open(news, here)
    expect(published.object.links[0]?.path).toBe('/fachtag/aktuelles/raeume-stehen-fest')
    await send(news, here, { _do: 'step:draft' })
    expect((await open(news, here)).object.badge?.text).toBe('Entwurf')
    const { values: last } = await open(news, here)
    expect((await send(news, here, { ...last, _do: 'delete' })).location).toBe(
      '/organisieren/fachtag/aktuelles?geloescht',
    )
  })

  test('keeps to its own address and categories', async () => {
    const typed = { 'title.de': 'X', slug: 'meldung-1' }
    expect((await send(news, at({ id: 'neu' }), typed, '/x/neu')).reply?.problems).toEqual({ slug: 'taken' })
    const foreign = send(news, at({ id: 'neu' }), { 'title.de': 'X', category: 'fremd' }, '/x/neu')
    await expect(foreign).rejects.toThrow('news_category.not_found')
  })

  test('a step that is not offered is not taken', async () => {
    const id = (await db.selectFrom('news').select('id').where('slug', '=', 'meldung-1').executeTakeFirstOrThrow()).id
    expect((await send(news, at({ id }), { _do: 'step:public' })).status).toBe(409)
  })

  test('of another series is not there', async () => {
    const other = await findSeries(db, 'nord')
    const entry = newsInput.parse({ slug: 'fremd', title: { de: 'Fremd' } })
    const [id = ''] = await saveNews(createContext(db, systemActor), other!.id, [entry])
    await expect(open(news, at({ id }))).rejects.toMatchObject({ status: 404 })
    await expect(send(news, at({ id }), { 'title.de': 'Gekapert', _revision: '1' })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('news categories', () => {
  test('are added, renamed, and stay while they are used', async () => {
    const { values } = await open(categories, place)
    expect(values['categories.0.name.de']).toBe('Programm')
    const more = { 'categories.count': '2', 'categories.1.name.de': 'Für Gäste' }
    expect((await send(categories, place, { ...values, ...more })).location).toContain('gespeichert')
    const { values: both } = await open(categories, place)
    expect([both['categories.0.slug'], both['categories.count']]).toEqual(['fuer-gaeste', '2'])
    const emptied = { ...both, 'categories.count': '0' }
    expect((await send(categories, place, emptied)).reply?.problems).toEqual({ categories: 'category_in_use' })
  })
})

describe('a legal page', () => {
  const here = at({ page: 'impressum' })

  test('is there to be written before anybody has', async () => {
    const { values } = await open(legal, here)
    expect([values['title.de'], values._revision]).toEqual(['Impressum', '0'])
    await send(legal, here, { ...values, 'body.de': 'Stadt *Leipzig*' })
    expect((await open(legal, here)).values).toMatchObject({ 'body.de': 'Stadt *Leipzig*', _revision: '1' })
  })

  test('written by two at once shows the second both texts', async () => {
    const [mine, theirs] = [await open(legal, here), await open(legal, here)]
    await send(legal, here, { ...theirs.values, 'body.de': 'Stadt Halle' })
    const { reply } = await send(legal, here, { ...mine.values, 'body.de': 'Stadt Jena' })
    expect(reply?.conflict?.differences).toMatchObject([
      { path: 'body.de', mine: 'Stadt Jena', theirs: 'Stadt Halle', changedBy: 'both' },
    ])
    const again = { ...reply?.values, _revision: String(reply?.conflict?.revision), _do: 'settle:mine' }
    await send(legal, here, again)
    expect((await open(legal, here)).values['body.de']).toBe('Stadt Jena')
  })

  test('what is chosen from is what is stored, or one chooses again', async () => {
    const [mine, first] = [await open(legal, here), await open(legal, here)]
    await send(legal, here, { ...first.values, 'body.de': 'Eins' })
    const { reply } = await send(legal, here, { ...mine.values, 'body.de': 'Meins' })
    const second = await open(legal, here)
    await send(legal, here, { ...second.values, 'body.de': 'Zwei' })
    const late = {
      ...reply?.values,
      _revision: String(reply?.conflict?.revision),
      _do: 'settle',
      '_take.body.de': 'mine',
    }
    const outcome = await send(legal, here, late)
    expect([outcome.status, outcome.reply?.conflict?.differences[0]?.theirs]).toEqual([409, 'Zwei'])
  })

  test('needs a title', async () => {
    expect((await send(legal, here, { 'title.de': ' ', _revision: '1' })).reply?.problems).toEqual({
      'title.de': 'required',
    })
  })
})
