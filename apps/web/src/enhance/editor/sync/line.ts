import type { NextSteps } from '@fachtag/core/modules/programme/editing/types'
import type { Edit } from '@fachtag/core/modules/programme/journal/types'
import { planMoves } from '@fachtag/core/modules/programme/moves/rules'
import type { Board, Move } from '@fachtag/core/modules/programme/moves/types'
import type { EditorState, MovesAnswer } from '#lib/programme-editor/types.ts'
import { Rejected, TurnedAway, Unreachable } from './failures.ts'
import { follow, isThatOf, nothingNew, rebase } from './rebase.ts'
import type { Connection, Notice, Pending, Snapshot, TakenBack, Transport } from './types.ts'
import { VariantSteps } from './variant-steps.ts'

/** How many of the last edits are kept to be shown. */
const keptEdits = 60
const pauses = [300, 1_000, 3_000, 10_000]

export type LineOptions = {
  readonly transport: Transport
  /** Something is to be shown anew. */
  readonly changed: () => void
  readonly told: (notice: Notice) => void
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>
}

/**
 * What an editor does, on its way to the server. It is shown at once, sent one after the other in its order, and confirmed or
 * taken back; edits of others are followed in the order of their numbers. While nobody answers, everything is kept.
 */
export class Line {
  readonly #options: LineOptions
  #state: EditorState
  #stored: Board
  #number: number
  #revision: number
  #steps: NextSteps
  readonly #variantSteps = new VariantSteps()
  #edits: readonly Edit[]
  #pending: readonly Pending[] = []
  #connection: Connection = 'fine'
  #names: Record<string, string>
  #keys = 0
  #isSending = false
  #reading: Promise<void> | undefined
  #wanted = 0

  constructor(state: EditorState, options: LineOptions) {
    this.#options = options
    this.#state = state
    this.#stored = state.board
    this.#number = state.number
    this.#revision = state.variant?.revision ?? 0
    this.#steps = state.steps
    this.#edits = state.edits
    this.#names = { ...state.names }
  }

