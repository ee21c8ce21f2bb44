import { systemActor } from '../kernel/actor.ts'
import { forgetReturned } from '../modules/privacy/erasure/commands.ts'
import { saveMarks } from '../modules/privacy/tombstones/commands.ts'
import { listMarks } from '../modules/privacy/tombstones/queries.ts'
import { appendErasureList, readErasureList } from '../platform/personal-data/erasure-list.ts'
import type { App } from './open.ts'

/**
 * Makes the list of the database and the list in the folder of the data the same, and erases again whom a backup has
 * brought back: a database that is older than an erasure learns of it here, before anybody is served. Answers how many
 * were erased.
 */
export async function keepErased(app: Pick<App, 'settings' | 'ctx' | 'db'>): Promise<number> {
  const { data } = app.settings
  const listed = await readErasureList(data)
  const ctx = app.ctx(systemActor)
  const known = await listMarks(app.db)
  const missing = listed.filter((mark) => !known.includes(mark))
  const count = await ctx.transaction(async (tx) => {
    await saveMarks(tx, missing, ctx.now().toString())
    return forgetReturned(ctx.in(tx), tx)
  })
  const marks = await listMarks(app.db)
  await appendErasureList(
    data,
    marks.filter((mark) => !listed.includes(mark)),
  )
  return count
}
