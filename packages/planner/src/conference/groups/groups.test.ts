import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallConference } from '../../../test/small-conference.ts'
import { compile } from '../instance.ts'
import type { Group } from '../terms.ts'
import { GroupCosts } from './groups.ts'

// Five sessions on three days with hourly starts: positions 0 to 8 on the first day, 9 to 17 on the second, and so on.
const sessions = { a: {}, b: { minutes: 50 }, c: { minutes: 40 }, d: {}, e: {} }
const instance = compile(smallConference(sessions, { gridMinutes: 60 }, 3))
const all = [0, 1, 2, 3, 4]

type Stand = { readonly session: number; readonly position: number; readonly room: number }

/** What a group costs, counted from nothing. */
function recount(group: Group, stands: readonly Stand[]): number {
  const own = stands.filter(({ session }) => group.sessions.includes(session))
  const dayOf = ({ position }: Stand) => Math.floor(position / 9)
  const perDay = Map.groupBy(own, dayOf)
  const daily = (cost: (held: Stand[]) => number) => [...perDay.values()].reduce((sum, held) => sum + cost(held), 0)
  switch (group.kind) {
    case 'rooms':
      return group.weight * daily((held) => new Set(held.map(({ room }) => room)).size - 1)
    case 'even':
      return group.weight * daily((held) => Math.max(0, held.length - group.limit!))
    case 'lone':
      return group.weight * daily((held) => Number(held.length === 1))
    case 'span':
      return own.length === 0 ? 0 : group.weight * (Math.max(...perDay.keys()) - Math.min(...perDay.keys()))
    case 'run': {
      const sorted = own
        .map(({ session, position }) => ({ from: instance.startOf[position]!, session }))
        .sort((a, b) => a.from - b.from)
      let run = 0
      let end = Number.NEGATIVE_INFINITY
      let over = 0
      for (const { from, session } of sorted) {
        run = from - end <= 15 ? run + 1 : 1
        if (run > group.limit!) over++
        end = from + instance.length[session]!
      }
      return group.weight * over
    }
    case 'parallel':
      return 0
  }
}

const groups: Group[] = [
  { kind: 'rooms', sessions: all, weight: 3 },
  { kind: 'rooms', sessions: [1, 3], weight: 100 },
  { kind: 'even', sessions: [0, 1, 2, 3], weight: 5, limit: 2 },
  { kind: 'lone', sessions: [0, 2, 4], weight: 7 },
  { kind: 'span', sessions: [1, 2, 4], weight: 11 },
  { kind: 'run', sessions: [0, 1, 2, 4], weight: 13, limit: 1 },
  { kind: 'parallel', sessions: all, weight: 17 },
]
// No two sessions of a group are at the same time: people are in one place.
const anyStands = fc
  .uniqueArray(fc.integer({ min: 0, max: 26 }), { minLength: 5, maxLength: 5 })
  .chain((positions) =>
    fc.tuple(
      ...all.map((session) =>
        fc.integer({ min: 0, max: 2 }).map((room) => ({ session, position: positions[session]!, room })),
      ),
    ),
  )

const enterAll = (costs: GroupCosts, stands: readonly Stand[]) => {
  for (const { session, position, room } of stands) costs.enter(session, position, room)
}

