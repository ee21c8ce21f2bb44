import { systemActor } from '@fachtag/core/kernel/actor'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { applyMoves } from '@fachtag/core/modules/programme/journal/commands'
import { addVariant } from '@fachtag/core/modules/programme/variants/commands'
import { beforeAll, describe, expect, test } from 'vitest'
import { addEdition, addSessions, addTrackAndRoom } from '../../../packages/core/test/programme.ts'
import { readEvents } from '../test/events.ts'
import { signedIn } from '../test/signed-in.ts'
import { testSite } from '../test/site.ts'

const { app, web } = await testSite()
const [own, foreign] = [await addEdition(app.db, 'eigen'), await addEdition(app.db, 'fremd')]
const base = '/organisieren/reihe-eigen/eigen/programm'
const day = '2031-11-05'
const rooms: Record<string, string> = {}
let sessionId = ''
let foreignSession = ''
const cookies: Record<string, string> = {}

beforeAll(async () => {
  rooms.own = (await addTrackAndRoom(app.db, own, 'saal')).roomId
  rooms.foreign = (await addTrackAndRoom(app.db, foreign, 'geheim')).roomId
  ;[sessionId = ''] = await addSessions(app.db, own, [{ title: 'Eins', abstract: 'Ein langer Text', type: 'panel' }])
  ;[foreignSession = ''] = await addSessions(app.db, foreign, [{ title: 'Geheim' }])
  const at = { seriesId: own.seriesId, editionId: own.id }
  cookies.ida = await signedIn(app, { name: 'ida', grants: [{ role: 'programme', ...at }] })
  cookies.ben = await signedIn(app, { name: 'ben', grants: [{ role: 'programme', ...at }] })
  cookies.helper = await signedIn(app, { name: 'hedda', grants: [{ role: 'helper', ...at }] })
})

const place = (id: string, roomId: string | null, time = '09:00') => ({
  kind: 'place',
  sessionId: id,
  day,
  startsAt: `${day}T${time}`,
  roomId,
  durationMinutes: 45,
})

async function ask(who: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${web.url}${base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: cookies[who] ?? '', origin: web.url, 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
    redirect: 'manual',
  })
  const text = await answer.text()
  return { status: answer.status, answer: text.startsWith('{') ? JSON.parse(text) : text, headers: answer.headers }
}

describe('the state', () => {
  test('has the board without long texts, for who may see it, and is kept by nobody', async () => {
    const { status, answer, headers } = await ask('helper', '/stand')
    expect([status, headers.get('cache-control'), answer.mayEdit]).toEqual([200, 'no-store', false])
    expect(answer.board.programme.sessions).toMatchObject([{ id: sessionId, title: 'Eins', abstract: '' }])
    expect(answer.days).toEqual([{ day, name: 'Mittwoch, 5. November 2031' }])
  })
  test('of a variant of another edition is not there', async () => {
    const system = app.ctx(systemActor)
    const added = await addVariant(system, await scopeOfEdition(app.db, foreign.id), { name: 'Fremd' })
    const id = added.kind === 'added' ? added.id : ''
    expect((await ask('ida', `/stand?variante=${id}`)).status).toBe(404)
    expect((await ask('ida', `?variante=${id}`)).status).toBe(404)
    const sent = { moves: [{ kind: 'park', sessionIds: [sessionId] }], variant: { id, revision: 1 } }
    expect((await ask('ida', '/zuege', sent)).status).toBe(404)
  })
})

