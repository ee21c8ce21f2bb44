import type { Db } from '../../../../platform/database/tables.ts'
import type { SpeakerLine } from './types.ts'

/** What is known of the lines and needs of these persons at an edition, by person; whoever told nothing is left out. One query. */
export async function listSpeakerLines(
  db: Db,
  editionId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, SpeakerLine>> {
  const rows = await db
    .selectFrom('speaker_logistics')
    .leftJoin('reserves', 'reserves.id', 'stand_in_id')
    .leftJoin('persons', 'persons.id', 'reserves.person_id')
    .select(['speaker_logistics.person_id as personId', 'call_link as link', 'check_result as result', 'fallback'])
    .select(['fallback_phone as fallbackPhone', 'persons.name as standIn', 'needs', 'needs_note as needsNote'])
    .where('speaker_logistics.edition_id', '=', editionId)
    .where('speaker_logistics.person_id', 'in', [...new Set(personIds), ''])
    .execute()
  return new Map(rows.map((row) => [row.personId, row]))
}
