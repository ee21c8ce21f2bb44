import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard, testFresh } from '../../../../test/any-board.ts'
import { applyToBoard, invertAll } from '../moves/board/rules.ts'
import { planMoves } from '../moves/rules.ts'
import type { Board } from '../moves/types.ts'
import type { ProgrammeSession } from '../types.ts'
import { keepChange, recallChanges, stacksOf, touchedSince, touchedSinceStep } from './rules.ts'
import type { Edit, EditKind } from './types.ts'

type Entry = { readonly id: string; readonly kind: EditKind; readonly ofId: string | null }
const edit = (id: string): Entry => ({ id, kind: 'edit', ofId: null })
const back = (id: string, ofId: string): Entry => ({ id, kind: 'undo', ofId })
const again = (id: string, ofId: string): Entry => ({ id, kind: 'redo', ofId })

describe('what an editor can undo and do again', () => {
  test.each<readonly [string, readonly Entry[], readonly string[], readonly string[]]>([
    ['nothing at first', [], [], []],
    ['what they did', [edit('1'), edit('2')], ['1', '2'], []],
    ['what they undid, the last first', [edit('1'), edit('2'), back('3', '2'), back('4', '1')], [], ['2', '1']],
    ['what they did again', [edit('1'), edit('2'), back('3', '2'), again('4', '2')], ['1', '2'], []],
    ['what was done otherwise is not theirs to undo', [edit('1'), { id: '2', kind: 'outside', ofId: null }], ['1'], []],
    ['a new edit forgets what was undone', [edit('1'), back('2', '1'), edit('3')], ['3'], []],
  ])('%s', (_, entries, undo, redo) => expect(stacksOf(entries)).toEqual({ undo, redo }))
})

test('what others touched after an edit that was seen is named', () => {
  const place = { day: null, startsAt: null, durationMinutes: null, roomId: null, isLocked: false }
  const touch = (sessionId: string) => ({ kind: 'placed', sessionId, from: place, to: place }) as const
  const later = [
    { accountId: 'me', changes: [touch('a')] },
    { accountId: 'other', changes: [touch('b')] },
  ]
  expect(touchedSince([touch('a'), touch('b'), touch('c')], later, 'me')).toEqual(['b'])
})

describe('what others touched since a step, which cannot be gone over then', () => {
  const place = { day: null, startsAt: null, durationMinutes: null, roomId: null, isLocked: false }
  const changes = [{ kind: 'placed', sessionId: 's', from: place, to: place }] as const
  const mine = { ...edit('mine'), accountId: 'me' }
  const of = (accountId: string, entry: Entry) => ({ ...entry, accountId })
  test.each<readonly [string, readonly (Entry & { readonly accountId: string })[], readonly string[]]>([
    ['nothing after it', [], []],
    ['what others moved', [of('bo', edit('a'))], ['s']],
    ['what they moved and took back', [of('bo', edit('a')), of('bo', back('b', 'a'))], []],
    ['what they moved and moved back by hand', [of('bo', edit('a')), of('bo', edit('b'))], ['s']],
    ['what they did again', [of('bo', edit('a')), of('bo', back('b', 'a')), of('bo', again('c', 'a'))], ['s']],
    ['what they took back from before it', [of('bo', back('a', 'older'))], ['s']],
    ['that, done again', [of('bo', back('a', 'older')), of('bo', again('b', 'older'))], []],
    ['what came before it was taken back', [of('bo', edit('a')), of('me', back('b', 'mine'))], []],
    ['what is their own', [of('me', edit('a'))], []],
  ])('%s', (_, later, ids) => {
    const asEdit = (entry: Entry & { readonly accountId: string }, number: number): Edit => ({
      ...entry,
      number,
      changes,
      moves: [],
      at: '',
    })
    const all = later.map((entry, n) => asEdit(entry, n + 2))
    expect(touchedSinceStep(asEdit(mine, 1), all)).toEqual(ids)
  })
})

/** Editors on one board in memory, as the commands do it on the database. */
class Editing {
  board: Board
  readonly gone = new Map<string, ProgrammeSession>()
  readonly entries: Edit[] = []
  private readonly fresh = testFresh()

  constructor(board: Board) {
    this.board = board
  }

  private become(after: Board, entry: Pick<Edit, 'kind' | 'ofId' | 'accountId' | 'changes'>) {
    const kept = new Set(after.programme.sessions.map((session) => session.id))
    for (const session of this.board.programme.sessions) if (!kept.has(session.id)) this.gone.set(session.id, session)
    this.board = after
    const number = this.entries.length + 1
    this.entries.push({ ...entry, id: String(number), number, moves: [], at: '' })
  }

  move(editor: string, moves: Parameters<typeof planMoves>[1]): void {
    const planned = planMoves(this.board, moves, this.fresh)
    if (planned.kind !== 'planned' || planned.changes.length === 0) return
    this.become(planned.board, {
      kind: 'edit',
      ofId: null,
      accountId: editor,
      changes: planned.changes.map(keepChange),
    })
  }

  /** Whether a step was possible. */
  step(editor: string, kind: 'undo' | 'redo'): boolean {
    const ofId = stacksOf(this.entries.filter((one) => one.accountId === editor))[kind].at(-1)
    const entry = this.entries.find((one) => one.id === ofId)
    if (!entry || touchedSinceStep(entry, this.entries.slice(entry.number)).length > 0) return false
    const sessions = new Map([...this.gone.values(), ...this.board.programme.sessions].map((one) => [one.id, one]))
    const changes = recallChanges(JSON.parse(JSON.stringify(entry.changes)), sessions)
    const wanted = kind === 'undo' ? invertAll(changes) : changes
    const applied = applyToBoard(this.board, wanted)
    if (applied.kind === 'outdated') return false
    this.become(applied.board, { kind, ofId: entry.id, accountId: editor, changes: wanted.map(keepChange) })
    return true
  }
}

const anyDoing = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyMove, { minLength: 1, maxLength: 2 }) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
)
const anySteps = fc.array(fc.record({ editor: fc.constantFrom('ida', 'bo', 'cem'), doing: anyDoing }), {
  maxLength: 25,
})

function run(editing: Editing, steps: readonly { editor: string; doing: readonly unknown[] | 'undo' | 'redo' }[]) {
  for (const { editor, doing } of steps) {
    if (typeof doing === 'string') editing.step(editor, doing)
    else editing.move(editor, doing as Parameters<typeof planMoves>[1])
  }
}

describe('several editors who move, undo and do again in any order', () => {
  test('never lose a session, and change none but for its place', () => {
    fc.assert(
      fc.property(anyProgrammeOnABoard, anySteps, (board, steps) => {
        const editing = new Editing(board)
        run(editing, steps)
        const present = new Map(editing.board.programme.sessions.map((session) => [session.id, session]))
        for (const session of board.programme.sessions) {
          const { day, startsAt, durationMinutes, roomId } = session
          expect({ ...present.get(session.id), day, startsAt, durationMinutes, roomId }).toEqual(session)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('come back to the beginning, byte for byte, when one after the other undoes what is still theirs to undo', () => {
    fc.assert(
      fc.property(anyProgrammeOnABoard, anySteps, (board, steps) => {
        const editing = new Editing(board)
        run(editing, steps)
        // Whoever did the last thing that stands can always take it back: nobody came after them.
        let isGoing = true
        while (isGoing) isGoing = ['ida', 'bo', 'cem'].some((editor) => editing.step(editor, 'undo'))
        expect(JSON.stringify(editing.board)).toBe(JSON.stringify(board))
      }),
      { numRuns: 300 },
    )
  })
})
