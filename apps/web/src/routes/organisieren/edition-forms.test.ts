import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '@fachtag/core/app/open'
import { setRuntime } from '@fachtag/core/app/runtime'
import { findEdition } from '@fachtag/core/modules/editions/queries'
import { openFolder } from '@fachtag/core/platform/files/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { png } from '../../../../../packages/core/test/pictures.ts'
import { addSmallSeries } from '../../../test/small-series.ts'
import { visit } from '../../../test/visit.ts'
import { open, type Place, send } from '../../../test/workplace.ts'
import { load as showNews } from '../[series]/aktuelles/[entry]/+page.server.ts'
import { GET as sendPicture } from '../bilder/[image]/+server.ts'
import * as news from './[series]/[edition]/aktuelles/[id]/+page.server.ts'
import * as facts from './[series]/[edition]/angaben/+page.server.ts'
import * as rooms from './[series]/[edition]/raeume/+page.server.ts'
import * as room from './[series]/[edition]/raeume/[id]/+page.server.ts'
import * as track from './[series]/[edition]/reihen/[id]/+page.server.ts'
import * as recap from './[series]/[edition]/rueckblick/[id]/+page.server.ts'
import { load as previewRecap } from './[series]/[edition]/rueckblick/[id]/vorschau/+page.server.ts'
import * as edition from './[series]/[edition]/stammdaten/+page.server.ts'
import { load as preview } from './[series]/[edition]/vorschau/+page.server.ts'
import * as image from './[series]/bilder/[id]/+page.server.ts'
import * as newEdition from './[series]/neu/+page.server.ts'
import { GET as lookUp } from './nachschlagen/+server.ts'

const { db } = await testDatabase()
await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
const { seriesId, editionId } = await addSmallSeries(db)
const scope = { seriesId, editionId } as Place['scope']
const params = { series: 'fachtag', edition: '2031' }
const place: Place = { db, actor: withRole('series-organiser', { seriesId }), scope, params }
const at = (more: object): Place => ({ ...place, params: { ...params, ...more } })
const fresh = at({ id: 'neu' })
const ofSeries: Place = { ...place, scope: { seriesId }, params: { series: 'fachtag', id: 'neu' } }
const folder = await mkdtemp(join(tmpdir(), 'fachtag-pictures-'))

beforeAll(() => setRuntime({ files: openFolder(folder) } as App))
afterAll(async () => {
  setRuntime(undefined)
  await rm(folder, { recursive: true, force: true })
})

describe('a room', () => {
  test('is added, changed and put in order', async () => {
    expect((await send(room, fresh, { name: 'Großer Saal', capacity: '120' }, '/x/neu')).location).toBe(
      '/organisieren/fachtag/2031/raeume?gespeichert',
    )
    const added = await db.selectFrom('rooms').selectAll().where('name', '=', 'Großer Saal').executeTakeFirstOrThrow()
    expect(added).toMatchObject({ slug: 'grosser-saal', capacity: 120, position: 1 })
    const { values } = await open(room, at({ id: added.id }))
    await send(room, at({ id: added.id }), { ...values, capacity: '', description: 'Erdgeschoss' })
    const list = await rooms.load(visit(place, '/x', params) as never)
    const places = (list as { places: { id: string; name: string; capacity: number | null; sessions: number }[] })
      .places
    expect(places.map(({ name, capacity, sessions }) => [name, capacity, sessions])).toEqual([
      ['verwaltung', null, 1],
      ['Großer Saal', null, 0],
    ])
    const ids = places.map(({ id }) => id).join(' ')
    const move = rooms.actions.default(visit(place, '/raeume', params, { ids, _do: `up:${added.id}` }) as never)
    await expect(move).rejects.toMatchObject({ status: 303 })
    expect((await findEdition(db, 'fachtag', '2031'))?.rooms.map(({ slug }) => slug)).toEqual([
      'grosser-saal',
      'verwaltung',
    ])
  })

  test.each([
    [{ name: ' ' }, { name: 'required' }],
    [{ name: 'A', capacity: 'viele' }, { capacity: 'number' }],
    [{ name: 'A', capacity: '-1' }, { capacity: 'too_small' }],
  ])('%j is refused', async (typed, problems) => {
    expect((await send(room, fresh, typed, '/x/neu')).reply?.problems).toEqual(problems)
  })

  test('in which a session stands is not deleted', async () => {
    const { id } = await db.selectFrom('rooms').select('id').where('slug', '=', 'verwaltung').executeTakeFirstOrThrow()
    const { object } = await open(room, at({ id }), '/x?loeschen')
    expect(object.uses.map(({ name }) => name)).toEqual(['E-Akte im Landkreis'])
    expect((await send(room, at({ id }), { _do: 'delete' })).location).toContain('?loeschen')
    expect(await db.selectFrom('rooms').select('id').where('id', '=', id).execute()).toHaveLength(1)
  })

  test('saved by two shows the second both versions', async () => {
    const { id } = await db
      .selectFrom('rooms')
      .select('id')
      .where('slug', '=', 'grosser-saal')
      .executeTakeFirstOrThrow()
    const [mine, theirs] = [await open(room, at({ id })), await open(room, at({ id }))]
    await send(room, at({ id }), { ...theirs.values, name: 'Saal 1' })
    const { status, reply } = await send(room, at({ id }), { ...mine.values, name: 'Saal A' })
    expect([status, reply?.conflict?.differences]).toMatchObject([409, [{ mine: 'Saal A', theirs: 'Saal 1' }]])
    expect(reply?.conflict?.at).toMatch(/^20\d\d-/)
    expect(reply?.conflict?.by).not.toBeNull()
  })
})

