import type { Generated, Kysely, Transaction as KyselyTransaction } from 'kysely'

/**
 * Every table of the product. Each module adds its own in its `tables.ts` by declaration merging, so that this file
 * knows no module and a query in any module is still checked against the whole schema.
 */
export interface Tables {
  publications: { id: Generated<number>; at: Generated<string> }
}

/** What reads take: a connection, or a transaction. */
export type Db = Kysely<Tables>

/** What writes take. A function that takes this cannot be called outside a transaction. */
export type Transaction = KyselyTransaction<Tables>
