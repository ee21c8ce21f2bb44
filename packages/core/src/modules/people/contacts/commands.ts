import { DomainError } from '../../../kernel/errors.ts'
import type { SharedScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { PersonContactInput } from './schema.ts'

/** The revision of what is stored, held until the transaction ends; 0 where nothing is. Throws `person.not_found`. */
async function lockContact(tx: Transaction, id: string): Promise<number> {
  const person = await tx.selectFrom('persons').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!person) throw new DomainError('person.not_found', { id })
  const stored = tx.selectFrom('person_contacts').select('revision').where('person_id', '=', id)
  return (await stored.executeTakeFirst())?.revision ?? 0
}

/**
 * Makes `input` all that is known of how to reach a person; nothing at all leaves no row behind. `conflict`: somebody else
 * has saved in the meantime. Throws `person.not_found`.
 */
export async function savePersonContact(
  ctx: Context,
  person: SharedScope<'person'>,
  { email, phone, note }: PersonContactInput,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('person.contact', person)
  return ctx.transaction(async (tx) => {
    const revision = await lockContact(tx, person.id)
    if (expectedRevision !== undefined && expectedRevision !== revision) return { kind: 'conflict' }
    if (email || phone || note) {
      const row = { person_id: person.id, email: email ?? null, phone: phone ?? null, note: note ?? '' }
      await upsertRows(tx, 'person_contacts', ['person_id'], [{ ...row, updated_at: ctx.now().toString() }])
    } else {
      await tx.deleteFrom('person_contacts').where('person_id', '=', person.id).execute()
    }
    return { kind: 'saved' }
  })
}