  get snapshot(): Snapshot {
    const board = rebase(this.#stored, this.#pending)
    return {
      board,
      pending: this.#pending,
      connection: this.#connection,
      edits: this.#edits,
      steps: this.#steps,
      canStep: this.#state.variant
        ? this.#variantSteps.can
        : { undo: this.#steps.undo !== null, redo: this.#steps.redo !== null },
    }
  }

  /** What was read last from the server, beside the board. */
  get state(): EditorState {
    return this.#state
  }

  /** Account → name, for all whose edits are known. */
  get names(): Readonly<Record<string, string>> {
    return this.#names
  }

  /** Does `moves` here at once and sends them. Says whether there was anything to do. */
  do(moves: readonly Move[]): boolean {
    const wish = { kind: 'moves', moves } as const
    const { board } = this.snapshot
    const planned = planMoves(board, moves, nothingNew)
    if (planned.kind !== 'planned') {
      this.#options.told({ kind: 'taken-back', why: planned.kind, ids: planned.ids, wish })
      return false
    }
    if (planned.changes.length === 0) return false
    if (this.#state.variant) this.#variantSteps.did(board, planned.board)
    this.#enqueue(wish)
    return true
  }

  /** Goes a step back or forth, after everything that is under way. */
  step(kind: 'undo' | 'redo'): void {
    const { variant } = this.#state
    const moves = variant && this.#variantSteps.take(kind)
    if (!variant) this.#enqueue({ kind })
    else if (moves) this.#enqueue({ kind: 'moves', moves })
    else this.#options.told({ kind: 'nothing-to-step', step: kind })
  }

  /** The draft, or the variant, has come to `number`, as was heard; 0: something may have been missed. */
  async heard(number: number): Promise<void> {
    if (this.#isOver()) return
    this.#wanted = Math.max(this.#wanted, number)
    const { variant } = this.#state
    if (number !== 0 && number <= (variant ? this.#revision : this.#number)) return
    // What is under way may be what was heard of; its answer says.
    if (variant && this.#isSending) return
    for (let failures = 0; !this.#isOver(); failures += 1) {
      try {
        await (variant ? this.#followVariant() : this.#catchUp())
        return
      } catch (error) {
        this.#failed(error)
        await this.#options.pause(pauses[Math.min(failures, pauses.length - 1)]!)
      }
    }
  }

  /** Reads everything anew; what is under way stays so. */
  async readAnew(): Promise<void> {
    const state = await this.#options.transport.state()
    // What was followed while this was being read is not in it, and is read again.
    this.#wanted = Math.max(this.#wanted, this.#number)
    for (const edit of state.edits) this.#recognise(edit)
    this.#state = state
    this.#stored = state.board
    this.#number = state.number
    this.#revision = state.variant?.revision ?? 0
    this.#steps = state.steps
    this.#edits = state.edits
    Object.assign(this.#names, state.names)
    this.#settle()
  }

  /** Reads a variant again where others have changed it: it has no journal to follow. */
  #followVariant(): Promise<void> {
    this.#reading ??= this.#readVariant().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #readVariant(): Promise<void> {
    const before = this.#revision
    await this.readAnew()
    this.#connect('fine')
    if (this.#revision === before) return
    this.#variantSteps.forget()
    this.#options.changed()
    this.#options.told({ kind: 'variant-changed' })
  }

  #enqueue(wish: Pending['wish']): void {
    this.#keys += 1
    this.#pending = [...this.#pending, { key: this.#keys, wish, seen: this.#number }]
    this.#options.changed()
    void this.#send()
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    for (let failures = 0; !this.#isOver(); ) {
      const next = this.#pending.find((one) => one.number === undefined)
      if (!next) break
      try {
        // Whoever does not know what became of it looks first whether it has been done.
        if (failures > 0) await this.#lookUp()
        else if (this.#state.variant) await this.#reading
        if (this.#isUnsettled(next.key)) await this.#take(next, await this.#ask(next))
        failures = 0
        this.#connect('fine')
      } catch (error) {
        if (error instanceof Rejected) {
          this.#takeBack(next, 'unknown', [])
          continue
        }
        this.#failed(error)
        await this.#options.pause(pauses[Math.min(failures, pauses.length - 1)]!)
        failures += 1
      }
    }
    this.#isSending = false
    if (this.#state.variant && this.#wanted > this.#revision) void this.heard(this.#wanted)
  }

  #isUnsettled(key: number): boolean {
    return this.#pending.some((one) => one.key === key && one.number === undefined)
  }

  /** A variant has no journal: it is read whole. */
  async #lookUp(): Promise<void> {
    if (this.#state.variant) await this.readAnew()
    else await this.#catchUp()
  }

  #ask({ wish, seen }: Pending): Promise<MovesAnswer> {
    const { transport } = this.#options
    if (wish.kind !== 'moves') return transport.step(wish.kind)
    const { variant } = this.#state
    if (variant) return transport.moves({ moves: wish.moves, variant: { id: variant.id, revision: this.#revision } })
    return transport.moves({ moves: wish.moves, seen })
  }

  async #take(pending: Pending, answer: MovesAnswer): Promise<void> {
    switch (answer.kind) {
      case 'done':
        this.#steps = answer.steps
        this.#acknowledge(pending.key, answer.edit.number)
        if (pending.wish.kind !== 'moves') this.#options.told({ kind: 'stepped', edit: answer.edit })
        if (!this.#followAll([answer.edit])) await this.#catchUp()
        return
      case 'moved':
        this.#revision = answer.revision
        this.#stored = rebase(this.#stored, [pending])
        return this.#drop(pending.key)
      case 'nothing':
        if (pending.wish.kind !== 'moves') this.#options.told({ kind: 'nothing-to-step', step: pending.wish.kind })
        return this.#drop(pending.key)
      default: {
        this.#takeBack(pending, answer.kind, 'ids' in answer ? answer.ids : [])
        return this.#lookUp()
      }
    }
  }

  #takeBack({ key, wish }: Pending, why: TakenBack['why'], ids: readonly string[]): void {
    this.#variantSteps.forget()
    this.#drop(key)
    this.#options.told({ kind: 'taken-back', why, ids, wish })
  }

  #acknowledge(key: number, number: number): void {
    this.#pending = this.#pending.map((one) => (one.key === key ? { ...one, number } : one))
  }

  #drop(key: number): void {
    this.#pending = this.#pending.filter((one) => one.key !== key)
    this.#options.changed()
  }

  #catchUp(): Promise<void> {
    this.#reading ??= this.#readEdits().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #readEdits(): Promise<void> {
    do {
      const { edits, steps, names } = await this.#options.transport.editsSince(this.#number)
      Object.assign(this.#names, names)
      this.#steps = steps
      const others = edits.filter((edit) => edit.accountId !== this.#state.me && edit.number > this.#number)
      if (!this.#followAll(edits)) await this.#tellAnew()
      if (others.length > 0) this.#options.told({ kind: 'others', edits: others })
      if (edits.length === 0) break
    } while (this.#wanted > this.#number)
    this.#connect('fine')
    this.#options.changed()
  }

  /** Each edit is one wish of ours at most, and each wish one edit. */
  #recognise(edit: Edit): void {
    if (edit.number <= this.#number || this.#pending.some((one) => one.number === edit.number)) return
    const mine = this.#pending.find((one) => one.number === undefined && isThatOf(one, edit, this.#state.me))
    if (mine) this.#acknowledge(mine.key, edit.number)
  }

  /** Follows edits in their order; false where one is missing between, or cannot be followed. */
  #followAll(edits: readonly Edit[]): boolean {
    for (const edit of edits) {
      if (edit.number <= this.#number) continue
      this.#recognise(edit)
      const board = edit.number === this.#number + 1 ? follow(this.#stored, edit) : null
      if (!board) return false
      this.#stored = board
      this.#number = edit.number
      this.#edits = [...this.#edits, edit].slice(-keptEdits)
    }
    this.#settle()
    return true
  }

  async #tellAnew(): Promise<void> {
    await this.readAnew()
    this.#options.told({ kind: 'read-anew' })
  }

  /** What is stored by now is no longer under way. */
  #settle(): void {
    this.#pending = this.#pending.filter((one) => one.number === undefined || one.number > this.#number)
    this.#options.changed()
  }

  #isOver(): boolean {
    return this.#connection === 'turned-away'
  }

  #connect(connection: Connection): void {
    if (this.#connection === connection) return
    this.#connection = connection
    this.#options.changed()
  }

  #failed(error: unknown): void {
    if (error instanceof TurnedAway) this.#connect('turned-away')
    else if (error instanceof Unreachable) this.#connect('lost')
    else throw error
  }
}
