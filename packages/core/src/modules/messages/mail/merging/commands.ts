import type { Transaction } from '../../../../platform/database/tables.ts'

/** The mails to somebody who turned out to be somebody known. */
export async function moveMails(
  tx: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await tx.updateTable('mails').set({ person_id: intoId }).where('person_id', '=', fromId).execute()
}
