import { setTimeout as delay } from 'node:timers/promises'
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  RawNode,
  type RootOperationNode,
  SelectQueryNode,
} from 'kysely'
import type { Db } from '../src/platform/database/tables.ts'

class WithoutRowLocks extends OperationNodeTransformer {
  found = false

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const { endModifiers, ...rest } = super.transformSelectQuery(node)
    if (endModifiers) this.found = true
    return endModifiers ? rest : node
  }
}

const locks = /pg_advisory_xact_lock|^\s*lock table/

function withoutLock(node: RootOperationNode): RootOperationNode | undefined {
  if (RawNode.is(node)) return locks.test(node.sqlFragments.join('')) ? RawNode.createWithSql('select 1') : undefined
  const transformer = new WithoutRowLocks()
  const bare = transformer.transformNode(node)
  return transformer.found ? bare : undefined
}

/** Who waits longer than this holds up somebody who therefore cannot come. */
const patience = 3_000

/** A place where everybody waits until `together` have come. */
function meetingPoint(together: number) {
  const { promise: allAreHere, resolve: go } = Promise.withResolvers<void>()
  let here = 0
  return {
    isOver: () => here >= together,
    async meet() {
      if (++here >= together) go()
      await Promise.race([allAreHere, delay(patience, undefined, { ref: false })])
    },
  }
}

type MeetingPoint = ReturnType<typeof meetingPoint>

const isRead = (node: RootOperationNode) =>
  SelectQueryNode.is(node) || (RawNode.is(node) && /^\s*(select|with)\b/i.test(node.sqlFragments[0] ?? ''))

/** Where `together` meet: at the lock that is taken off, and then after each read until one of them writes. */
function meetings(together: number) {
  const atTheLock = meetingPoint(together)
  let hasWritten = false
  let expected = 0
  let round: MeetingPoint = atTheLock
  return (node: RootOperationNode, isLock: boolean): MeetingPoint | undefined => {
    if (isLock) return atTheLock
    if (!atTheLock.isOver() || hasWritten) return undefined
    if (!isRead(node)) hasWritten = true
    if (hasWritten) return undefined
    if (expected % together === 0) round = meetingPoint(together)
    expected++
    return round
  }
}

/**
 * The same database with every lock taken off that a transaction asks for, for the negative control of a race: where the
 * first lock was, everybody waits until `together` have come there, and again after each read that follows, so that nobody
 * has written before all have read what they go by, and the race is run for certain.
 */
export function withoutLocks(db: Db, together: number): Db {
  const meetingFor = meetings(together)
  const meets = new WeakMap<QueryId, MeetingPoint>()
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const bare = withoutLock(node)
      const point = meetingFor(node, bare !== undefined)
      if (point) meets.set(queryId, point)
      return bare ?? node
    },
    async transformResult({ result, queryId }) {
      await meets.get(queryId)?.meet()
      return result
    },
  }
  return db.withPlugin(plugin)
}
