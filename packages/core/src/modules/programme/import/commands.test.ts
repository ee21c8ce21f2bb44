import type { Schedule, ScheduleSession } from '@fachtag/formats/schedule/types'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { readDraft } from '../draft/queries.ts'
import { findProgrammeOverview } from '../overview/queries.ts'
import { listReleases } from '../release/queries.ts'
import { findSession, listAllSessions } from '../sessions/queries.ts'
import { importSchedule } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

type Said = Partial<ScheduleSession> & { readonly reference: string; readonly title: string }

function scheduleOf(sessions: readonly Said[], given: Partial<Schedule> = {}): Schedule {
  const names = (pick: (session: Said) => string | undefined) =>
    [...new Set(sessions.map(pick))].flatMap((name) => (name ? [{ name }] : []))
  return {
    title: 'Tagung',
    timeZone: 'Europe/Berlin',
    rooms: names((session) => session.room),
    tracks: names((session) => session.track),
    sessions: sessions.map((session) => ({ people: [], links: [], attachments: [], ...session })),
    ...given,
  }
}

const at = (start: string, room: string) => ({
  day: '2031-11-05',
  start: `2031-11-05T${start}`,
  durationMinutes: 45,
  room,
})
const ida = { reference: 'p1', name: 'Dr. Ida Öhm', function: 'Leitung', organisation: 'Amt Muster' }
const first = [
  { reference: 'a', title: 'Alpha', type: 'Vortrag', ...at('09:00', 'Saal'), track: 'Reihe A', people: [ida] },
  { reference: 'b', title: 'Beta', type: 'Workshop', ...at('09:00', 'Raum 2'), track: 'Reihe B' },
  { reference: 'c', title: 'Gamma' },
]
const refs = (list: readonly { reference: string | null }[]) => list.map((one) => one.reference)
const load = (editionId: string, schedule: Schedule, options = {}) =>
  importSchedule(ctx, { editionId, schedule, sourceKey: 'datei', ...options })

test('a first file fills the programme and publishes it', async () => {
  const edition = await addEdition(db, 'import-eins')
  const report = await load(edition.id, scheduleOf(first, { version: 'Entwurf' }))
  expect(report.counts).toEqual({ added: 3, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 })
  expect(report.changes.rooms.added).toEqual(['Saal', 'Raum 2'])
  expect(report.people.added).toEqual(['Dr. Ida Öhm'])
  expect(report.release).toMatchObject({ number: 1, name: 'Entwurf' })
  const page = await findSession(db, edition.id, 'alpha')
  expect(page?.card).toMatchObject({
    type: 'talk',
    endsAt: '2031-11-05T09:45',
    track: { name: 'Reihe A' },
    room: { name: 'Saal' },
    appearances: [{ name: 'Dr. Ida Öhm', personSlug: 'ida-oehm', function: 'Leitung', organisationName: 'Amt Muster' }],
  })
})

test('the same file again changes nothing and makes no release', async () => {
  const edition = await addEdition(db, 'import-zwei')
  await load(edition.id, scheduleOf(first))
  const before = await db
    .selectFrom('sessions')
    .selectAll()
    .where('edition_id', '=', edition.id)
    .orderBy('id')
    .execute()
  const again = await load(edition.id, scheduleOf(first))
  expect(again.counts).toEqual({ added: 0, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 })
  expect(again.release).toBeNull()
  expect(again.people).toEqual({ added: [], recognisedByName: [], updated: [], renamed: [] })
  const after = await db.selectFrom('sessions').selectAll().where('edition_id', '=', edition.id).orderBy('id').execute()
  expect(after).toEqual(before)
  expect(await listReleases(db, edition.id)).toHaveLength(1)
})

const next = [
  { ...first[0]!, ...at('10:00', 'Raum 2'), title: 'Alpha plus', people: [{ ...ida, name: 'Dr. Ida Neu' }] },
  { ...first[1]!, isCancelled: true },
  { reference: 'd', title: 'Delta', people: [{ reference: 'p2', name: 'Bo Berg' }] },
]

test('the next version says what came, went, moved, changed and was cancelled', async () => {
  const edition = await addEdition(db, 'import-drei')
  await load(edition.id, scheduleOf(first))
  const { changes, people, release } = await load(edition.id, scheduleOf(next))
  expect(refs(changes.added)).toEqual(['d'])
  expect(refs(changes.removed)).toEqual(['c'])
  expect(refs(changes.cancelled)).toEqual(['b'])
  expect(changes.moved).toMatchObject([
    {
      reference: 'a',
      from: { startsAt: '2031-11-05T09:00', room: 'Saal' },
      to: { startsAt: '2031-11-05T10:00', room: 'Raum 2' },
    },
  ])
  expect(changes.changed.map(({ reference, fields }) => [reference, fields.map(({ field }) => field)])).toEqual([
    ['a', ['title', 'people']],
  ])
  expect(changes.rooms.removed).toEqual(['Saal'])
  expect(people).toMatchObject({ added: ['Bo Berg'], renamed: [{ from: 'Dr. Ida Öhm', to: 'Dr. Ida Neu' }] })
  expect(release).toMatchObject({ number: 2, name: '2' })
  const cards = await listAllSessions(db, edition.id)
  expect(cards.map((card) => [card.slug, card.state])).toEqual([
    ['beta', 'cancelled'],
    ['alpha', 'planned'],
    ['delta', 'planned'],
  ])
  expect((await findProgrammeOverview(db, edition.id))?.rooms.map((room) => room.name)).toEqual(['Raum 2'])
})