describe('groups of sessions', () => {
  test('cost what a recount says, each kind for itself and all together', () => {
    fc.assert(
      fc.property(anyStands, fc.integer({ min: 0, max: 5 }), (places, count) => {
        const stands = places.slice(0, count)
        for (const group of groups) {
          const costs = new GroupCosts(instance, [group])
          enterAll(costs, stands)
          expect({ group, cost: costs.cost }).toEqual({ group, cost: recount(group, stands) })
        }
        const together = new GroupCosts(instance, groups)
        enterAll(together, stands)
        expect(together.cost).toBe(groups.reduce((sum, group) => sum + recount(group, stands), 0))
      }),
    )
  })

  test('follow a move, and come back to every byte when it is undone', () => {
    fc.assert(
      fc.property(anyStands, anyStands, fc.integer({ min: 0, max: 4 }), (stands, others, session) => {
        const to = others[session]!
        if (stands.some((stand) => stand.session !== session && stand.position === to.position)) return
        const costs = new GroupCosts(instance, groups)
        enterAll(costs, stands)
        const [digest, cost] = [costs.stateDigest(), costs.cost]
        const from = stands[session]!
        const delta = costs.moveDelta(session, from.position, from.room, to.position, to.room, Number.POSITIVE_INFINITY)
        expect(costs.stateDigest()).toBe(digest)
        costs.move(session, from.position, from.room, to.position, to.room)
        const moved = stands.map((stand) => (stand.session === session ? to : stand))
        expect(costs.cost).toBe(groups.reduce((sum, group) => sum + recount(group, moved), 0))
        expect(costs.cost - cost).toBe(delta)
        costs.move(session, to.position, to.room, from.position, from.room)
        expect([costs.stateDigest(), costs.cost]).toEqual([digest, cost])
      }),
    )
  })

  test('say what a swap changes, and leave everything as it is', () => {
    fc.assert(
      fc.property(anyStands, fc.nat(4), fc.integer({ min: 1, max: 4 }), (stands, a, step) => {
        const b = (a + step) % 5
        const costs = new GroupCosts(instance, groups)
        enterAll(costs, stands)
        const [digest, cost] = [costs.stateDigest(), costs.cost]
        const swap = (most: number): number =>
          costs.swapDelta(a, stands[a]!.position, stands[a]!.room, b, stands[b]!.position, stands[b]!.room, most)
        const delta = swap(Number.POSITIVE_INFINITY)
        for (const most of [-50, -1, 0, 5, 100]) {
          const answer = swap(most)
          expect(delta <= most ? answer === delta : answer > most).toBe(true)
        }
        expect(costs.stateDigest()).toBe(digest)
        costs.move(a, stands[a]!.position, stands[a]!.room, stands[b]!.position, stands[b]!.room)
        costs.move(b, stands[b]!.position, stands[b]!.room, stands[a]!.position, stands[a]!.room)
        expect(costs.cost - cost).toBe(delta)
      }),
    )
  })

  test('answer a move that costs too much with something that is too much', () => {
    fc.assert(
      fc.property(
        anyStands,
        anyStands,
        fc.nat(4),
        fc.integer({ min: -60, max: 60 }),
        (stands, others, session, most) => {
          const [from, to] = [stands[session]!, others[session]!]
          const costs = new GroupCosts(instance, groups)
          enterAll(costs, stands)
          const ask = (limit: number): number =>
            costs.moveDelta(session, from.position, from.room, to.position, to.room, limit)
          const delta = ask(Number.POSITIVE_INFINITY)
          expect(delta <= most ? ask(most) === delta : ask(most) > most).toBe(true)
        },
      ),
    )
  })

  test('say what a session would add without letting it in', () => {
    fc.assert(
      fc.property(anyStands, (stands) => {
        const [last, ...rest] = [...stands].reverse() as [Stand, ...Stand[]]
        const costs = new GroupCosts(instance, groups)
        enterAll(costs, rest)
        const [digest, cost] = [costs.stateDigest(), costs.cost]
        const added = costs.trial(last.session, last.position, last.room)
        expect([costs.stateDigest(), costs.cost]).toEqual([digest, cost])
        costs.enter(last.session, last.position, last.room)
        expect(costs.cost).toBe(cost + added)
      }),
    )
  })

  test('that nobody is in cost nothing, and empty again they cost nothing again', () => {
    fc.assert(
      fc.property(anyStands, (stands) => {
        const costs = new GroupCosts(instance, groups)
        const empty = costs.stateDigest()
        enterAll(costs, stands)
        for (const { session, position, room } of stands) costs.leave(session, position, room)
        expect([costs.cost, costs.stateDigest()]).toEqual([0, empty])
      }),
    )
  })

  test('concern their members only', () => {
    expect([...new GroupCosts(instance, [{ kind: 'span', sessions: [1, 3], weight: 1 }]).concerned]).toEqual([
      0, 1, 0, 1, 0,
    ])
  })
})