test('a track has a colour, and goes when nothing stands in it', async () => {
  await send(track, fresh, { name: 'E-Akte', colour: '#1F5FA8' }, '/x/neu')
  const { id } = await db.selectFrom('tracks').select('id').where('slug', '=', 'e-akte').executeTakeFirstOrThrow()
  const { values } = await open(track, at({ id }))
  expect(values).toMatchObject({ name: 'E-Akte', colour: '#1F5FA8' })
  expect((await send(track, at({ id }), { ...values, colour: 'blau' })).reply?.problems).toEqual({ colour: 'invalid' })
  expect((await send(track, at({ id }), { ...values, _do: 'delete' })).location).toContain('/reihen?geloescht')
})

describe('an edition', () => {
  test('is added to its series, as a draft', async () => {
    const { values } = await open(newEdition, ofSeries, '/x/neu')
    const typed = {
      ...values,
      name: 'Fachtag 2033',
      slug: '2033',
      'date.startsOn': '2033-11-01',
      'date.precision': 'month',
    }
    const sent = await send(newEdition, ofSeries, typed, '/x/neu')
    expect(sent.location).toBe('/organisieren/fachtag/2033/stammdaten?gespeichert')
    const row = db.selectFrom('editions').select(['visibility', 'state', 'starts_on', 'venue_id', 'date_precision'])
    expect(await row.where('slug', '=', '2033').executeTakeFirst()).toEqual({
      visibility: 'draft',
      state: 'planned',
      starts_on: '2033-11-01',
      venue_id: null,
      date_precision: 'month',
    })
    expect((await send(newEdition, ofSeries, typed, '/x/neu')).reply?.problems).toEqual({ slug: 'taken' })
    const reserved = await send(newEdition, ofSeries, { ...typed, slug: 'aktuelles' }, '/x/neu')
    expect(reserved.reply?.problems).toEqual({ slug: 'taken' })
  })

  test('is saved with its venue, whose change is a change of the edition', async () => {
    const [mine, theirs] = [await open(edition, place), await open(edition, place)]
    expect(mine.values).toMatchObject({ 'venue.city': 'Leipzig', 'venue.country': 'DE', accent: 'blue' })
    await send(edition, place, { ...theirs.values, 'venue.directions.de': 'Mit der **Bahn**', accent: 'green' })
    const { reply } = await send(edition, place, { ...mine.values, 'venue.directions.de': 'Mit dem Rad' })
    expect(reply?.conflict?.differences.map(({ path, changedBy }) => [path, changedBy])).toEqual([
      ['venue.directions.de', 'both'],
      ['accent', 'them'],
    ])
    const onlyVenue = await open(edition, place)
    await send(edition, place, { ...onlyVenue.values, 'venue.street': 'Am Ring 2' })
    expect((await send(edition, place, { ...onlyVenue.values, 'venue.street': 'Am Ring 3' })).status).toBe(409)
  })

  test('loses its venue and its date when their fields are emptied', async () => {
    const { values } = await open(edition, place)
    const kept = Object.entries(values).map(([name, value]) => [
      name,
      name.startsWith('venue.') || name.startsWith('date.') ? '' : value,
    ])
    await send(edition, place, Object.fromEntries(kept))
    expect(await findEdition(db, 'fachtag', '2031')).toMatchObject({ venue: null, date: null })
    await send(edition, place, { ...values, _revision: String((await open(edition, place)).object.revision) })
    expect(await findEdition(db, 'fachtag', '2031')).toMatchObject({ venue: { city: 'Leipzig' } })
  })

  test.each([
    [{ 'date.startsOn': '2031-11-05', 'date.endsOn': '2031-11-04' }, { 'date.endsOn': 'ends_before' }],
    [{ timeZone: 'Leipzig' }, { timeZone: 'zone' }],
    [{ number: '0' }, { number: 'too_small' }],
    [{ accent: 'pink' }, { accent: 'invalid' }],
    [{ 'venue.city': '' }, { 'venue.city': 'required' }],
    [{ 'venue.ars.text': 'Nirgendwo' }, { 'venue.ars': 'unknown' }],
  ])('with %j comes back', async (typed, problems) => {
    const { values } = await open(edition, place)
    expect((await send(edition, place, { ...values, ...typed } as Record<string, string>)).reply?.problems).toEqual(
      problems,
    )
  })

  test('is looked at before it is public, published, and taken back', async () => {
    const draft = await db.selectFrom('editions').select('id').where('slug', '=', '2033').executeTakeFirstOrThrow()
    const here = { ...at({ edition: '2033' }), scope: { seriesId, editionId: draft.id } as Place['scope'] }
    const shown = (await preview(visit(here, '/x', here.params) as never)) as { edition: { name: string } }
    expect(shown.edition.name).toBe('Fachtag 2033')
    expect(await findEdition(db, 'fachtag', '2033')).toBeNull()
    const { object } = await open(edition, here)
    expect(object.links[0]?.path).toBe('/organisieren/fachtag/2033/vorschau')
    await send(edition, here, { _do: 'step:public' })
    expect(await findEdition(db, 'fachtag', '2033')).toMatchObject({ name: 'Fachtag 2033' })
    expect((await open(edition, here, '/x?loeschen')).object.uses).toHaveLength(1)
    await send(edition, here, { _do: 'step:draft' })
    expect((await send(edition, here, { _do: 'delete' })).location).toBe('/organisieren/fachtag?geloescht')
  })
})

