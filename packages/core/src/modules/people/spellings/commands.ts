import { upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { foldName, parsePersonName } from '../persons/names/rules.ts'

/** Another way in which a person's name is written somewhere. */
export type Spelling = { readonly personId: string; readonly name: string }

/** Makes `spellings` known, so that searches and imports meet the person under them; how the person is called stays. */
export async function addSpellings(tx: Transaction, spellings: readonly Spelling[]): Promise<void> {
  const rows = spellings.map(({ personId, name }) => ({
    person_id: personId,
    name: parsePersonName(name).name,
    folded: foldName(name),
  }))
  const once = new Map(rows.map((row) => [`${row.person_id} ${row.name}`, row]))
  await upsertRows(tx, 'person_names', ['person_id', 'name'], [...once.values()])
}
