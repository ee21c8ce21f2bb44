import { systemActor } from '@fachtag/core/kernel/actor'
import { ensurePersons } from '@fachtag/core/modules/people/persons/commands'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Field, Values } from '#lib/form/types.ts'
import { testDatabase } from '../../../../../../packages/core/test/database.ts'
import { addWorkplaces } from '../../../../../../packages/core/test/workplaces.ts'
import { visit } from '../../../../test/visit.ts'
import { open, type Place, send } from '../../../../test/workplace.ts'
import type { ObjectForm, Saved, Stored } from './object-form.ts'
import { objectPage } from './object-page.ts'

const { db } = await testDatabase()
const { own } = await addWorkplaces(db)
const [ida] = await db.transaction().execute((tx) =>
  ensurePersons(
    tx,
    own.seriesId,
    ['Ida Öhm', 'Bo Berg', 'Bo Bergmann'].map((name) => ({ name, source: 'test' })),
  ),
)
const picture = `img_${'0'.repeat(25)}1`
const image = { media_type: 'image/png', width: 4, height: 3, bytes: 9, sha256: 'x', alternative: { de: 'Ein Korb' } }
await db
  .insertInto('images')
  .values({ ...image, media_type: 'image/png', id: picture, series_id: own.seriesId, name: 'Korb' })
  .execute()

const schema = z.strictObject({
  title: z.string().trim().min(1).max(20),
  notes: z.string().optional(),
  guests: z.array(z.strictObject({ personId: z.string().optional(), personName: z.string().optional() })),
})
type Picnic = z.output<typeof schema>

const fields: readonly Field[] = [
  { kind: 'text', name: 'title', label: 'Titel' },
  { kind: 'markdown', name: 'notes', label: 'Notizen', optional: true },
  {
    kind: 'rows',
    name: 'guests',
    label: 'Gäste',
    add: 'Gast',
    ordered: true,
    fields: [{ kind: 'reference', name: 'personId', newAs: 'personName', label: 'Person', to: 'person' }],
  },
]

/** What is stored, and what the page has asked for. */
let stored: { input: Picnic; revision: number } | null
let files: (File | undefined)[]
const steps = [{ name: 'public', label: 'Veröffentlichen' }]

const picnic: ObjectForm<Picnic> = {
  schema,
  texts: () => ({ create: 'Picknick anlegen', submit: 'Einladen' }),
  fields: () => fields,
  fresh: () => ({ title: 'Picknick' }),
  find: async ({ params }): Promise<Stored | null> =>
    stored && params.id === 'pic_1'
      ? { ...stored, title: stored.input.title, names: { [ida!.id]: 'Ida Öhm' }, steps }
      : null,
  async save(_, input, revision, file): Promise<Saved> {
    files.push(file)
    if (input.title === 'Belegt') return { kind: 'refused', problems: { title: 'taken' } }
    if (revision !== undefined && revision !== stored?.revision) return { kind: 'conflict' }
    stored = { input, revision: (stored?.revision ?? 0) + 1 }
    return { kind: 'saved', path: '/picknick?reiter=gaeste' }
  },
  uses: async () => [{ name: 'Die Decke' }],
  async remove(_, revision) {
    if (revision !== stored?.revision) return { kind: 'conflict' }
    stored = null
    return { kind: 'removed', path: '/picknicke' }
  },
  take: async (_, step) => ({ kind: 'saved', path: `/picknick/${step}` }),
}
const page = objectPage(picnic)
const place: Place = { db, actor: systemActor, scope: own, params: { series: 'reihe-2031', id: 'pic_1' } }
const write = (values: Values | FormData, path = '/x') => send(page, place, values, path)

beforeEach(() => {
  stored = { input: { title: 'Sommer', notes: 'Mit Decke', guests: [{ personId: ida!.id }] }, revision: 4 }
  files = []
})

