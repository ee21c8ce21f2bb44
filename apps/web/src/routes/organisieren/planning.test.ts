import { createContext } from '@fachtag/core/app/context'
import type { App } from '@fachtag/core/app/open'
import { openPlanner } from '@fachtag/core/app/planning/planner'
import { setRuntime } from '@fachtag/core/app/runtime'
import { systemActor } from '@fachtag/core/kernel/actor'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { applyMoves } from '@fachtag/core/modules/programme/journal/commands'
import { requestPlan } from '@fachtag/core/modules/programme/planning/runs/commands'
import { listVariants } from '@fachtag/core/modules/programme/variants/queries'
import type { Follower } from '@fachtag/core/platform/live/hub'
import { createLog } from '@fachtag/core/platform/log/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../../packages/core/test/programme.ts'
import { answer, visit } from '../../../test/visit.ts'
import { actions, load } from './[series]/[edition]/planen/+page.server.ts'
import { GET } from './[series]/[edition]/planen/verlauf/+server.ts'
import { load as explain } from './[series]/[edition]/planen/warum/[id]/+page.server.ts'

const { db } = await testDatabase()
const planner = openPlanner(createContext(db, systemActor), createLog('silent'))
const followers = new Set<Follower>()
const live = {
  follow: (_topic: string, follower: Follower) => {
    followers.add(follower)
    return () => void followers.delete(follower)
  },
}
setRuntime({ planner, live } as unknown as App)
const address = { series: 'reihe-2031', edition: '2031' }
const day = '2031-11-05'
let scope: EditionScope
let ids: string[]
let hall: string

beforeAll(async () => {
  const edition = await addEdition(db, '2031')
  hall = (await addTrackAndRoom(db, edition, 'saal')).roomId
  await addTrackAndRoom(db, edition, 'aula')
  const person = await addPerson(db, 'ada', 'Ada Probe')
  ids = await addSessions(db, edition, [
    { title: 'Alpha', roomId: hall, day, startsAt: `${day}T09:00`, durationMinutes: 45, personIds: [person] },
    { title: 'Beta', durationMinutes: 45 },
    { title: 'Gamma', durationMinutes: 45 },
  ])
  scope = await scopeOfEdition(db, edition.id)
  await db.insertInto('accounts').values({ id: 'acc_1', name: 'Olga Probe' }).execute()
})
afterAll(async () => {
  await planner.close()
  setRuntime(undefined)
})

const page = '/organisieren/reihe-2031/2031/planen'
type Form = Readonly<Record<string, string>>
const event = (path: string, form?: Form, params: Form = address) =>
  visit(
    { db, actor: withRole('programme', scope), scope, at: Temporal.Now.instant().toString() },
    path,
    params,
    form,
  ) as never
const show = () => answer((load as (event: never) => unknown)(event(page)))
const send = (action: keyof typeof actions, form: Form) =>
  answer((async () => (actions[action] as (event: never) => unknown)(event(page, form)))().catch((thrown) => thrown))

async function untilOver(): Promise<string> {
  const response = await (GET as (event: never) => Promise<Response>)(event(`${page}/verlauf`))
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  return response.text()
}

test('what has no place is planned, heard of, explained, accepted one by one, and kept', async () => {
  expect(await send('plan', { task: 'unplaced', seconds: '1' })).toMatchObject({ status: 303, location: page })
  expect(await untilOver()).toMatch(/event: over\ndata: \{"kind":"proposal","places":\{.+\}\}\n\n$/)
  const { run, figures } = await show()
  expect(run.moves.map((move: { title: string }) => move.title).sort()).toEqual(['Beta', 'Gamma'])
  expect(run.moves[0]).toMatchObject({ from: 'ohne Platz', why: ['Hatte noch keinen Platz.'], standing: 'open' })
  expect(figures.map((row: { name: string }) => row.name)).toEqual(['Entwurf', 'Vorschlag'])

  const why = await answer(
    (explain as (event: never) => unknown)(event(`${page}/warum/x`, undefined, { ...address, id: ids[1]! })),
  )
  expect(why).toMatchObject({ title: 'Beta', isOfProposal: true, explanation: { kind: 'placed', against: [] } })

  expect(await send('accept', { id: ids[1]! })).toMatchObject({ status: 303, location: `${page}?geschehen=accepted` })
  expect((await show()).run.moves.map((move: { standing: string }) => move.standing).sort()).toEqual(['open', 'taken'])
  expect(await send('keep', { name: 'vom Planer' })).toMatchObject({ status: 303 })
  expect((await listVariants(db, scope)).map((variant) => variant.name)).toEqual(['vom Planer'])
  expect(await send('keep', { name: 'vom Planer' })).toMatchObject({ status: 422, data: { problem: 'taken' } })
})