describe('the facts of an edition', () => {
  const typed = {
    'organisers.count': '1',
    'organisers.0.organisationId.text': 'Lecos',
    'organisers.0.role': 'organiser',
    'attendance.count': '2',
    'attendance.0.count': '130',
    'attendance.0.qualifier': 'about',
    'attendance.1.qualifier': 'exact',
    'lands.count': '2',
    'lands.0.land': '14',
    'lands.0.isLargest': 'on',
    'lands.1.land': '16',
    'announcements.count': '1',
    'announcements.0.startsOn': '2032-11-03',
    'announcements.0.certainty': 'probable',
  }

  test('are saved, and rows that say nothing are left out', async () => {
    await db
      .insertInto('organisations')
      .values({ id: 'org_1', slug: 'lecos', name: 'Lecos GmbH', kind: 'it-provider' })
      .execute()
    await db
      .insertInto('organisation_names')
      .values({ organisation_id: 'org_1', name: 'Lecos GmbH', folded: 'lecos' })
      .execute()
    const { values } = await open(facts, place)
    expect((await send(facts, place, { ...values, ...typed })).location).toContain('gespeichert')
    const stored = await findEdition(db, 'fachtag', '2031')
    expect(stored?.organisers.map(({ name }) => name)).toEqual(['Lecos GmbH'])
    expect(stored?.attendance).toMatchObject([{ count: 130, qualifier: 'about' }])
    expect(stored?.lands.map(({ land, isLargest }) => [land, isLargest])).toEqual([
      ['14', true],
      ['16', false],
    ])
    expect(stored?.announcements).toMatchObject([{ startsOn: '2032-11-03', certainty: 'probable' }])
  })

  test('are shown as they are stored: nothing differs from what was just saved', async () => {
    const { values } = await open(facts, place)
    expect((await send(facts, place, values)).location).toContain('gespeichert')
    const again = await open(facts, place)
    const { _revision: before, ...shown } = values
    const { _revision: after, ...shownAgain } = again.values
    expect(shownAgain).toEqual(shown)
    expect(Number(after)).toBeGreaterThan(Number(before))
  })

  test.each([
    [{ 'lands.1.land': '14' }, { 'lands.1.land': 'twice' }],
    [
      { 'organisers.0.organisationId.text': 'Unbekannt', 'organisers.0.organisationId': '' },
      { 'organisers.0.organisationId': 'unknown' },
    ],
    [{ 'attendance.0.count': '-3' }, { 'attendance.0.count': 'too_small' }],
  ])('with %j come back', async (change, problems) => {
    const { values } = await open(facts, place)
    expect((await send(facts, place, { ...values, ...change } as Record<string, string>)).reply?.problems).toEqual(
      problems,
    )
  })

  test('name no source of another series', async () => {
    const { values } = await open(facts, place)
    await expect(send(facts, place, { ...values, dateSourceId: 'src_fremd' })).rejects.toThrow('source.not_found')
  })
})

