import type { Move } from '@fachtag/core/modules/programme/moves/types'
import { isVariantMove } from '@fachtag/core/modules/programme/variants/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard } from '../../../../../../packages/core/test/any-board.ts'
import { at, boardOf, day } from '../../../../test/editor-board.ts'
import { EditorServer } from '../../../../test/editor-server.ts'
import { Rejected, TurnedAway } from './failures.ts'
import { Line } from './line.ts'
import { rebase } from './rebase.ts'
import type { Notice, Transport } from './types.ts'

const quiet = async () => {
  for (let n = 0; n < 200; n++) await Promise.resolve()
}

function open(server: EditorServer, me: string, transport: Transport = server.wayFor(me)) {
  const told: Notice[] = []
  const line = new Line(server.stateFor(me), {
    transport,
    changed: () => {},
    told: (notice) => told.push(notice),
    pause: () => Promise.resolve(),
  })
  return { line, told }
}

const place = (sessionId: string, time: string, roomId = 'saal'): Move => ({
  kind: 'place',
  sessionId,
  day,
  startsAt: `${day}T${time}`,
  roomId,
})
const startOf = (line: Line, id: string) =>
  line.snapshot.board.programme.sessions.find((session) => session.id === id)?.startsAt?.slice(11)
const two = () => new EditorServer(boardOf([at('a', '09:00'), at('b', '10:00')], { lockedIds: [] }))

describe('what is done', () => {
  test('is shown at once, sent, and then stored', async () => {
    const server = two()
    const { line } = open(server, 'ida')
    expect(line.do([place('a', '11:00')])).toBe(true)
    expect([startOf(line, 'a'), line.snapshot.pending.length, server.edits.length]).toEqual(['11:00', 1, 0])
    await quiet()
    expect([startOf(line, 'a'), line.snapshot.pending.length, server.edits.length]).toEqual(['11:00', 0, 1])
    expect(line.snapshot.steps.undo?.number).toBe(1)
  })

  test('may be several things at once, which are sent in their order', async () => {
    const server = two()
    const { line } = open(server, 'ida')
    line.do([place('a', '11:00')])
    line.do([{ kind: 'swap', sessionIds: ['a', 'b'] }])
    line.step('undo')
    expect([startOf(line, 'a'), startOf(line, 'b')]).toEqual(['10:00', '11:00'])
    await quiet()
    expect(server.edits.map(({ kind }) => kind)).toEqual(['edit', 'edit', 'undo'])
    expect([startOf(line, 'a'), startOf(line, 'b'), line.snapshot.pending.length]).toEqual(['11:00', '10:00', 0])
  })

  test('is undone as often as was asked, however quickly', async () => {
    const server = two()
    const { line } = open(server, 'ida')
    for (const time of ['11:00', '12:00', '13:00']) line.do([place('a', time)])
    await quiet()
    for (let n = 0; n < 3; n++) line.step('undo')
    await line.heard(server.edits.length)
    await quiet()
    expect([startOf(line, 'a'), server.edits.filter(({ kind }) => kind === 'undo').length]).toEqual(['09:00', 3])
  })

  test('is not sent where it changes nothing or cannot be done', async () => {
    const server = new EditorServer(boardOf([at('a', '09:00')], { lockedIds: ['a'] }))
    const { line, told } = open(server, 'ida')
    expect([line.do([place('a', '10:00')]), line.do([{ kind: 'lock', sessionIds: ['a'] }])]).toEqual([false, false])
    await quiet()
    expect([server.edits.length, told.map((one) => one.kind === 'taken-back' && one.why)]).toEqual([0, ['locked']])
  })

  test('is taken back where others were there before, and what they did is shown', async () => {
    const server = two()
    const { line, told } = open(server, 'ida')
    server.move('ben', { moves: [place('a', '12:00')], seen: 0 })
    line.do([place('a', '11:00')])
    await quiet()
    expect([startOf(line, 'a'), line.snapshot.pending.length]).toEqual(['12:00', 0])
    expect(told).toMatchObject([
      { kind: 'taken-back', why: 'outdated', ids: ['a'] },
      { kind: 'others', edits: [{ number: 1 }] },
    ])
  })

  test('says so where there is nothing to undo', async () => {
    const { line, told } = open(two(), 'ida')
    line.step('undo')
    await quiet()
    expect([told, line.snapshot.pending]).toEqual([[{ kind: 'nothing-to-step', step: 'undo' }], []])
  })
})

