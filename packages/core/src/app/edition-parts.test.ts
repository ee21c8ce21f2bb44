import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../test/actors.ts'
import { countQueries } from '../../test/count-queries.ts'
import { testDatabase } from '../../test/database.ts'
import {
  addEdition,
  addEditionOf,
  addPerson,
  addSessions,
  addTrackAndRoom,
  type TestEdition,
} from '../../test/programme.ts'
import { systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import { ensureOrganisations } from '../modules/people/organisations/commands.ts'
import { listSlots } from '../modules/programme/circumstances/queries.ts'
import { readDraft } from '../modules/programme/draft/queries.ts'
import { planNextEdition } from '../modules/programme/next-edition/commands.ts'
import { listPredecessors, previewNextEdition } from '../modules/programme/next-edition/queries.ts'
import { nextEditionInput } from '../modules/programme/next-edition/schema.ts'
import { type PartName, partNames } from '../modules/programme/next-edition/types.ts'
import { createContext } from './context.ts'
import { editionParts } from './edition-parts.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let former: TestEdition

/** An edition on 5 and 6 November 2031 that has something of every part, and recaps, attendance, people that are not taken. */
async function addFormer(slug: string): Promise<TestEdition> {
  const edition = await addEdition(db, slug, '2031-11-05')
  const venue = { id: newId('venue'), city: 'Leipzig', name: 'Kongresshalle' }
  await db.insertInto('venues').values(venue).execute()
  await db
    .updateTable('editions')
    .set({
      venue_id: venue.id,
      ends_on: '2031-11-06',
      description: { de: 'Aus der Praxis' },
      accent: 'green',
      number: 3,
    })
    .where('id', '=', edition.id)
    .execute()
  const [host, sponsor] = await db.transaction().execute((tx) => ensureOrganisations(tx, ['Stadt', 'Firma']))
  await db
    .insertInto('edition_organisers')
    .values([
      { edition_id: edition.id, organisation_id: host!.id, role: 'organiser' },
      { edition_id: edition.id, organisation_id: sponsor!.id, role: 'sponsor' },
    ])
    .execute()
  const ida = await addPerson(db, `ida-${slug}`, 'Ida Öhm')
  await db
    .insertInto('contacts')
    .values({ id: newId('contact'), series_id: edition.seriesId, person_id: ida })
    .execute()
  const hall = await addTrackAndRoom(db, edition, 'saal')
  await db.updateTable('rooms').set({ capacity: 200 }).where('edition_id', '=', edition.id).execute()
  const at = (time: string, more: object) => ({
    day: '2031-11-05',
    startsAt: `2031-11-05T${time}`,
    durationMinutes: 30,
    ...more,
  })
  await addSessions(db, edition, [
    { title: 'Eröffnung', type: 'opening', ...at('09:00', { roomId: hall.roomId }), personIds: [ida] },
    { title: 'Was KI darf', type: 'impulse', ...at('09:30', hall), abstract: 'Viel', personIds: [ida] },
    { title: 'E-Akte', ...at('10:00', hall), personIds: [ida] },
    { title: 'Mittag', type: 'break', ...at('12:00', {}) },
    { title: 'Weg', type: 'break', state: 'removed' },
  ])
  await db.updateTable('sessions').set({ is_plenary: true }).where('title', '=', 'Was KI darf').execute()
  const slot = { edition_id: edition.id, day: '2031-11-06', starts_at: '2031-11-06T10:00', duration_minutes: 45 }
  await db
    .insertInto('slots')
    .values([
      { id: newId('slot'), room_id: hall.roomId, ...slot },
      { id: newId('slot'), room_id: null, ...slot, duration_minutes: 15 },
    ])
    .execute()
  await db
    .insertInto('attendance_figures')
    .values({ id: newId('attendance'), edition_id: edition.id, count: 300, qualifier: 'exact' })
    .execute()
  return edition
}

beforeAll(async () => {
  former = await addFormer('2031')
})

function plan(given: { slug: string; parts?: readonly PartName[]; firstDay?: string }, from = former) {
  const input = nextEditionInput.parse({ fromEditionId: from.id, name: 'Die nächste', ...given })
  return planNextEdition(ctx, editionParts, { seriesId: from.seriesId }, input)
}

async function made(
  slug: string,
  given: { parts?: readonly PartName[]; firstDay?: string } = {},
  from = former,
): Promise<string> {
  const outcome = await plan({ slug, ...given }, from)
  return outcome.kind === 'planned' ? outcome.editionId : outcome.kind
}

test('every part is in the table, once', () => {
  expect(editionParts.map((part) => part.name).toSorted()).toEqual([...partNames].sort())
})

describe('the next edition', () => {
  test('takes over all parts, moved by weeks, and nobody', async () => {
    const id = await made('2032', { parts: partNames, firstDay: '2032-07-07' })
    const edition = await db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(edition).toMatchObject({
      starts_on: '2032-07-07',
      ends_on: '2032-07-08',
      accent: 'green',
      description: { de: 'Aus der Praxis' },
      motto: {},
      state: 'planned',
      visibility: 'draft',
      date_certainty: 'probable',
    })
    const draft = await readDraft(db, id)
    const sessions = draft.sessions.toSorted((a, b) => a.position - b.position)
    expect(draft.rooms).toMatchObject([{ slug: 'saal', capacity: 200 }])
    expect(
      sessions.map(({ title, titleIsGiven, startsAt, durationMinutes }) => [
        title,
        titleIsGiven,
        startsAt,
        durationMinutes,
      ]),
    ).toEqual([
      ['Eröffnung', true, '2032-07-07T09:00', 30],
      ['Impuls', false, '2032-07-07T09:30', 30],
      ['Mittag', true, '2032-07-07T12:00', 30],
    ])
    expect(sessions.every((session) => session.appearances.length === 0 && session.abstract === '')).toBe(true)
    expect(sessions[1]).toMatchObject({
      trackId: draft.tracks[0]!.id,
      roomId: draft.rooms[0]!.id,
      slug: 'impuls',
    })
    const organisers = await db.selectFrom('edition_organisers').select('role').where('edition_id', '=', id).execute()
    expect(organisers).toEqual([{ role: 'organiser' }])
    expect(await db.selectFrom('attendance_figures').select('id').where('edition_id', '=', id).execute()).toEqual([])
    const contact = await db
      .selectFrom('contacts')
      .select('edition_id')
      .where('series_id', '=', former.seriesId)
      .executeTakeFirst()
    expect(contact?.edition_id).toBe(id)
  })

  test('has a venue of its own: moving it moves no other', async () => {
    const id = await made('umzug', { parts: ['venue'] })
    const venues = await db.selectFrom('editions').select('venue_id').where('id', 'in', [id, former.id]).execute()
    expect(new Set(venues.map((row) => row.venue_id)).size).toBe(2)
  })

  test.each(partNames)('without %s begins without it', async (left) => {
    const id = await made(`ohne-${left}`, { parts: partNames.filter((name) => name !== left), firstDay: '2032-11-03' })
    const draft = await readDraft(db, id)
    const edition = await db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const organisers = await db.selectFrom('edition_organisers').select('role').where('edition_id', '=', id).execute()
    const contacts = await db.selectFrom('contacts').select('id').where('edition_id', '=', id).execute()
    const there: Record<PartName, boolean> = {
      venue: edition.venue_id !== null,
      organisers: organisers.length > 0,
      texts: edition.description.de !== undefined,
      contacts: contacts.length > 0,
      tracks: draft.tracks.length > 0,
      rooms: draft.rooms.length > 0,
      skeleton: draft.sessions.length > 0,
      slots: (await listSlots(db, id)).length > 0,
    }
    expect(partNames.filter((name) => !there[name])).toEqual([left])
  })

  test('has its slots on the new days, in the rooms of the same name', async () => {
    const id = await made('raster', { parts: ['rooms', 'slots'], firstDay: '2032-07-07' })
    const [hall] = (await readDraft(db, id)).rooms
    const at = { day: '2032-07-08', startsAt: '2032-07-08T10:00' }
    const slots = (await listSlots(db, id)).toSorted((a, b) => b.durationMinutes - a.durationMinutes)
    expect(slots).toMatchObject([
      { roomId: hall!.id, ...at, durationMinutes: 45 },
      { roomId: null, ...at, durationMinutes: 15 },
    ])
    const roomless = await made('raster-ohne-raum', { parts: ['slots'], firstDay: '2032-07-07' })
    expect(await listSlots(db, roomless)).toMatchObject([{ roomId: null, durationMinutes: 15 }])
    expect(await listSlots(db, await made('raster-ohne-tag', { parts: ['rooms', 'slots'] }))).toEqual([])
  })

  test('without a day has times for nothing yet', async () => {
    const draft = await readDraft(db, await made('irgendwann', { parts: ['skeleton'] }))
    expect(draft.sessions.map((session) => [session.day, session.startsAt])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  test('at an address that is taken is not made, and neither is any part of it', async () => {
    const before = await db.selectFrom('rooms').select('id').execute()
    expect(await plan({ slug: '2031', parts: partNames })).toEqual({ kind: 'taken' })
    const both = await Promise.all([plan({ slug: 'zugleich' }), plan({ slug: 'zugleich' })])
    expect(both.map((one) => one.kind).sort()).toEqual(['planned', 'taken'])
    expect(await db.selectFrom('rooms').select('id').execute()).toEqual(before)
  })
})

describe('the preview', () => {
  test('says how much there is of each part, and where times go', async () => {
    const preview = await previewNextEdition(ctx, editionParts, former, former.id, '2032-07-07')
    expect(preview?.parts.map(({ name, count }) => [name, count])).toEqual([
      ['venue', 1],
      ['organisers', 1],
      ['texts', 1],
      ['contacts', 1],
      ['tracks', 1],
      ['rooms', 1],
      ['skeleton', 3],
      ['slots', 2],
    ])
    expect(preview?.proposal).toEqual({ slug: '2032', name: 'Tagung 2032', number: 4, firstDay: '2032-11-03' })
    expect(preview?.slots[0]).toMatchObject({
      title: 'Eröffnung',
      before: '2031-11-05T09:00',
      after: '2032-07-07T09:00',
      isInGap: false,
    })
  })

  test('takes as many queries for a large edition as for an empty one', async () => {
    const empty = await addEditionOf(db, former.seriesId, 'leer', '2030-11-06')
    const count = (id: string) =>
      countQueries(db, (counted) => previewNextEdition(createContext(counted, systemActor), editionParts, former, id))
    expect(await count(former.id)).toBe(await count(empty.id))
  })
})

test('an edition of another series is not one to begin with', async () => {
  const elsewhere = await addFormer('fremd')
  expect(await previewNextEdition(ctx, editionParts, { seriesId: former.seriesId }, elsewhere.id)).toBeNull()
  const input = nextEditionInput.parse({ fromEditionId: elsewhere.id, slug: 'x', name: 'X' })
  await expect(planNextEdition(ctx, editionParts, { seriesId: former.seriesId }, input)).rejects.toThrow(
    'edition.not_found',
  )
  expect((await listPredecessors(ctx, elsewhere)).map((one) => one.slug)).toEqual(['fremd'])
})

test('is for who organises the series', async () => {
  const programme = createContext(db, withRole('programme', { seriesId: former.seriesId, editionId: former.id }))
  const input = nextEditionInput.parse({ fromEditionId: former.id, slug: 'x', name: 'X' })
  await expect(planNextEdition(programme, editionParts, former, input)).rejects.toThrow('access.denied')
  await expect(previewNextEdition(programme, editionParts, former, former.id)).rejects.toThrow('access.denied')
})
