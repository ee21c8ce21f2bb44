import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { plainAddress } from '../../../../platform/mail/address.ts'
import { hashAddress } from '../../../messages/mail/addresses/rules.ts'
import { erasedPerson } from '../../../people/persons/erased/rules.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import { listUnlisted } from '../../consents/queries.ts'
import { languageFor } from '../../letters/rules.ts'
import type { NoticePlace, Reach } from '../types.ts'

/** The edition that notices are about. One query. Throws `edition.not_found`. */
export async function findNoticePlace(db: Db, scope: EditionScope): Promise<NoticePlace> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select(['editions.name', 'editions.slug', 'series.slug as series', 'visibility', 'state', 'time_zone as timeZone'])
    .select((of) =>
      of
        .selectFrom('contacts')
        .select('contacts.email')
        .whereRef('contacts.series_id', '=', 'editions.series_id')
        .where((on) => on.or([on('contacts.edition_id', '=', scope.editionId), on('contacts.edition_id', 'is', null)]))
        .where('contacts.is_current', '=', true)
        .where('contacts.email', 'is not', null)
        .orderBy('contacts.position')
        .limit(1)
        .as('replyTo'),
    )
    .where('editions.id', '=', scope.editionId)
    .executeTakeFirst()
  if (!row) throw new DomainError('edition.not_found', { edition: scope.editionId })
  return {
    editionName: row.name,
    path: row.visibility === 'public' ? `/${row.series}/${row.slug}` : null,
    timeZone: row.timeZone,
    isHeld: row.state === 'held',
    replyTo: row.replyTo,
  }
}

type Row = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly academicTitle: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly country: string | null
}

/** What they told us for being reached, else what they sign in with; and the country of the organisation they came for last. */
async function readRows(db: Db, personIds: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select persons.id, persons.slug, persons.name, persons.academic_title as "academicTitle", told.phone,
      coalesce(nullif(told.email, ''), (select address from account_addresses
        join accounts on accounts.id = account_addresses.account_id
        where accounts.person_id = persons.id and accounts.disabled_at is null limit 1)) as email,
      (select country from appearances join organisations on organisations.id = appearances.organisation_id
        where appearances.person_id = persons.id order by appearances.id desc limit 1) as country
    from persons left join person_contacts told on told.person_id = persons.id
    where persons.id = any(${personIds}::text[]) and persons.id <> ${erasedPerson.id}`.execute(db)
  return rows
}

/** How these people can be reached, by their ids; who was erased is not among them. Three queries. */
export async function readReach(
  db: Db,
  scope: EditionScope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  if (personIds.length === 0) return new Map()
  const [rows, unlisted] = await Promise.all([readRows(db, personIds), listUnlisted(db, scope.editionId)])
  const hashes = rows.map(({ email }) => hashAddress(email ?? ''))
  const bounced = await db
    .selectFrom('bounced_addresses')
    .select('address_hash')
    .where(sql<boolean>`address_hash = any(${hashes}::text[])`)
    .execute()
  const dead = new Set(bounced.map((row) => row.address_hash))
  const reaches = rows.map((row, index): Reach => {
    const { id: personId, phone, country } = row
    const email = plainAddress(row.email?.trim() ?? '')
    const isBounced = dead.has(hashes[index]!)
    const slug = unlisted.has(personId) ? null : row.slug
    return {
      personId,
      name: titledName(row),
      email,
      phone: phone || null,
      locale: languageFor(country),
      slug,
      isBounced,
    }
  })
  return new Map(reaches.map((reach) => [reach.personId, reach]))
}