describe('what others do', () => {
  test('is followed as soon as it is heard of, below what is under way', async () => {
    const server = two()
    const { line, told } = open(server, 'ida')
    server.move('ben', { moves: [place('b', '12:00')], seen: 0 })
    line.do([place('a', '11:00')])
    await line.heard(1)
    await quiet()
    expect([startOf(line, 'a'), startOf(line, 'b'), server.edits.length]).toEqual(['11:00', '12:00', 2])
    expect(told.map(({ kind }) => kind)).toEqual(['others'])
  })

  test('is read whole where it cannot be followed', async () => {
    const server = two()
    const { line, told } = open(server, 'ida')
    server.changeOutside((board) => ({ ...board, programme: { ...board.programme, sessions: [at('c', '15:00')] } }))
    await line.heard(1)
    expect([startOf(line, 'a'), startOf(line, 'c')]).toEqual([undefined, '15:00'])
    expect(told.map(({ kind }) => kind)).toContain('read-anew')
  })

  test('is followed in the end, though nobody answers at first', async () => {
    const server = two()
    let failures = 3
    const { line } = open(
      server,
      'ida',
      server.wayFor('ida', () => (failures-- > 0 ? 'request' : 'none')),
    )
    server.move('ben', { moves: [place('b', '12:00')], seen: 0 })
    await line.heard(1)
    expect([startOf(line, 'b'), line.snapshot.connection]).toEqual(['12:00', 'fine'])
  })

  test('is looked for when something may have been missed', async () => {
    const server = two()
    const { line } = open(server, 'ida')
    server.move('ben', { moves: [place('b', '12:00')], seen: 0 })
    await line.heard(0)
    expect(startOf(line, 'b')).toBe('12:00')
  })
})

describe('while nobody answers', () => {
  test.each(['request', 'answer'] as const)(
    'what was done is kept and done once, though a %s is lost',
    async (lost) => {
      const server = two()
      let failures = 3
      const { line } = open(
        server,
        'ida',
        server.wayFor('ida', () => (failures-- > 0 ? lost : 'none')),
      )
      line.do([{ kind: 'swap', sessionIds: ['a', 'b'] }])
      line.do([place('a', '15:00')])
      await quiet()
      expect(server.edits.map(({ moves }) => moves[0]!.kind)).toEqual(['swap', 'place'])
      expect([startOf(line, 'a'), startOf(line, 'b'), line.snapshot.connection]).toEqual(['15:00', '09:00', 'fine'])
    },
  )

  test('it is said, and what was done is still shown', async () => {
    const server = two()
    let isCut = true
    const way = server.wayFor('ida', () => (isCut ? 'request' : 'none'))
    const gate = Promise.withResolvers<void>()
    const { line } = open(server, 'ida', { ...way, editsSince: (n) => gate.promise.then(() => way.editsSince(n)) })
    line.do([place('a', '11:00')])
    await quiet()
    expect([line.snapshot.connection, startOf(line, 'a')]).toEqual(['lost', '11:00'])
    isCut = false
    gate.resolve()
    await quiet()
    expect([line.snapshot.connection, server.edits.length]).toEqual(['fine', 1])
  })

  test.each([
    ['turned away, nothing more is sent and everything is kept', new TurnedAway(), 'turned-away', 1],
    ['refused for good, it is taken back', new Rejected(), 'fine', 0],
  ] as const)('where it is %s', async (_, failure, connection, pending) => {
    const server = two()
    const { line } = open(server, 'ida', { ...server.wayFor('ida'), moves: () => Promise.reject(failure) })
    line.do([place('a', '11:00')])
    await quiet()
    expect([line.snapshot.connection, line.snapshot.pending.length]).toEqual([connection, pending])
  })
})

test('a variant is moved under its revision, and read anew where somebody else has changed it', async () => {
  const server = two()
  const sent: (number | undefined)[] = []
  const variant = { id: 'var_1', name: 'Ohne Saal', revision: 4 }
  const answers = [{ kind: 'moved', revision: 5 }, { kind: 'conflict' }] as const
  const state = () => ({ ...server.stateFor('ida'), variant: { ...variant, revision: 9 } })
  const transport: Transport = {
    ...server.wayFor('ida'),
    state: async () => state(),
    moves: async ({ variant: at }) => answers[sent.push(at?.revision) - 1]!,
  }
  const told: Notice[] = []
  const options = { transport, changed: () => {}, told: (one: Notice) => told.push(one), pause: async () => {} }
  const line = new Line({ ...state(), variant }, options)
  line.do([place('a', '11:00')])
  line.do([place('a', '12:00')])
  await quiet()
  expect([sent, startOf(line, 'a')]).toEqual([[4, 5], '09:00'])
  expect(told).toMatchObject([{ kind: 'taken-back', why: 'conflict' }])
})

