import type { Db } from '../../../../platform/database/tables.ts'
import { plainAddress } from '../../../../platform/mail/address.ts'
import { hashAddress } from '../addresses/rules.ts'
import { sortCandidates } from './rules.ts'
import type { Candidate, SortedCandidates } from './types.ts'

const emptyList = ['']
const orNone = (hashes: readonly string[]) => (hashes.length > 0 ? [...hashes] : emptyList)

/** Who of `candidates` gets letters of the series: not who left them, has no address, or whose address is dead. */
export async function sortRecipients(
  db: Db,
  seriesId: string,
  candidates: readonly Candidate[],
): Promise<SortedCandidates> {
  const hashes = orNone(
    candidates.flatMap(({ email }) => {
      const address = plainAddress(email?.trim() ?? '')
      return address ? [hashAddress(address)] : []
    }),
  )
  const [bounced, left] = await Promise.all([
    db.selectFrom('bounced_addresses').select('address_hash').where('address_hash', 'in', hashes).execute(),
    db
      .selectFrom('mail_subscribers')
      .select('address_hash')
      .where('series_id', '=', seriesId)
      .where('left_at', 'is not', null)
      .where('address_hash', 'in', hashes)
      .execute(),
  ])
  const setOf = (rows: readonly { address_hash: string }[]) => new Set(rows.map((row) => row.address_hash))
  return sortCandidates(candidates, { bounced: setOf(bounced), left: setOf(left) })
}
