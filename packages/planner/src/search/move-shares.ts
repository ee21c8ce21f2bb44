const scale = 0x10000
/** Every kind keeps this part of the work, so that it can show that it has become useful. */
const floor = 0.08

/** How often each kind of move is proposed: the work goes to the kinds in the proportion in which it yields moves. */
export class MoveShares {
  readonly #work: Float64Array
  readonly #proposed: Float64Array
  readonly #made: Float64Array
  readonly #until: Int32Array

  constructor(kinds: number) {
    this.#work = new Float64Array(kinds).fill(1)
    this.#proposed = new Float64Array(kinds).fill(1)
    this.#made = new Float64Array(kinds).fill(1)
    this.#until = Int32Array.from({ length: kinds }, (_, kind) => Math.ceil(((kind + 1) / kinds) * scale))
  }

  /** The kind that stands for a draw in [0, 65536). */
  pick(draw: number): number {
    const until = this.#until
    let kind = 0
    while (draw >= until[kind]!) kind++
    return kind
  }

  /** Counts one proposal of a kind: the work it took, in the units of `Limits`, and whether it was made (1) or not (0). */
  count(kind: number, work: number, made: number): void {
    this.#work[kind]! += work
    this.#proposed[kind]!++
    this.#made[kind]! += made
  }

  /** Sets the shares anew from what was counted; what lies further back counts less and less. */
  adapt(): void {
    const kinds = this.#until.length
    if (kinds === 1) return
    const yields = this.#made.map((made, kind) => made / this.#work[kind]!)
    const sum = yields.reduce((a, b) => a + b, 0)
    const proposals = yields.map((value, kind) => {
      // What has not been made for very long has faded to nothing; when all have, none yields more than another.
      const part = floor + (1 - kinds * floor) * (sum > 0 ? value / sum : 1 / kinds)
      return (part * this.#proposed[kind]!) / this.#work[kind]!
    })
    const all = proposals.reduce((a, b) => a + b, 0)
    let reached = 0
    for (let kind = 0; kind < kinds; kind++) {
      reached += proposals[kind]!
      this.#until[kind] = kind === kinds - 1 ? scale : Math.round((reached / all) * scale)
      this.#work[kind]! *= 0.9
      this.#proposed[kind]! *= 0.9
      this.#made[kind]! *= 0.9
    }
  }
}