test('what cannot be accepted is told and nothing is done', async () => {
  expect(await send('accept', {})).toMatchObject({ status: 422, data: { problem: 'nothingMarked' } })
  const place = { kind: 'place', sessionId: ids[2]!, day, startsAt: `${day}T16:00`, roomId: hall } as const
  await applyMoves(createContext(db, systemActor), scope, { moves: [place] })
  expect(await send('accept', { all: '1' })).toMatchObject({
    status: 409,
    data: { problem: 'disputed', sessionIds: [ids[2]] },
  })
  expect(await send('accept', { all: '1', prefer: 'draft' })).toMatchObject({
    status: 409,
    data: { problem: 'nothing' },
  })
  expect(await send('reject', {})).toMatchObject({ status: 303 })
  expect((await show()).run).toBeNull()
})

test('whoever follows a planning is let go when the server ends, and when it is over', async () => {
  await requestPlan(createContext(db, systemActor), scope, { task: { kind: 'all' }, seconds: 1 })
  const followed = untilOver()
  await expect.poll(() => followers.size).toBe(1)
  for (const follower of followers) follower.ended()
  expect(await followed).not.toContain('event: over')
  await send('reject', {})
  expect(await untilOver()).toContain('{"kind":"gone"')
  expect(followers.size).toBe(0)
})

test('a room that is lost is planned around, and stays lost when something else is', async () => {
  expect(await send('plan', { task: 'replan', loss: 'room', room: hall, when: day })).toMatchObject({ status: 303 })
  await untilOver()
  const { run, choices } = await show()
  expect(run.moves.find((move: { title: string }) => move.title === 'Alpha')).toMatchObject({
    to: '5. November, 9:00 Uhr, aula',
    why: ['Kann nicht bleiben: der Raum ist dann nicht verfügbar.'],
  })
  expect(choices.losses).toMatchObject([{ name: 'saal, 5. November' }])
  expect(choices.people).toMatchObject([{ name: 'Ada Probe' }])
})

test('why something has no place goes by what is lost', async () => {
  const [person] = (await show()).choices.people
  await send('plan', { task: 'replan', loss: 'person', person: person.id, when: day })
  await untilOver()
  expect((await show()).run.unplaced).toMatchObject([{ title: 'Alpha' }])
  const why = await answer(
    (explain as (event: never) => unknown)(event(`${page}/warum/x`, undefined, { ...address, id: ids[0]! })),
  )
  expect(why.explanation).toEqual({ kind: 'nowhere', reasons: ['jemand, der auftritt, ist dann nicht da'] })
})

test.each([
  [{ from: '10:00', until: '12:00' }, 'saal, 5. November, 10:00 bis 12:00 Uhr'],
  [{ from: '10:00' }, 'saal, 5. November, ab 10:00 Uhr'],
])('a loss of some hours (%j) is called by them', async (times, expected) => {
  await send('plan', { task: 'replan', loss: 'room', room: hall, when: day, ...times })
  await untilOver()
  expect((await show()).choices.losses).toMatchObject([{ name: expected }])
})

test('where no day is left it says so, and the next question begins anew', async () => {
  await send('plan', { task: 'replan', loss: 'day', when: day })
  await untilOver()
  const { run, choices } = await show()
  expect(run).toMatchObject({ kind: 'impossible', reason: 'no-days-left' })
  expect(choices.losses).toEqual([])
})

test('nonsense is refused, weights are kept, and where nothing can be planned it says why', async () => {
  expect(await send('plan', { task: 'dance' })).toMatchObject({ status: 422, data: { problem: 'invalid' } })
  const turned = { task: 'replan', loss: 'room', room: hall, when: day, from: '12:00', until: '09:00' }
  expect(await send('plan', turned)).toMatchObject({ status: 422, data: { problem: 'invalid', typed: turned } })
  const { levels } = await show()
  expect(await send('weigh', { ...levels, seats: 'off' })).toMatchObject({ status: 303 })
  expect((await show()).levels).toEqual({ ...levels, seats: 'off' })
  await send('plan', { task: 'unplaced', seconds: '1' })
  await untilOver()
  expect((await show()).run).toMatchObject({ kind: 'impossible', reason: 'nothing-to-plan' })
})