describe('moves', () => {
  test('are stored, told to others, undone and done again', async () => {
    const moved = await ask('ida', '/zuege', { moves: [place(sessionId, rooms.own!)], seen: 0 })
    expect(moved).toMatchObject({ status: 200, answer: { kind: 'done', edit: { number: 1 }, steps: { redo: null } } })
    const heard = await ask('ben', '/aenderungen?nach=0')
    expect(heard.answer.edits).toMatchObject([{ number: 1, kind: 'edit' }])
    expect(Object.values(heard.answer.names)).toEqual(['ida'])
    expect((await ask('ben', '/schritt', { step: 'undo' })).answer).toEqual({ kind: 'nothing' })
    expect((await ask('ida', '/schritt', { step: 'undo' })).answer).toMatchObject({
      kind: 'done',
      steps: { undo: null },
    })
    expect((await ask('ida', '/schritt', { step: 'redo' })).answer).toMatchObject({ kind: 'done' })
  })

  test('upon what somebody has not seen are refused, and say of what', async () => {
    const { answer } = await ask('ben', '/zuege', { moves: [place(sessionId, null, '11:00')], seen: 0 })
    expect(answer).toEqual({ kind: 'outdated', ids: [sessionId] })
  })

  test.each([
    ['a session of another edition', () => [place(foreignSession, null)], 200],
    ['a room of another edition', () => [place(sessionId, rooms.foreign!)], 200],
    ['nothing', () => [], 422],
    ['no move', () => [{ kind: 'destroy' }], 422],
    ['a time that is none', () => [place(sessionId, null, '25:00')], 422],
  ])('of %s do nothing', async (_, moves, status) => {
    const before = (await ask('ida', '/stand')).answer
    const sent = await ask('ida', '/zuege', { moves: moves() })
    expect(sent.status).toBe(status)
    if (status === 200) expect(sent.answer.kind).toBe('unknown')
    expect((await ask('ida', '/stand')).answer.board).toEqual(before.board)
  })

  test.each(['/zuege', '/schritt', '/hinweis'])('at %s are for those only who may edit', async (path) => {
    expect((await ask('helper', path, { step: 'undo' })).status).toBe(403)
    expect((await ask('nobody', path, { step: 'undo' })).status).toBe(403)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('from %s are refused', async (_, headers, status) => {
    for (const path of ['/zuege', '/schritt', '/hinweis'])
      expect((await ask('ida', path, { step: 'undo' }, headers)).status).toBe(status)
  })

  test('in a variant leave the draft as it is', async () => {
    const scope = await scopeOfEdition(app.db, own.id)
    const added = await addVariant(app.ctx(systemActor), scope, { name: 'Ohne Saal' })
    const id = added.kind === 'added' ? added.id : ''
    const before = (await ask('ida', '/stand')).answer.board
    const variant = { id, revision: (await ask('ida', `/stand?variante=${id}`)).answer.variant.revision }
    const parking = { moves: [{ kind: 'park', sessionIds: [sessionId] }], variant }
    expect((await ask('ida', '/zuege', parking)).answer).toMatchObject({ kind: 'moved' })
    expect((await ask('ida', '/zuege', parking)).answer).toEqual({ kind: 'conflict' })
    expect((await ask('ida', '/stand')).answer.board).toEqual(before)
    const locking = { moves: [{ kind: 'lock', sessionIds: [sessionId] }], variant }
    expect((await ask('ida', '/zuege', locking)).status).toBe(422)
  })
})

test('a warning is left standing with a reason, and shown again', async () => {
  const key = `moderator-missing ${sessionId}`
  const accept = { key, fingerprint: '{"type":"panel"}', reason: 'Moderiert wird im Wechsel' }
  const taken = await ask('ida', '/hinweis', { accept })
  expect(taken.answer).toMatchObject({ kind: 'accepted', acceptances: [{ key, reason: accept.reason }] })
  const other = await ask('ida', '/hinweis', { accept: { ...accept, fingerprint: '{}' } })
  expect(other.answer).toMatchObject({ kind: 'changed' })
  expect((await ask('ida', '/hinweis', { withdraw: key })).answer).toEqual({ kind: 'withdrawn', acceptances: [] })
})

describe('the stream', () => {
  const follow = (who: string) => readEvents(`${web.url}${base}/strom`, cookies[who] ?? '')

  test('tells of an edit within a second, whoever has stored it', async () => {
    const stream = await follow('ida')
    // Once at its beginning, and once when the first of all streams has begun to listen.
    await stream.next('edit')
    const { number } = await stream.next('edit')
    const scope = await scopeOfEdition(app.db, own.id)
    const moves = [{ kind: 'resize', sessionId, durationMinutes: 20 + (number % 7) }] as const
    const started = performance.now()
    await applyMoves(app.ctx(systemActor), scope, { moves })
    expect((await stream.next('edit')).number).toBe(number + 1)
    expect(performance.now() - started).toBeLessThan(1_000)
    await stream.stop()
  })

  test('of a variant tells when somebody has changed it, and nothing of the draft', async () => {
    const scope = await scopeOfEdition(app.db, own.id)
    const system = app.ctx(systemActor)
    const added = await addVariant(system, scope, { name: 'Mit Ohren' })
    const id = added.kind === 'added' ? added.id : ''
    const stream = await readEvents(`${web.url}${base}/strom?variante=${id}`, cookies.ben ?? '')
    expect((await stream.next('edit')).number).toBe(0)
    await applyMoves(system, scope, { moves: [{ kind: 'resize', sessionId, durationMinutes: 65 }] })
    const { revision } = (await ask('ida', `/stand?variante=${id}`)).answer.variant
    const resize = { kind: 'resize', sessionId, durationMinutes: 50 }
    const moved = await ask('ida', '/zuege', { moves: [resize], variant: { id, revision } })
    expect(moved.answer.kind).toBe('moved')
    const heard = async () => (await stream.next('edit')).number
    await expect.poll(heard).toBe(moved.answer.revision)
    await stream.stop()
  })

  test('tells who else is there, until they leave', async () => {
    const ida = await follow('ida')
    const ben = await follow('ben')
    const names = async () => (await ida.next('editors')).map(({ name }: { name: string }) => name)
    await expect.poll(names, { timeout: 5_000 }).toEqual(['ben'])
    await ben.stop()
    await expect.poll(names, { timeout: 5_000 }).toEqual([])
    await ida.stop()
  })

  test('is only for those who may see the programme, and ask for a stream', async () => {
    expect((await ask('nobody', '/strom')).status).toBe(403)
    expect((await ask('ida', '/strom')).status).toBe(406)
    await expect(
      readEvents(`${web.url}/organisieren/reihe-fremd/fremd/programm/strom`, cookies.ida ?? ''),
    ).rejects.toThrow('404')
  })

  test('is open no more often than anybody has windows', async () => {
    const streams = await Promise.all(Array.from({ length: 12 }, () => follow('helper')))
    await expect(follow('helper')).rejects.toThrow('429')
    await streams[0]!.stop()
    const open = async () => {
      const stream = await follow('helper')
      await stream.stop()
      return true
    }
    await expect.poll(() => open().catch(() => false), { timeout: 5_000 }).toBe(true)
    await Promise.all(streams.map((stream) => stream.stop()))
  })

  test('ends when the right to see is gone', { timeout: 40_000 }, async () => {
    const cookie = await signedIn(app, {
      name: 'gast',
      grants: [{ role: 'programme', seriesId: own.seriesId, editionId: own.id }],
    })
    const stream = await readEvents(`${web.url}${base}/strom`, cookie)
    await app.db
      .deleteFrom('role_grants')
      .where('account_id', '=', await accountOf('gast'))
      .execute()
    await stream.ended
  })

  test('ends with the server, which does not wait for it', async () => {
    const stream = await follow('ida')
    const started = performance.now()
    await web.close()
    await stream.ended
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

async function accountOf(name: string): Promise<string> {
  const row = await app.db.selectFrom('accounts').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return row.id
}
