import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { readBoard } from '@fachtag/core/modules/programme/journal/queries'
import { beforeEach, expect, test } from 'vitest'
import { toValues } from '#lib/form/values.ts'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../test/visit.ts'
import { actions, load } from './[series]/[edition]/zeitraster/+page.server.ts'

const { db } = await testDatabase()
await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let [room, first] = ['', '']

beforeEach(async () => {
  const edition = await addEdition(db, `raster-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  ;({ roomId: room } = await addTrackAndRoom(db, edition, 'saal'))
  ;[first = ''] = await addSessions(db, edition, [
    { title: 'Alpha', roomId: room, day, startsAt: `${day}T10:15`, durationMinutes: 45 },
  ])
})

type Form = Readonly<Record<string, string>>
const event = (query: string, form?: Form) =>
  visit({ db, actor: withRole('programme', scope), scope }, `/z${query}`, { series: 's', edition: 'e' }, form) as never
const run = (work: unknown, given: never) =>
  answer((async () => (work as (event: never) => unknown)(given))().catch((thrown: unknown) => thrown))
const show = (query = '') => run(load, event(query))
const send = (action: keyof typeof actions, form: Form, query = '') => run(actions[action], event(query, form))
/** What the tool’s form holds when it is opened, with `typed` over it. */
async function fill(query: string, typed: Form = {}): Promise<Form> {
  const { fields, input } = await show(query)
  return { ...toValues(fields, input), ...typed }
}
const board = () => readBoard(db, scope.editionId)

test('a day is laid out from a pattern, after a look at what that makes, and taken back', async () => {
  const values = await fill('?werkzeug=muster&muster=vormittag', { day })
  const { form } = await send('tool', values, '?/tool&werkzeug=muster')
  expect(form.told.lines).toEqual([
    '5. November 2031, 9:00 bis 9:15 Uhr: Begrüßung, für alle',
    '5. November 2031, 9:15 bis 10:00 Uhr: Zeitfenster in saal',
    '5. November 2031, 10:00 bis 10:15 Uhr: Kaffeepause, für alle',
    '5. November 2031, 10:15 bis 11:00 Uhr: Zeitfenster in saal',
    '5. November 2031, 11:00 bis 12:00 Uhr: Imbiss und Gespräche, für alle',
  ])
  expect((await board()).slots).toEqual([])
  const done = await send('tool', { ...values, _do: 'apply' }, '?/tool&werkzeug=muster')
  expect(done.location).toBe('/z?werkzeug=muster&geschehen=moved')
  expect((await board()).slots).toHaveLength(2)
  expect((await show()).slots.map((slot: { room: string }) => slot.room)).toEqual(['saal', 'saal'])
  expect((await send('undo', {})).location).toBe('/z?geschehen=undone')
  expect([(await board()).slots, (await board()).programme.sessions.length]).toEqual([[], 1])
})

test('parts are added and taken away, and nothing is laid out by that', async () => {
  const values = await fill('?werkzeug=muster')
  const { form } = await send('tool', { ...values, _do: 'remove:pattern:0' }, '?/tool&werkzeug=muster')
  expect(form.values['pattern.0.kind']).toBe('session')
  const { form: longer } = await send('tool', { ...form.values, _do: 'add:pattern' }, '?/tool&werkzeug=muster')
  expect(longer.focus).toBe('pattern.6.kind')
  expect((await board()).slots).toEqual([])
})

test('times are shifted after a look at what moves and what comes of it', async () => {
  const [tool, values] = [
    '?/tool&werkzeug=verschieben',
    await fill('?werkzeug=verschieben', { day, minutes: '30', time: '10:00' }),
  ]
  const { form } = await send('tool', values, tool)
  expect(form.told).toMatchObject({
    lines: ['Alpha: 5. November 2031, 10:15 bis 11:00 Uhr, saal → 5. November 2031, 10:45 bis 11:30 Uhr, saal'],
    appeared: 0,
  })
  await send('tool', { ...values, _do: 'apply' }, tool)
  expect((await board()).programme.sessions[0]).toMatchObject({ id: first, startsAt: `${day}T10:45` })
  const late = await fill('?werkzeug=verschieben', { day, minutes: '30', time: '18:00', _do: 'apply' })
  expect(await send('tool', late, tool)).toMatchObject({ status: 409, data: { refused: 'nothing' } })
})

test.each<[string, Form, Form]>([
  ['verschieben', { minutes: '0' }, { minutes: 'nothing_moves' }],
  ['verschieben', { minutes: '' }, { minutes: 'required' }],
  ['kopieren', { to: day, from: day }, { to: 'same_day' }],
  ['muster', { day: '', 'pattern.0.title': '' }, { day: 'required', 'pattern.0.title': 'required' }],
])('%s with %j comes back with what is missing', async (tool, typed, problems) => {
  const values = await fill(`?werkzeug=${tool}`, typed)
  const sent = await send('tool', { ...values, _do: 'apply' }, `?/tool&werkzeug=${tool}`)
  expect([sent.status, sent.data.form.problems]).toEqual([422, problems])
  expect(sent.data.form.values).toMatchObject(typed)
})

test('a day is copied, a room is changed, and slots are deleted', async () => {
  await send('tool', { ...(await fill('?werkzeug=muster', { day })), _do: 'apply' }, '?/tool&werkzeug=muster')
  const copy = await fill('?werkzeug=kopieren', { from: day, to: '2031-11-06', what: 'frame', _do: 'apply' })
  expect((await send('tool', copy, '?/tool&werkzeug=kopieren')).location).toMatch(/moved$/)
  const { slots } = await board()
  expect(slots.filter((slot) => slot.day === '2031-11-06')).toHaveLength(3)
  const out = await fill('?werkzeug=raumwechsel', { day, fromRoomId: room, toRoomId: '', _do: 'apply' })
  expect((await send('tool', out, '?/tool&werkzeug=raumwechsel')).location).toMatch(/moved$/)
  expect((await board()).programme.sessions.find((session) => session.id === first)?.roomId).toBeNull()
  const chosen = Object.fromEntries(slots.slice(0, 4).map((slot) => [`slot.${slot.id}`, 'on']))
  expect((await send('remove', chosen)).location).toMatch(/moved$/)
  expect((await board()).slots).toHaveLength(2)
  expect(await send('remove', {})).toMatchObject({ status: 409, data: { refused: 'none' } })
  expect(await send('remove', chosen)).toMatchObject({ status: 409, data: { refused: 'unknown' } })
})