describe('the page of an object', () => {
  test('shows what is stored, with what can be done with it', async () => {
    const { object, values } = await open(page, place, '/x?gespeichert')
    expect(object).toMatchObject({ title: 'Sommer', submit: 'Speichern', notice: 'Gespeichert', isStored: true, steps })
    expect(object).toMatchObject({ isRemoving: false, uses: [], multipart: false })
    expect(values).toMatchObject({ title: 'Sommer', 'guests.0.personId.text': 'Ida Öhm', _revision: '4' })
  })

  test('offers the pictures of its series for its texts, and says where they are kept', async () => {
    const { object } = await open(page, place)
    expect([object.images, object.imagesPath]).toEqual([
      [{ id: picture, name: 'Korb' }],
      '/organisieren/reihe-2031/bilder',
    ])
    expect((await open(page, { ...place, scope: null })).object.images).toEqual([])
  })

  test('of a new one begins with what the form suggests', async () => {
    const { object, values } = await open(page, place, '/picknicke/neu')
    expect(object).toMatchObject({ title: 'Picknick anlegen', submit: 'Einladen', isStored: false, mayRemove: true })
    expect([values.title, values._revision]).toEqual(['Picknick', undefined])
  })

  test('says what stands in the way only when somebody wants to delete it', async () => {
    const { object } = await open(page, place, '/x?loeschen')
    expect([object.isRemoving, object.uses]).toEqual([true, [{ name: 'Die Decke' }]])
    expect((await open(page, place, '/picknicke/neu?loeschen')).object.isRemoving).toBe(false)
  })

  test('is not there where nothing is stored', async () => {
    stored = null
    await expect(open(page, place)).rejects.toMatchObject({ status: 404 })
    await expect(write({ title: 'Neu', _revision: '4' })).rejects.toMatchObject({ status: 404 })
    expect(files).toEqual([])
  })
})

describe('a form that is sent', () => {
  test('is saved, and the browser is led on in its language', async () => {
    expect(await write({ title: ' Herbst ', _revision: '4' })).toEqual({
      location: '/picknick?reiter=gaeste&gespeichert',
    })
    expect(stored?.input).toEqual({ title: 'Herbst', guests: [] })
    const english = visit({ ...place, locale: 'en' }, '/en/x', place.params, { title: 'Autumn', _revision: '5' })
    await expect(page.actions.default(english)).rejects.toMatchObject({
      status: 303,
      location: '/en/picknick?reiter=gaeste&gespeichert',
    })
  })

  test.each<[string, Values, Values]>([
    ['title', { title: '' }, { title: 'required' }],
    ['title', { title: 'x'.repeat(21) }, { title: 'too_long' }],
    ['title', { title: 'Belegt' }, { title: 'taken' }],
    ['guests', { 'guests.0.personId.text': 'Bo' }, { 'guests.0.personId': 'ambiguous' }],
  ])('comes back with what is wrong beside the field %s', async (_, typed, problems) => {
    const { values } = await open(page, place)
    const { status, reply } = await write({ ...values, notes: 'Getippt', ...typed })
    expect([status, reply?.problems]).toEqual([422, problems])
    expect(reply?.values).toMatchObject({ notes: 'Getippt', ...typed })
    expect([reply?.revision, reply?.opened]).toEqual([4, values._opened])
    expect(stored).toMatchObject({ revision: 4, input: { title: 'Sommer' } })
  })

  test('of which nobody knows who is meant comes back with those it may be, and takes the choice', async () => {
    const { values } = await open(page, place)
    const { reply } = await write({ ...values, 'guests.0.personId.text': 'Bo' })
    const offered = reply?.candidates?.['guests.0.personId'] ?? []
    expect(offered.map(({ label }) => label)).toEqual(['Bo Berg', 'Bo Bergmann'])
    const chosen = { ...values, ...reply?.values, 'guests.0.personId.choice': offered[1]!.id }
    expect((await write(chosen)).location).toContain('gespeichert')
    expect(stored?.input.guests).toEqual([{ personId: offered[1]!.id }])
  })

  test('may name somebody new where the field takes new names', async () => {
    const { values } = await open(page, place)
    await write({ ...values, 'guests.0.personId.text': 'Zoe Zahl' })
    expect(stored?.input.guests).toEqual([{ personName: 'Zoe Zahl' }])
  })

  test('has one sign for the end of a line, and nothing in it that is no field', async () => {
    const { values } = await open(page, place)
    await write({ ...values, notes: 'eins\r\nzwei', isAdmin: 'on' })
    expect(stored?.input).toEqual({ title: 'Sommer', notes: 'eins\nzwei', guests: [{ personId: ida!.id }] })
  })

  test.each(['', 'x', '-1', '1e3', '99999999999999999999'])(
    'with the revision %j is a new version of none',
    async (sent) => {
      await write({ title: 'Herbst', _revision: sent })
      expect(stored?.revision).toBe(5)
    },
  )

  test('brings its file, unless that is empty', async () => {
    const withFile = (content: string) => {
      const data = new FormData()
      data.set('title', 'Herbst')
      data.set('_revision', String(stored?.revision))
      data.set('bild', new File([content], 'bild.png'))
      return data
    }
    await write(withFile('inhalt'))
    await write(withFile(''))
    expect(files.map((file) => file?.size)).toEqual([6, undefined])
  })
})

