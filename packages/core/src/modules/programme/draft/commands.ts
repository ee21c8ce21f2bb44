import { DomainError } from '../../../kernel/errors.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { LockedEdition } from './types.ts'

/** Holds the edition until the transaction ends, so that no two write its programme at once. Throws `edition.not_found`. */
export async function lockEdition(tx: Transaction, editionId: string): Promise<LockedEdition> {
  const edition = await tx
    .selectFrom('editions')
    .select(['id', 'series_id as seriesId', 'time_zone as timeZone'])
    .where('id', '=', editionId)
    .forUpdate()
    .executeTakeFirst()
  if (!edition) throw new DomainError('edition.not_found', { editionId })
  return edition
}
