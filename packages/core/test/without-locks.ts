import { setTimeout as delay } from 'node:timers/promises'
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  RawNode,
  type RootOperationNode,
  type SelectQueryNode,
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

/**
 * The same database with every lock taken off that a transaction asks for, for the negative control of a race: where the
 * first lock was, everybody waits until `together` have come there, so that the race is run for certain.
 */
export function withoutLocks(db: Db, together: number): Db {
  const { promise: allAreHere, resolve: go } = Promise.withResolvers<void>()
  const met = new WeakSet<QueryId>()
  let here = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const bare = withoutLock(node)
      if (bare) met.add(queryId)
      return bare ?? node
    },
    async transformResult({ result, queryId }) {
      if (met.has(queryId)) {
        if (++here >= together) go()
        await Promise.race([allAreHere, delay(patience, undefined, { ref: false })])
      }
      return result
    },
  }
  return db.withPlugin(plugin)
}
