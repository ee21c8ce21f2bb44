import type { Transaction } from '../../../../platform/database/tables.ts'
import { erasedPerson } from './rules.ts'

/** Makes sure that there is somebody whom the appearances of an erased person can be given to. */
export async function ensureErasedPerson(tx: Transaction): Promise<void> {
  await tx
    .insertInto('persons')
    .values({ ...erasedPerson, sort_key: erasedPerson.slug })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