/** A variant on a server of its own: what others make of it, and the revision it is at. */
function variantOf(server: EditorServer) {
  const stored = { revision: 4, board: server.stateFor('ida').board }
  const state = () => ({
    ...server.stateFor('ida'),
    board: stored.board,
    variant: { id: 'var_1', name: 'Ohne Saal', revision: stored.revision },
  })
  const change = (moves: readonly Move[]) => {
    stored.revision += 1
    stored.board = rebase(stored.board, [{ key: 0, seen: 0, wish: { kind: 'moves', moves } }])
  }
  const transport: Transport = {
    ...server.wayFor('ida'),
    state: async () => state(),
    moves: async ({ moves, variant }) => {
      if (variant?.revision !== stored.revision) return { kind: 'conflict' }
      change(moves)
      return { kind: 'moved', revision: stored.revision }
    },
  }
  const told: string[] = []
  const options = { transport, changed: () => {}, told: (one: Notice) => told.push(one.kind), pause: async () => {} }
  return { line: new Line(state(), options), stored, change, told }
}

test('what was done to a variant is undone and done again', async () => {
  const { line, stored, told } = variantOf(two())
  line.do([place('a', '11:00')])
  line.do([{ kind: 'swap', sessionIds: ['a', 'b'] }])
  line.step('undo')
  line.step('undo')
  await quiet()
  expect([startOf(line, 'a'), startOf(line, 'b'), stored.revision]).toEqual(['09:00', '10:00', 8])
  expect(line.snapshot.canStep).toEqual({ undo: false, redo: true })
  line.step('redo')
  line.step('undo')
  line.step('undo')
  await quiet()
  expect([startOf(line, 'a'), told]).toEqual(['09:00', ['nothing-to-step']])
})

test('what others make of a variant is heard of and shown, and nothing of before is undone', async () => {
  const { line, stored, change, told } = variantOf(two())
  line.do([place('a', '11:00')])
  const early = line.heard(5)
  await quiet()
  await early
  expect([told, line.snapshot.canStep.undo]).toEqual([[], true])
  await line.heard(0)
  expect([told, line.snapshot.canStep.undo]).toEqual([[], true])
  change([place('b', '12:00')])
  await line.heard(stored.revision)
  expect([startOf(line, 'a'), startOf(line, 'b'), told]).toEqual(['11:00', '12:00', ['variant-changed']])
  expect(line.snapshot.canStep.undo).toBe(false)
})

test('whoever does what, and whatever is lost on the way, in the end all see what is stored', async () => {
  const anyDoing = fc.record({
    who: fc.nat(1),
    what: fc.oneof(
      { weight: 6, arbitrary: anyMove.filter(isVariantMove) },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'hear' as const, 'wait' as const) },
    ),
    lost: fc.constantFrom('none', 'none', 'none', 'request', 'answer'),
  })
  await fc.assert(
    fc.asyncProperty(anyProgrammeOnABoard, fc.array(anyDoing, { maxLength: 25 }), async (board, doings) => {
      const server = new EditorServer(board)
      let faults: ('none' | 'request' | 'answer')[] = []
      const way = (me: string) => server.wayFor(me, () => faults.shift() ?? 'none')
      const lines = ['ida', 'ben'].map((me) => open(server, me, way(me)).line)
      for (const { who, what, lost } of doings) {
        faults = [...faults, lost]
        const line = lines[who]!
        if (what === 'wait') await quiet()
        else if (what === 'hear') await line.heard(server.edits.length)
        else if (typeof what === 'string') line.step(what)
        else line.do([what])
      }
      for (let n = 0; n < 40; n++) await quiet()
      faults = []
      for (const line of lines) await line.heard(0)
      for (const line of lines) {
        expect(line.snapshot.pending).toEqual([])
        expect(line.snapshot.board).toEqual(server.board)
      }
    }),
    { numRuns: 300 },
  )
})
