import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../test/visit.ts'
import { actions, load } from './[series]/[edition]/warnungen/+page.server.ts'

const { db } = await testDatabase()
const address = { series: 'reihe-2031', edition: '2031' }
const day = '2031-11-05'
let scope: EditionScope
let later: string

beforeAll(async () => {
  const edition = await addEdition(db, '2031')
  const hall = await addTrackAndRoom(db, edition, 'saal')
  ;[, later = ''] = await addSessions(db, edition, [
    { title: 'Alpha', ...hall, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
    { title: 'Beta', roomId: hall.roomId, day, startsAt: `${day}T09:30`, durationMinutes: 45 },
    { title: 'Runde', type: 'panel' },
  ])
  scope = await scopeOfEdition(db, edition.id)
  await db.insertInto('accounts').values({ id: 'acc_1', name: 'Olga Probe' }).execute()
})

const page = '/organisieren/reihe-2031/2031/warnungen'
const event = (path: string, form?: Readonly<Record<string, string>>) =>
  visit({ db, actor: withRole('programme', scope), scope }, path, address, form) as never
const show = (query = '') => answer((load as (event: never) => unknown)(event(page + query)))
const send = (action: 'accept' | 'withdraw', form: Readonly<Record<string, string>>, query = '') =>
  answer(
    (async () => (actions[action] as (event: never) => unknown)(event(page + query, form)))().catch((thrown) => thrown),
  )
const asSent = ({ key, fingerprint }: { key: string; fingerprint: string }, reason: string) => ({
  key,
  fingerprint,
  reason,
})

test('tells what is open in words, the gravest first, and narrows it down', async () => {
  const { open, severities, kinds, total } = await show()
  expect(open.map((one: { title: string; subject: string }) => [one.title, one.subject])).toEqual([
    ['Raum doppelt belegt', 'saal'],
    ['Moderation fehlt', 'Runde'],
  ])
  expect(open[0].sentences).toEqual([
    'Im Raum „saal“ überschneiden sich „Alpha“ (9:00 bis 9:45 Uhr, saal) und „Beta“ (9:30 bis 10:15 Uhr, saal) um 15 Minuten.',
  ])
  expect(total).toBe(2)
  expect(severities).toEqual([
    { value: 'error', count: 1 },
    { value: 'warning', count: 1 },
  ])
  expect(kinds.map((one: { value: string }) => one.value)).toEqual(['room-taken-twice', 'moderator-missing'])
  expect((await show('?reihe=saal')).open).toHaveLength(1)
  expect((await show('?schwere=hint')).open).toEqual([])
  expect((await show('?art=moderator-missing')).open).toHaveLength(1)
})

test('a warning is accepted with a reason, changes its facts, and comes back saying so', async () => {
  const [collision] = (await show()).open
  const sent = await send('accept', asSent(collision, 'Der Raum ist teilbar.'), '?/accept&schwere=error&fremd=1')
  expect([sent.status, sent.location]).toEqual([303, `${page}?schwere=error&geschehen=accepted`])
  const { open, accepted } = await show('?geschehen=accepted')
  expect(open).toHaveLength(1)
  expect(accepted).toMatchObject([
    { subject: 'saal', acceptance: { reason: 'Der Raum ist teilbar.', by: 'Olga Probe' } },
  ])
  expect(accepted[0].acceptance.at).toBe('1. November 2031, 09:00')

  await db
    .updateTable('sessions')
    .set({ starts_at: `${day}T09:20` })
    .where('id', '=', later)
    .execute()
  expect((await show()).open[0]).toMatchObject({ former: { reason: 'Der Raum ist teilbar.' } })
  const outdated = await send('accept', asSent(collision, 'Noch immer.'))
  expect([outdated.status, outdated.data]).toEqual([409, { key: collision.key, reason: 'Noch immer.', problem: null }])

  const [now] = (await show()).open
  await send('accept', asSent(now, 'Auch so.'))
  expect((await show()).accepted).toHaveLength(1)
  const back = await send('withdraw', { key: now.key })
  expect(back.location).toBe(`${page}?geschehen=withdrawn`)
  expect(await show()).toMatchObject({ accepted: [], open: [{ former: null }, {}] })
})

test.each([
  ['', 'required'],
  ['x'.repeat(501), 'too_long'],
])('a reason that does not do comes back with what was typed', async (reason, problem) => {
  const [collision] = (await show()).open
  const sent = await send('accept', asSent(collision, reason))
  expect([sent.status, sent.data]).toEqual([422, { key: collision.key, reason, problem }])
})

test('who only helps sees and accepts nothing here', async () => {
  const helper = visit({ db, actor: withRole('helper', scope), scope }, page, address) as never
  await expect(answer((load as (event: never) => unknown)(helper))).rejects.toThrow('access.denied')
})