describe('a button of the form', () => {
  test.each<[string, string, Values]>([
    ['adds a row', 'add:guests', { 'guests.count': '2', 'guests.1.personId.text': '' }],
    ['takes one out', 'remove:guests:0', { 'guests.count': '0' }],
  ])('%s, and nothing is saved', async (_, wish, expected) => {
    const { values } = await open(page, place)
    const { status, reply } = await write({ ...values, title: '', _do: wish })
    expect([status, reply?.problems]).toEqual([200, undefined])
    expect(reply?.values).toMatchObject({ title: '', ...expected })
    expect(stored?.revision).toBe(4)
  })

  test('shows a preview of the text, with its pictures and without its dangers', async () => {
    const notes = `**Decke** <script>alert(1)</script>\n\n![](bild:${picture})`
    const { reply } = await write({ title: '', notes, _do: 'preview:notes' })
    expect(reply?.preview?.path).toBe('notes')
    expect(reply?.preview?.html).toContain('<strong>Decke</strong>')
    expect(reply?.preview?.html).toContain('alt="Ein Korb"')
    expect(reply?.preview?.html).not.toContain('<script')
    expect([reply?.values.notes, reply?.focus, stored?.revision]).toEqual([notes, 'notes', 4])
  })

  test.each([
    ['Mit Decke', picture, `Mit Decke\n\n![](bild:${picture})\n`],
    ['', picture, `![](bild:${picture})\n`],
    ['Mit Decke', '', 'Mit Decke'],
  ])('puts a picture at the end of %j: %j', async (notes, chosen, expected) => {
    const { reply } = await write({ notes, '_image.notes': chosen, _do: 'image:notes' })
    expect([reply?.values.notes, reply?.focus]).toEqual([expected, 'notes'])
  })

  test('takes a step that is offered, and no other', async () => {
    expect(await write({ _do: 'step:public' })).toEqual({ location: '/picknick/public?erledigt' })
    const { status, reply } = await write({ _do: 'step:secret', title: 'Getippt' })
    expect([status, reply?.values.title]).toEqual([409, 'Sommer'])
  })

  test('deletes the version that was seen; after another one it asks again', async () => {
    expect((await write({ _do: 'delete', _revision: '3' }, '/en/x')).location).toBe('/x?loeschen&erledigt')
    expect(stored).not.toBeNull()
    expect((await write({ _do: 'delete', _revision: '4' })).location).toBe('/picknicke?geloescht')
    expect(stored).toBeNull()
  })

  test('that is for stored objects saves a new one instead', async () => {
    const { status } = await write({ title: '', _do: 'delete' }, '/picknicke/neu')
    expect([status, stored?.revision]).toEqual([422, 4])
  })
})

describe('two who save', () => {
  test('different things need not choose', async () => {
    const { values } = await open(page, place)
    stored = { input: { ...stored!.input }, revision: 5 }
    expect((await write({ ...values, title: 'Herbst' })).location).toContain('gespeichert')
    expect(stored).toMatchObject({ revision: 6, input: { title: 'Herbst', notes: 'Mit Decke' } })
  })

  test('what each of them changed is told apart, and the choice is kept', async () => {
    const { values } = await open(page, place)
    stored = { input: { ...stored!.input, notes: 'Ohne Decke' }, revision: 5 }
    const { status, reply } = await write({ ...values, title: 'Herbst' })
    expect([status, reply?.conflict?.revision]).toEqual([409, 5])
    expect(reply?.conflict?.differences).toMatchObject([
      { path: 'title', mine: 'Herbst', theirs: 'Sommer', changedBy: 'me' },
      { path: 'notes', mine: 'Mit Decke', theirs: 'Ohne Decke', changedBy: 'them' },
    ])
    const again = { ...reply?.values, _revision: '5', _opened: reply?.opened ?? '', _do: 'settle' }
    await write({ ...again, '_take.notes': 'theirs', '_take.title': 'mine' })
    expect(stored?.input).toMatchObject({ title: 'Herbst', notes: 'Ohne Decke' })
  })

  test('without a note of what the form began with, everything that differs is asked about', async () => {
    const { values } = await open(page, place)
    stored = { input: { ...stored!.input }, revision: 5 }
    const { status, reply } = await write({ ...values, title: 'Herbst', _opened: '' })
    expect([status, reply?.conflict?.differences.map(({ changedBy }) => changedBy)]).toEqual([409, ['both']])
  })

  test('a version that is chosen is judged like any other', async () => {
    stored = { input: stored!.input, revision: 5 }
    const { status, reply } = await write({ title: '', _revision: '5', _do: 'settle:mine' })
    expect([status, reply?.problems]).toEqual([422, { title: 'required' }])
  })
})