describe('an editor of the edition', () => {
  const editor: Place = { ...fresh, actor: withRole('editor', { seriesId, editionId }) }

  test('writes its news, which belong to it whatever is sent', async () => {
    const { object } = await open(news, editor, '/x/neu')
    expect(object.fields.map(({ name }) => name)).not.toContain('editionId')
    await send(news, editor, { 'title.de': 'Neues', editionId: 'edi_fremd' }, '/x/neu')
    const row = await db.selectFrom('news').select('edition_id').where('slug', '=', 'neues').executeTakeFirst()
    expect(row).toEqual({ edition_id: editionId })
  })

  test('changes neither its rooms nor the edition', async () => {
    await expect(send(room, editor, { name: 'Saal' }, '/x/neu')).rejects.toThrow('access.denied')
    const { values } = await open(edition, editor)
    await expect(send(edition, editor, values)).rejects.toThrow('access.denied')
    await expect(send(edition, editor, { _do: 'step:draft' })).rejects.toThrow('access.denied')
  })

  test('writes recaps, one for each session, and publishes them', async () => {
    const { id: sessionId } = await db
      .selectFrom('sessions')
      .select('id')
      .where('slug', '=', 'cloud')
      .executeTakeFirstOrThrow()
    const typed = { sessionId, 'title.de': 'Cloud', 'body.de': 'Es ging um *Wolken*.' }
    const added = await send(recap, editor, typed, '/x/neu')
    const id = /rueckblick\/(\w+)/.exec(added.location ?? '')?.[1] ?? ''
    expect((await send(recap, editor, typed, '/x/neu')).reply?.problems).toEqual({ sessionId: 'taken' })
    const here = { ...editor, params: { ...editor.params, id } }
    const shown = (await previewRecap(visit(here, '/x', here.params) as never)) as { recap: { body: object } }
    expect(shown.recap.body).toEqual({ de: 'Es ging um *Wolken*.' })
    await send(recap, here, { _do: 'step:public' })
    expect((await open(recap, here)).object.badge?.text).toBe('Öffentlich')
    const { values } = await open(recap, here)
    await send(recap, here, { ...values, 'conclusion.de': 'Weiter so' })
    expect((await open(recap, here)).values['conclusion.de']).toBe('Weiter so')
    expect((await send(recap, here, { _do: 'delete' })).location).toContain('geloescht')
  })
})

