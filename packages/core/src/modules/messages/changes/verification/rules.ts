import { createHash, type Hash } from 'node:crypto'
import type { ChainEntry, ChainProblem, ProblemKind } from './types.ts'

type Open = { readonly entry: ChainEntry; readonly sum: Hash }

const about = (kind: ProblemKind, entry: ChainEntry, table: string | null = null): ChainProblem => ({
  kind,
  number: entry.number,
  changeId: entry.changeId,
  table,
})

/** Whether the content of an entry is what its digest was made of. What was erased has none. */
export function fitsDigest(entry: ChainEntry): boolean {
  if (entry.rowId === null || entry.isErased) return true
  const sum = createHash('sha256').update(Buffer.from(entry.salt ?? '', 'hex'))
  return sum.update(entry.content ?? '').digest('hex') === entry.digest
}

/** Walks along a chain, entry by entry in their order, and remembers no more than the change it is at. */
export class ChainWalk {
  changes = 0
  rows = 0
  erased = 0
  hash = ''
  problem: ChainProblem | null = null
  #open: Open | null = null

  #begin(entry: ChainEntry): void {
    if (entry.number !== this.changes + 1) {
      this.problem = { kind: 'missing', number: this.changes + 1, changeId: null, table: null }
      return
    }
    this.#open = { entry, sum: createHash('sha256').update(`${this.hash}\n${entry.head}`) }
  }

  /** Ends the change that the walk is at. To be called after the last entry. */
  close(): void {
    if (!this.#open) return
    const { entry, sum } = this.#open
    this.#open = null
    const hash = sum.digest('hex')
    if (hash !== entry.hash) {
      this.problem = about('altered', entry)
      return
    }
    this.hash = hash
    this.changes = entry.number
  }

  /** Takes the next entry. After the first problem it takes nothing more. */
  take(entry: ChainEntry): void {
    if (this.#open?.entry.number !== entry.number) this.close()
    if (!this.problem && !this.#open) this.#begin(entry)
    if (this.problem || entry.rowId === null) return
    this.#open?.sum.update(`\n${entry.line}`)
    this.rows += 1
    if (entry.isErased) this.erased += 1
    if (entry.isErased && entry.isErasure) this.problem = about('emptied', entry, entry.table)
    else if (!fitsDigest(entry)) this.problem = about('altered', entry, entry.table)
  }
}
