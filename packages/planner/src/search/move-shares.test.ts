import { describe, expect, test } from 'vitest'
import { MoveShares } from './move-shares.ts'

const draws = 0x10000

/** How many of all draws stand for each kind. */
function spread(shares: MoveShares, kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0)
  for (let draw = 0; draw < draws; draw++) counts[shares.pick(draw)]!++
  return counts.map((count) => count / draws)
}

/** A run in which each kind is proposed as often as it is picked, at the work and with the luck given for it. */
function learn(kinds: readonly { work: number; made: number }[], rounds: number): number[] {
  const shares = new MoveShares(kinds.length)
  for (let round = 0; round < rounds; round++) {
    for (let draw = 0; draw < draws; draw += 64) {
      const kind = shares.pick(draw)
      shares.count(kind, kinds[kind]!.work, kinds[kind]!.made)
    }
    shares.adapt()
  }
  return spread(shares, kinds.length)
}

describe('the shares of kinds of moves', () => {
  test.each([1, 2, 3, 5])('of %d kinds are equal before anything is known', (kinds) => {
    for (const share of spread(new MoveShares(kinds), kinds)) expect(share).toBeCloseTo(1 / kinds, 3)
  })

  test('every draw stands for a kind, after any adaption', () => {
    const shares = new MoveShares(3)
    for (let round = 0; round < 50; round++) {
      shares.count(round % 3, 1 + 1000 * (round % 2), round % 5)
      shares.adapt()
      expect([shares.pick(0) >= 0, shares.pick(draws - 1) < 3]).toEqual([true, true])
    }
  })

  test('a kind that yields twice as much for the same work is proposed more', () => {
    const [poor, rich] = learn(
      [
        { work: 100, made: 0.1 },
        { work: 100, made: 0.2 },
      ],
      60,
    )
    expect(rich! / poor!).toBeGreaterThan(1.7)
    expect(rich! / poor!).toBeLessThan(2.3)
  })

  test('a kind that costs ten times the work gets the same work, so a tenth of the proposals, for the same yield of work', () => {
    const [cheap, dear] = learn(
      [
        { work: 10, made: 0.01 },
        { work: 100, made: 0.1 },
      ],
      60,
    )
    expect(cheap! / dear!).toBeGreaterThan(8)
    expect(cheap! / dear!).toBeLessThan(12)
  })

  test('a kind that yields nothing keeps its part of the work', () => {
    const [useful, useless] = learn(
      [
        { work: 100, made: 0.5 },
        { work: 100, made: 0 },
      ],
      200,
    )
    expect(useless!).toBeCloseTo(0.08, 1)
    expect(useful! + useless!).toBeCloseTo(1, 9)
  })

  test('kinds of which none has been made for very long share alike', () => {
    const shares = new MoveShares(3)
    for (let round = 0; round < 10_000; round++) {
      for (const kind of [0, 1, 2]) shares.count(kind, 100, 0)
      shares.adapt()
    }
    for (const share of spread(shares, 3)) expect(share).toBeCloseTo(1 / 3, 3)
  })

  test('what lies back is forgotten: a kind that turns useful is found again', () => {
    const shares = new MoveShares(2)
    const round = (made: readonly [number, number]) => {
      for (let draw = 0; draw < draws; draw += 64) {
        const kind = shares.pick(draw)
        shares.count(kind, 100, made[kind]!)
      }
      shares.adapt()
    }
    for (let i = 0; i < 100; i++) round([0.5, 0])
    const before = spread(shares, 2)[1]!
    for (let i = 0; i < 100; i++) round([0, 0.5])
    expect(spread(shares, 2)[1]!).toBeGreaterThan(before * 5)
  })
})
