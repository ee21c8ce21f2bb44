import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { readDraft } from '@fachtag/core/modules/programme/draft/queries'
import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../test/visit.ts'
import { load as list } from './[series]/[edition]/varianten/+page.server.ts'
import * as one from './[series]/[edition]/varianten/[id]/+page.server.ts'
import * as fresh from './[series]/[edition]/varianten/neu/+page.server.ts'

const { db } = await testDatabase()
await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let address: { series: string; edition: string }
let [saal, aula, first] = ['', '', '']

beforeEach(async () => {
  const slug = `plan-${++count}`
  address = { series: `reihe-${slug}`, edition: slug }
  const edition = await addEdition(db, slug)
  scope = await scopeOfEdition(db, edition.id)
  ;[saal, aula] = [
    (await addTrackAndRoom(db, edition, 'saal')).roomId,
    (await addTrackAndRoom(db, edition, 'aula')).roomId,
  ]
  ;[first = ''] = await addSessions(db, edition, [
    { title: 'Alpha', roomId: saal, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
    { title: 'Beta', roomId: aula, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
  ])
})

type Form = Readonly<Record<string, string>>
const event = (path: string, id = 'neu', form?: Form) =>
  visit({ db, actor: withRole('programme', scope), scope }, path, { ...address, id }, form) as never
const run = (work: unknown, given: never) =>
  answer((async () => (work as (event: never) => unknown)(given))().catch((thrown: unknown) => thrown))
const add = (form: Form, query = '') => run(fresh.actions.default, event(`/v/neu${query}`, 'neu', form))
const show = (id: string, query = '') => run(one.load, event(`/v/${id}${query}`, id))
const send = (action: keyof typeof one.actions, id: string, form: Form = {}) =>
  run(one.actions[action], event(`/v/${id}`, id, form))
const idIn = ({ location = '' }: { location?: string }) => /(var_\w+)/.exec(location)?.[1] ?? ''
const placeOf = async (id: string) =>
  (await readDraft(db, scope.editionId)).sessions.find((session) => session.id === id)?.roomId
const lost = (form: Form = {}) => add({ name: 'Ohne Saal', roomId: saal, toRoomId: aula, ...form }, '?raum')

test('a variant for a lost room is made, compared and taken over, and that is undone', async () => {
  const id = idIn(await lost())
  const { list: all } = await run(list, event('/v'))
  expect(all.variants).toMatchObject([{ id, name: 'Ohne Saal', moved: 1, figures: { roomsUsed: 1 } }])
  const shown = await show(id)
  expect(shown.report.moved).toMatchObject([{ title: 'Alpha', from: { room: 'saal' }, to: { room: 'aula' } }])
  expect(shown.onlyFirst.entries).toEqual([])
  expect(shown.onlySecond.entries[0]).toMatchObject({ title: 'Raum doppelt belegt', subject: 'aula' })
  expect(shown.plan).toEqual({ moves: 1, disputes: [], locked: [] })
  expect((await send('takeOver', id)).location).toBe(`/v/${id}?geschehen=taken`)
  expect(await placeOf(first)).toBe(aula)
  expect((await send('takeOver', id)).location).toBe(`/v/${id}?geschehen=nothing`)
  expect((await send('undo', id)).location).toBe(`/v/${id}?geschehen=undone`)
  expect(await placeOf(first)).toBe(saal)
  expect((await send('undo', id)).location).toBe(`/v/${id}?geschehen=not-undone`)
})

test('what both have moved is decided first', async () => {
  const id = idIn(await lost())
  await db
    .updateTable('sessions')
    .set({ starts_at: `${day}T11:00` })
    .where('id', '=', first)
    .execute()
  const { plan } = await show(id)
  expect(plan.disputes).toMatchObject([
    {
      title: 'Alpha',
      draft: { startsAt: `${day}T11:00`, room: 'saal' },
      variant: { startsAt: `${day}T09:00`, room: 'aula' },
    },
  ])
  expect(await send('takeOver', id)).toMatchObject({ status: 409, data: { refused: 'disputed' } })
  expect((await send('takeOver', id, { prefer: 'draft' })).location).toMatch(/nothing$/)
  expect((await send('takeOver', id, { prefer: 'variant' })).location).toMatch(/taken$/)
  expect(await placeOf(first)).toBe(aula)
})

test('what is locked is named and stays', async () => {
  const id = idIn(await lost())
  await db.updateTable('sessions').set({ is_locked: true }).where('id', '=', first).execute()
  expect((await show(id)).plan.locked).toEqual([{ id: first, title: 'Alpha' }])
  expect(await send('takeOver', id)).toMatchObject({ status: 409, data: { refused: 'locked' } })
  expect(await placeOf(first)).toBe(saal)
})

test('two variants are compared with each other, and one is removed', async () => {
  const [b, c] = [idIn(await lost()), idIn(await add({ name: 'Wie bisher' }))]
  const { fields } = await run(fresh.load, event('/v/neu'))
  expect(fields.at(-1).options.map((option: { label: string }) => option.label)).toEqual(['Ohne Saal', 'Wie bisher'])
  const copy = idIn(await add({ name: 'Wie ohne Saal', from: b }))
  expect((await show(copy, `?mit=${b}`)).report.moved).toEqual([])
  const shown = await show(b, `?mit=${c}`)
  expect([shown.other.name, shown.report.moved.length]).toEqual(['Wie bisher', 1])
  expect((await send('remove', b)).location).toBe('/v?geloescht')
  expect(await show(b)).toMatchObject({ code: 'variant.not_found' })
})

test.each<[string, Form, string, Form]>([
  ['without a name', { name: '' }, '?raum', { name: 'required' }],
  ['of a name that is taken', { name: 'Plan B' }, '', { name: 'taken' }],
  ['into the room that is lost', { name: 'Kreis', toRoomId: 'saal' }, '?raum', { toRoomId: 'same_room' }],
  [
    'of a day on which nothing is there',
    { name: 'Ruhe', day: '2031-11-06', toRoomId: '' },
    '?raum',
    { roomId: 'nothing_there' },
  ],
])('a variant %s comes back with what was typed', async (_, form, query, problems) => {
  await add({ name: 'Plan B' })
  await db
    .updateTable('sessions')
    .set({ day: '2031-11-06', starts_at: '2031-11-06T09:00' })
    .where('room_id', '=', aula)
    .execute()
  const given = query ? { roomId: saal, ...form, ...(form.toRoomId ? { toRoomId: saal } : {}) } : form
  const sent = await add(given, query)
  expect([sent.data.problems, sent.data.values.name]).toEqual([problems, form.name])
})
