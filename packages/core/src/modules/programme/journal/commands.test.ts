import { readSchedule } from '@fachtag/formats/schedule/reader'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { onLive } from '../../../platform/database/listen.ts'
import { silentLog } from '../../../platform/log/log.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { changeSession } from '../draft/session/commands.ts'
import { sessionInput } from '../draft/session/schema.ts'
import { importSchedule } from '../import/commands.ts'
import type { Move } from '../moves/types.ts'
import { applyMoves, redoEdit, undoEdit } from './commands.ts'
import { listEdits, readBoard, readLastEdit, readStacks } from './queries.ts'

const { db, url } = await testDatabase()
const accounts = [newId('account'), newId('account')]
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let ida: Context
let bo: Context
let rooms: string[]
let [first, second]: string[] = []

beforeAll(async () => {
  for (const id of accounts) await db.insertInto('accounts').values({ id }).execute()
})

beforeEach(async () => {
  const edition = await addEdition(db, `tafel-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  const contexts = accounts.map((id) => createContext(db, accountWith([{ role: 'programme', ...scope }], id)))
  ;[ida, bo] = contexts as [Context, Context]
  rooms = [(await addTrackAndRoom(db, edition, 'saal')).roomId, (await addTrackAndRoom(db, edition, 'aula')).roomId]
  const person = await addPerson(db, `ada-${count}`, 'Ada Arendt')
  ;[first, second] = await addSessions(db, edition, [
    { title: 'Alpha', roomId: rooms[0], day, startsAt: `${day}T09:00`, durationMinutes: 45, personIds: [person] },
    { title: 'Beta' },
  ])
})

const place = (sessionId: string, time: string): Move => ({
  kind: 'place',
  sessionId,
  day,
  startsAt: `${day}T${time}`,
  roomId: rooms[1]!,
  durationMinutes: 30,
})
const board = () => readBoard(db, scope.editionId)
const move = (ctx: Context, ...moves: Move[]) => applyMoves(ctx, scope, { moves })

test('what was asked for is in the draft, in the journal under whose it is, and nowhere public', async () => {
  const outcome = await move(ida, place(second!, '10:00'), { kind: 'lock', sessionIds: [second!] })
  expect(outcome).toMatchObject({ kind: 'done', edit: { number: 1, kind: 'edit', accountId: accounts[0] } })
  const { programme, lockedIds } = await board()
  expect(programme.sessions.find((session) => session.id === second)).toMatchObject({
    day,
    startsAt: `${day}T10:00`,
    durationMinutes: 30,
    roomId: rooms[1],
  })
  expect(lockedIds).toEqual([second])
  const [edit] = await listEdits(db, scope, 0)
  expect(outcome).toEqual({ kind: 'done', edit })
  expect(await move(bo, { kind: 'park', sessionIds: [second!] })).toEqual({ kind: 'locked', ids: [second] })
  expect(await move(bo, { kind: 'unlock', sessionIds: [first!] })).toEqual({ kind: 'nothing' })
  expect(await readLastEdit(db, scope.editionId)).toBe(1)
})

test('undo and redo lead back and forth, byte for byte', async () => {
  const states = [JSON.stringify(await board())]
  const doings: Move[][] = [
    [place(second!, '10:00')],
    [{ kind: 'swap', sessionIds: [first!, second!] }],
    [{ kind: 'copy-day', from: day, to: '2031-11-06', what: 'all' }],
    [
      {
        kind: 'lay-out',
        day,
        startsAt: `${day}T12:00`,
        roomIds: rooms,
        pattern: [
          { kind: 'session', minutes: 45 },
          { kind: 'break', minutes: 15, title: 'Kaffee' },
        ],
      },
    ],
    [{ kind: 'shift', day, from: `${day}T10:00`, minutes: 20 }],
  ]
  for (const moves of doings) {
    expect(await move(ida, ...moves)).toMatchObject({ kind: 'done' })
    states.push(JSON.stringify(await board()))
  }
  for (const state of states.slice(0, -1).toReversed()) {
    expect(await undoEdit(ida, scope)).toMatchObject({ kind: 'done', edit: { kind: 'undo' } })
    expect(JSON.stringify(await board())).toBe(state)
  }
  expect(await undoEdit(ida, scope)).toEqual({ kind: 'nothing' })
  for (const state of states.slice(1)) {
    expect(await redoEdit(ida, scope)).toMatchObject({ kind: 'done', edit: { kind: 'redo' } })
    expect(JSON.stringify(await board())).toBe(state)
  }
  expect(await redoEdit(ida, scope)).toEqual({ kind: 'nothing' })
})

describe('two editors', () => {
  test('undo their own, in any order', async () => {
    await move(ida, place(first!, '14:00'))
    await move(bo, place(second!, '15:00'))
    expect(await undoEdit(ida, scope)).toMatchObject({ kind: 'done', edit: { accountId: accounts[0] } })
    const placed = Object.fromEntries((await board()).programme.sessions.map((one) => [one.id, one.startsAt]))
    expect(placed).toEqual({ [first!]: `${day}T09:00`, [second!]: `${day}T15:00` })
    expect(await readStacks(db, scope, accounts[1]!)).toEqual({ undo: [expect.any(String)], redo: [] })
  })

  test('do not undo what the other has moved since', async () => {
    await move(ida, place(first!, '14:00'), place(second!, '15:00'))
    await move(bo, { kind: 'resize', sessionId: first!, durationMinutes: 90 })
    const before = JSON.stringify(await board())
    expect(await undoEdit(ida, scope)).toEqual({ kind: 'outdated', ids: [first] })
    expect(JSON.stringify(await board())).toBe(before)
    await undoEdit(bo, scope)
    expect(await undoEdit(ida, scope)).toMatchObject({ kind: 'done' })
  })

  test('do not step over what the other has moved away and back by hand', async () => {
    await move(ida, place(first!, '14:00'))
    await move(bo, place(first!, '15:00'))
    await move(bo, place(first!, '14:00'))
    expect(await undoEdit(ida, scope)).toEqual({ kind: 'outdated', ids: [first] })
    expect(await undoEdit(bo, scope)).toMatchObject({ kind: 'done' })
    expect(await undoEdit(bo, scope)).toMatchObject({ kind: 'done' })
    expect(await undoEdit(ida, scope)).toMatchObject({ kind: 'done' })
  })

  test('are told when they move what the other has moved and they have not seen', async () => {
    await move(bo, place(first!, '14:00'))
    const blind = { moves: [place(first!, '16:00')], seen: 0 }
    expect(await applyMoves(ida, scope, blind)).toEqual({ kind: 'outdated', ids: [first] })
    expect(await applyMoves(ida, scope, { ...blind, seen: 1 })).toMatchObject({ kind: 'done' })
    expect(await applyMoves(bo, scope, { moves: [place(second!, '16:00')], seen: 0 })).toMatchObject({ kind: 'done' })
  })
})

test('what somebody writes into a session does not stand in the way of undo, and is kept', async () => {
  await move(ida, place(first!, '14:00'))
  const { appearances } = (await board()).programme.sessions.find((session) => session.id === first)!
  const input = { type: 'talk', title: 'Alpha, neu', day, time: '14:00', durationMinutes: 30, roomId: rooms[1] }
  const kept = appearances.map(({ id, personId }) => ({ id, personId, role: 'speaker' }))
  await changeSession(bo, scope, first!, sessionInput.parse({ ...input, appearances: kept }))
  expect(await undoEdit(ida, scope)).toMatchObject({ kind: 'done' })
  const session = (await board()).programme.sessions.find((one) => one.id === first)
  expect(session).toMatchObject({ title: 'Alpha, neu', startsAt: `${day}T09:00` })
})

test('whoever may not edit the programme moves nothing', async () => {
  for (const actor of [publicActor, accountWith([{ role: 'helper', ...scope }], accounts[0])]) {
    const denied = createContext(db, actor)
    await expect(move(denied, place(first!, '14:00'))).rejects.toThrow('access.denied')
    await expect(undoEdit(denied, scope)).rejects.toThrow('access.denied')
    await expect(redoEdit(denied, scope)).rejects.toThrow('access.denied')
  }
  const foreign = await scopeOfEdition(db, (await addEdition(db, `fremd-${count}`)).id)
  const stranger = createContext(db, accountWith([{ role: 'programme', ...foreign }], accounts[0]))
  expect(await applyMoves(stranger, foreign, { moves: [place(first!, '14:00')] })).toEqual({
    kind: 'unknown',
    ids: [first],
  })
})

describe('other editors', () => {
  let stop: (() => Promise<void>) | undefined
  afterEach(async () => stop?.())

  test('hear of every edit within a second, and can read what it was', async () => {
    const heard: [string, number][] = []
    let isHearing = false
    const listener = {
      heard: ({ topic, stamp }: { topic: string; stamp: number }) => heard.push([topic, stamp]),
      hearing: (is: boolean) => {
        isHearing = is
      },
    }
    stop = onLive(url, listener, silentLog)
    await expect.poll(() => isHearing, { timeout: 10_000 }).toBe(true)
    await move(ida, place(first!, '14:00'))
    await undoEdit(ida, scope)
    await expect
      .poll(() => heard, { timeout: 1_000 })
      .toEqual([
        [`programme ${scope.editionId}`, 1],
        [`programme ${scope.editionId}`, 2],
      ])
    expect((await listEdits(db, scope, 1)).map((edit) => edit.kind)).toEqual(['undo'])
  })
})

test('many sessions are moved with as many queries as one', async () => {
  const { seriesId } = scope
  const edition = { id: scope.editionId, seriesId, slug: 'x' }
  const titles = Array.from({ length: 30 }, (_, n) => ({ title: `Nr ${n}`, day, startsAt: `${day}T12:00` }))
  const ids = await addSessions(db, edition, titles)
  const { actor } = ida
  const cost = (sessionIds: string[]) =>
    countQueries(db, (over) => applyMoves(createContext(over, actor), scope, { moves: [{ kind: 'park', sessionIds }] }))
  expect(await cost(ids.slice(1))).toBe(await cost(ids.slice(0, 1)))
})

test('an import that changes the draft is told to whoever edits it, and one that does not is not', async () => {
  const { schedule } = await readSchedule(new TextEncoder().encode('Title,Start\nGamma,2031-11-05T09:00\n'), {
    timeZone: 'Europe/Berlin',
  })
  const load = () =>
    importSchedule(ida, { editionId: scope.editionId, schedule: schedule!, sourceKey: 'tabelle', publish: false })
  await load()
  await load()
  expect((await listEdits(db, scope, 0)).map(({ kind, moves }) => [kind, moves])).toEqual([
    ['outside', [{ kind: 'import', source: 'tabelle' }]],
  ])
  expect(await undoEdit(ida, scope)).toEqual({ kind: 'nothing' })
})
