import type { KyselyPlugin } from 'kysely'
import type { Db } from '../src/platform/database/tables.ts'

/** How many queries `work` sends through the database it is given. */
export async function countQueries(db: Db, work: (counted: Db) => Promise<unknown>): Promise<number> {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Once for each answer; transformQuery is also asked about parts of a query.
    transformResult: async ({ result }) => {
      count++
      return result
    },
  }
  await work(db.withPlugin(plugin))
  return count
}
