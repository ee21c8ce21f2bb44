import { sql } from 'kysely'
import type { SharedScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { PersonContact } from './types.ts'

/** How the person can be reached, for who may invite them. One query. */
export async function findPersonContact(ctx: Context, person: SharedScope<'person'>): Promise<PersonContact | null> {
  ctx.authorize('person.contact', person)
  const row = await ctx.db
    .selectFrom('persons')
    .leftJoin('person_contacts', 'person_contacts.person_id', 'persons.id')
    .select([
      'persons.id as personId',
      'persons.name',
      'email',
      'phone',
      sql<string>`coalesce(note, '')`.as('note'),
      sql<number>`coalesce(person_contacts.revision, 0)`.as('revision'),
    ])
    .where('persons.id', '=', person.id)
    .executeTakeFirst()
  return row ?? null
}