test('a dry run says the same and writes nothing', async () => {
  const edition = await addEdition(db, 'import-vier')
  await load(edition.id, scheduleOf(first))
  const draft = await readDraft(db, edition.id)
  const persons = () => db.selectFrom('persons').selectAll().orderBy('id').execute()
  const known = await persons()
  const tried = await load(edition.id, scheduleOf(next), { dryRun: true })
  expect(await readDraft(db, edition.id)).toEqual(draft)
  expect(await persons()).toEqual(known)
  const done = await load(edition.id, scheduleOf(next))
  const idless = (report: typeof done) => JSON.stringify(report.changes).replace(/"(ses|trk|rom)_[^"]+"/g, '"id"')
  expect(idless(tried)).toBe(idless(done))
  expect(tried.people).toEqual(done.people)
  expect([tried.dryRun, tried.release]).toEqual([true, null])
})

test('a session that comes back keeps its id and address', async () => {
  const edition = await addEdition(db, 'import-fuenf')
  await load(edition.id, scheduleOf(first))
  const before = await findSession(db, edition.id, 'gamma')
  await load(edition.id, scheduleOf(first.slice(0, 2)))
  expect(await findSession(db, edition.id, 'gamma')).toBeNull()
  const back = await load(edition.id, scheduleOf([...first.slice(0, 2), { reference: 'c', title: 'Gamma neu' }]))
  expect(refs(back.changes.added)).toEqual(['c'])
  expect((await findSession(db, edition.id, 'gamma'))?.session).toMatchObject({
    id: before?.session.id,
    title: 'Gamma neu',
  })
})

test('what was made by hand or came from elsewhere is left alone', async () => {
  const edition = await addEdition(db, 'import-sechs')
  await addSessions(db, edition, [{ title: 'Von Hand' }])
  await load(edition.id, scheduleOf([{ reference: 'a', title: 'Andere' }]), { sourceKey: 'andere' })
  const report = await load(edition.id, scheduleOf(first))
  expect(report.changes.removed).toEqual([])
  expect((await listAllSessions(db, edition.id)).map((card) => card.title).sort()).toEqual([
    'Alpha',
    'Andere',
    'Beta',
    'Gamma',
    'Von Hand',
  ])
})

test('a person of last year is recognised by name, and the report says so', async () => {
  const before = await addEdition(db, 'import-2030', '2030-11-05')
  const edition = await addEditionOf(db, before.seriesId, 'import-2031', '2031-11-05')
  const person = { reference: '7', name: 'Eva Einzig' }
  await load(before.id, scheduleOf([{ reference: 'x', title: 'Damals', people: [person] }]))
  const report = await load(
    edition.id,
    scheduleOf([{ reference: 'y', title: 'Heute', people: [{ ...person, reference: '9' }] }]),
  )
  expect(report.people).toMatchObject({ added: [], recognisedByName: ['Eva Einzig'] })
  expect(
    (await load(edition.id, scheduleOf([{ reference: 'y', title: 'Heute', people: [{ ...person, reference: '9' }] }])))
      .release,
  ).toBeNull()
})

test('without publishing the public sees nothing yet', async () => {
  const edition = await addEdition(db, 'import-sieben')
  const report = await load(edition.id, scheduleOf(first), { publish: false })
  expect(report.release).toBeNull()
  expect(await listAllSessions(db, edition.id)).toEqual([])
  expect((await readDraft(db, edition.id)).sessions).toHaveLength(3)
})

test('a failure on the way leaves nothing behind', async () => {
  const edition = await addEdition(db, 'import-acht')
  const impossible = scheduleOf([...first, { reference: 'x', title: 'X', durationMinutes: -5 }])
  await expect(load(edition.id, impossible)).rejects.toThrow()
  expect((await readDraft(db, edition.id)).sessions).toEqual([])
  expect(await db.selectFrom('rooms').selectAll().where('edition_id', '=', edition.id).execute()).toEqual([])
})

test('the public may not import, and an unknown edition says so', async () => {
  const edition = await addEdition(db, 'import-neun')
  const input = { editionId: edition.id, schedule: scheduleOf(first), sourceKey: 'datei' }
  await expect(importSchedule(createContext(db, publicActor), input)).rejects.toThrow('access.denied')
  await expect(importSchedule(ctx, { ...input, editionId: 'edi_none' })).rejects.toThrow('edition.not_found')
})