describe('a picture', () => {
  const form = (values: Record<string, string>, bytes?: Uint8Array<ArrayBuffer>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(values)) data.set(name, value)
    if (bytes) data.set('file', new File([bytes], 'saal.png', { type: 'image/png' }))
    return data
  }
  const described = { name: 'Saal', 'alternative.de': 'Der große Saal', credit: 'Ida Öhm' }

  test('is taken in with its description, shown in a text, and kept while it is', async () => {
    const sent = await send(image, ofSeries, form(described, png(4, 3)), '/x/neu')
    expect(sent.location).toBe('/organisieren/fachtag/bilder?gespeichert')
    const { id } = await db.selectFrom('images').select('id').executeTakeFirstOrThrow()
    const answer = await sendPicture(visit(place, '/x', { image: id }) as never)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await answer.arrayBuffer()).byteLength).toBe(png(4, 3).length)

    const picked = await send(news, fresh, { 'body.de': 'Text', '_image.body.de': id, _do: 'image:body.de' }, '/x/neu')
    expect(picked.reply?.values['body.de']).toBe(`Text\n\n![](bild:${id})\n`)
    const entry = { 'title.de': 'Mit Bild', slug: 'mit-bild', 'body.de': picked.reply?.values['body.de'] ?? '' }
    const added = await send(news, fresh, entry, '/x/neu')
    const newsId = /aktuelles\/(\w+)/.exec(added.location ?? '')?.[1] ?? ''
    await send(news, at({ id: newsId }), { _do: 'step:public' })
    const { pictures } = (await showNews(visit(place, '/x', { series: 'fachtag', entry: 'mit-bild' }) as never)) as {
      pictures: object
    }
    expect(pictures).toEqual({ [id]: { width: 4, height: 3, alternative: 'Der große Saal', credit: 'Ida Öhm' } })

    const here = { ...ofSeries, params: { series: 'fachtag', id } }
    expect((await open(image, here, '/x?loeschen')).object.uses).toEqual([{ name: 'Meldung: Mit Bild' }])
    expect((await send(image, here, { _do: 'delete' })).location).toContain('loeschen')
    await db.deleteFrom('news').where('id', '=', newsId).execute()
    expect((await send(image, here, { _do: 'delete' })).location).toContain('geloescht')
    await expect(sendPicture(visit(place, '/x', { image: id }) as never)).rejects.toMatchObject({ status: 404 })
  })

  test.each<[string, Record<string, string>, Uint8Array<ArrayBuffer> | undefined, object]>([
    ['without a description', { name: 'Saal' }, png(4, 3), { 'alternative.de': 'alternative' }],
    ['without a file', described, undefined, { file: 'file' }],
    ['that is a page', described, new TextEncoder().encode('<svg onload="alert(1)">'), { file: 'unsupported' }],
    ['that is too large to be shown', described, png(20_000, 20_000), { file: 'image_too_large' }],
    ['that ends too early', described, png(4, 3).slice(0, 40), { file: 'damaged' }],
  ])('%s is refused', async (_, values, bytes, problems) => {
    const { status, reply } = await send(image, ofSeries, form(values, bytes), '/x/neu')
    expect([status, reply?.problems]).toEqual([422, problems])
    expect(reply?.values).toMatchObject(values)
  })
})

test('names are looked up while one types, by who works with them', async () => {
  const ask = (actor: Place['actor'], query: string) =>
    lookUp(visit({ ...place, actor }, `/organisieren/nachschlagen?${query}`) as never) as Promise<Response>
  const answer = await ask(place.actor, 'art=person&q=Oehm')
  expect(await answer.json()).toMatchObject([{ text: 'Dr. Ida Öhm' }])
  expect(await (await ask(place.actor, 'art=organisation&q=leco')).json()).toMatchObject([{ id: 'org_1' }])
  await expect(ask(place.actor, 'art=konto&q=a')).rejects.toMatchObject({ status: 404 })
  await expect(ask({ kind: 'public' }, 'art=person&q=Oehm')).rejects.toThrow('access.denied')
})
