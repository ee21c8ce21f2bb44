import { noCircumstances } from '@fachtag/core/modules/programme/circumstances/rules'
import {
  keepChange,
  recallChanges,
  stacksOf,
  touchedSince,
  touchedSinceStep,
} from '@fachtag/core/modules/programme/journal/rules'
import type { Edit } from '@fachtag/core/modules/programme/journal/types'
import { applyToBoard, invertAll } from '@fachtag/core/modules/programme/moves/board/rules'
import { planMoves } from '@fachtag/core/modules/programme/moves/rules'
import type { Board, BoardChange } from '@fachtag/core/modules/programme/moves/types'
import { testFresh } from '../../../packages/core/test/any-board.ts'
import { Unreachable } from '../src/enhance/editor/sync/failures.ts'
import type { Transport } from '../src/enhance/editor/sync/types.ts'
import type { EditorState, MovesAnswer, MovesRequest } from '../src/lib/programme-editor/types.ts'

/**
 * What the server does with what editors send, by the rules that it uses, without a database: with a way for each editor that
 * can be cut before a request arrives, or after it and before the answer does.
 */
export class EditorServer {
  board: Board
  readonly edits: Edit[] = []
  readonly #fresh = testFresh()

  constructor(board: Board) {
    this.board = board
  }

  stateFor(me: string): EditorState {
    return {
      board: this.board,
      number: this.edits.length,
      edits: this.edits.slice(-5),
      steps: this.#stepsOf(me),
      names: {},
      circumstances: noCircumstances,
      acceptances: [],
      topics: {},
      days: [],
      variant: null,
      me,
      mayEdit: true,
    }
  }

  #stepsOf(me: string) {
    const { undo, redo } = stacksOf(this.edits.filter((edit) => edit.accountId === me))
    const find = (id: string | undefined) => this.edits.find((edit) => edit.id === id) ?? null
    return { undo: find(undo.at(-1)), redo: find(redo.at(-1)) }
  }

  #record(me: string, given: Pick<Edit, 'kind' | 'ofId' | 'moves'>, changes: readonly BoardChange[]): Edit {
    const number = this.edits.length + 1
    const edit = { ...given, id: `ped_${number}`, number, accountId: me, changes: changes.map(keepChange), at: '' }
    this.edits.push(edit)
    return edit
  }

  move(me: string, { moves, seen }: MovesRequest): MovesAnswer {
    const planned = planMoves(this.board, moves, this.#fresh)
    if (planned.kind !== 'planned') return planned
    if (planned.changes.length === 0) return { kind: 'nothing' }
    const ids = touchedSince(planned.changes, this.edits.slice(seen), me)
    if (ids.length > 0) return { kind: 'outdated', ids }
    this.board = planned.board
    const edit = this.#record(me, { kind: 'edit', ofId: null, moves }, planned.changes)
    return { kind: 'done', edit, steps: this.#stepsOf(me) }
  }

  step(me: string, kind: 'undo' | 'redo'): MovesAnswer {
    const edit = this.#stepsOf(me)[kind]
    if (!edit) return { kind: 'nothing' }
    const ids = touchedSinceStep(edit, this.edits.slice(edit.number))
    if (ids.length > 0) return { kind: 'outdated', ids }
    const sessions = new Map(this.board.programme.sessions.map((session) => [session.id, session]))
    const changes = recallChanges(edit.changes, sessions)
    const wanted = kind === 'undo' ? invertAll(changes) : changes
    const applied = applyToBoard(this.board, wanted)
    if (applied.kind === 'outdated') return applied
    this.board = applied.board
    const done = this.#record(me, { kind, ofId: edit.id, moves: edit.moves }, wanted)
    return { kind: 'done', edit: done, steps: this.#stepsOf(me) }
  }

  /** The draft is changed otherwise than by moves. */
  changeOutside(change: (board: Board) => Board): void {
    this.board = change(this.board)
    this.#record('acc_other', { kind: 'outside', ofId: null, moves: [{ kind: 'write', sessionId: 's1' }] }, [])
  }

  /** The way of an editor: `fault` says of each request whether it arrives, and whether its answer does. */
  wayFor(me: string, fault: () => 'none' | 'request' | 'answer' = () => 'none'): Transport {
    const over = async <T>(work: () => T): Promise<T> => {
      await Promise.resolve()
      const lost = fault()
      if (lost === 'request') throw new Unreachable()
      // Over the wire nothing stays the same object.
      const answer = structuredClone(work())
      await Promise.resolve()
      if (lost === 'answer') throw new Unreachable()
      return answer
    }
    return {
      moves: (request) => over(() => this.move(me, structuredClone(request))),
      step: (kind) => over(() => this.step(me, kind)),
      editsSince: (number) =>
        over(() => ({ edits: this.edits.slice(number), steps: this.#stepsOf(me), names: { [me]: me } })),
      state: () => over(() => this.stateFor(me)),
    }
  }
}
