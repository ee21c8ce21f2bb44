import { sql } from 'kysely'
import { slugify } from '../../../kernel/slug.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { countOwnRows } from '../../../platform/personal-data/erase.ts'
import { hashAddress } from '../../messages/mail/addresses/rules.ts'
import { erasedPerson } from '../../people/persons/erased/rules.ts'
import { titledName } from '../../people/persons/names/rules.ts'
import { personalData } from '../register/rules.ts'
import type { KnownSubject, SubjectKey } from './types.ts'

type Ids = { readonly personIds: string[]; readonly accountIds: string[] }

/** Ids of theirs; those too that they had before two entries of them were merged. */
async function readIds(db: Db, key: Exclude<SubjectKey, { address: string }>): Promise<Ids> {
  const own =
    'personId' in key
      ? { column: 'person_id' as const, id: key.personId }
      : { column: 'id' as const, id: key.accountId }
  const accounts = await db.selectFrom('accounts').select(['id', 'person_id']).where(own.column, '=', own.id).execute()
  const persons = 'personId' in key ? [key.personId] : accounts.flatMap((row) => row.person_id ?? [])
  const known = await db
    .selectFrom('persons')
    .select('id')
    .where('id', 'in', [...persons, ''])
    .where('id', '<>', erasedPerson.id)
    .execute()
  const ids = known.map((row) => row.id)
  const former = await db
    .selectFrom('person_slugs')
    .select('former_id')
    .where('person_id', 'in', [...ids, ''])
    .execute()
  return { personIds: [...ids, ...former.map((row) => row.former_id)], accountIds: accounts.map((row) => row.id) }
}

/** Every address that is theirs and no other person's. */
async function readAddresses(db: Db, { personIds, accountIds }: Ids): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select lower(address) as address from account_addresses where account_id = any(${accountIds})
    union select folded from account_addresses where account_id = any(${accountIds})
    union select lower(address) from address_changes where account_id = any(${accountIds})
    union select lower(email) from person_contacts where person_id = any(${personIds}) and email is not null
    union select lower(email) from contacts where person_id = any(${personIds}) and email is not null
      and not exists (select from contacts other where lower(other.email) = lower(contacts.email)
        and other.person_id <> all(${personIds}))
    order by 1`.execute(db)
  return rows.map((row) => row.address)
}

type NameRow = {
  id: string
  slug: string
  name: string
  academicTitle: string | null
  givenName: string | null
  familyName: string | null
}

async function readPersons(db: Db, personIds: readonly string[]): Promise<NameRow[]> {
  return db
    .selectFrom('persons')
    .select(['id', 'slug', 'name', 'academic_title as academicTitle'])
    .select(['given_name as givenName', 'family_name as familyName'])
    .where('id', 'in', [...personIds, ''])
    .execute()
}

async function readSpellings(db: Db, { personIds, accountIds }: Ids): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from person_names where person_id = any(${personIds})
    union select name from accounts where id = any(${accountIds}) and name is not null`.execute(db)
  return rows.map((row) => row.name)
}

async function readFormerSlugs(db: Db, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('person_slugs')
    .select('slug')
    .where('person_id', 'in', [...personIds, ''])
    .execute()
  return rows.map((row) => row.slug)
}

/** What their name is in an address, now or once; of one word it would mean too much else. */
function slugsOf(persons: readonly NameRow[], former: readonly string[], names: readonly string[]): string[] {
  const all = [...persons.map((person) => person.slug), ...former, ...names.map((name) => slugify(name, 60))]
  return [...new Set(all)].filter((slug) => slug.includes('-'))
}

async function hasNamesake(db: Db, personIds: readonly string[], names: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from persons where id <> all(${personIds}) and lower(name) = any(${names})
    union all select from person_names where person_id <> all(${personIds}) and (lower(name) = any(${names})
      or folded in (select folded from person_names own where own.person_id = any(${personIds}))) limit 1`.execute(db)
  return rows.length > 0
}

async function readSeries(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select editions.series_id as id from appearances join sessions on sessions.id = appearances.session_id
      join editions on editions.id = sessions.edition_id where appearances.person_id = any(${personIds})
    union select series_id from contacts where person_id = any(${personIds})
    union select series_id from published_appearances join published_sessions using (session_id)
      where person_id = any(${personIds})
    union select substr(source, 8) from person_references
      where person_id = any(${personIds}) and source like 'series:%' order by 1`.execute(db)
  return rows.map((row) => row.id)
}

function namesOf(person: NameRow): string[] {
  const { name, givenName, familyName } = person
  return [titledName(person), name, ...(givenName && familyName ? [`${familyName}, ${givenName}`] : [])]
}

function allusionsTo({ familyName, academicTitle }: NameRow): string[] {
  return familyName
    ? ['Frau', 'Herr', 'Herrn', 'Dr.', 'Mr', 'Mrs', 'Ms', academicTitle].flatMap((form) =>
        form ? [`${form} ${familyName}`] : [],
      )
    : []
}

/** Somebody of whom nothing is known but an address; null when nothing that is theirs knows it either. */
async function findAddressee(db: Db, address: string): Promise<KnownSubject | null> {
  const folded = address.toLowerCase()
  const nobody = {
    personIds: [],
    accountIds: [],
    names: [],
    slugs: [],
    allusions: [],
    hasNamesake: false,
    seriesIds: [],
  }
  const known = { addresses: [folded], addressHashes: [hashAddress(folded)], words: [folded], name: folded }
  const subject: KnownSubject = { ...nobody, ...known }
  const rows = await countOwnRows(db, personalData, subject)
  return rows.length > 0 ? subject : null
}

/**
 * Everything by which the data of somebody is found; null when there is nobody with this id. Names of a single word are
 * left out: they mean too much else. Eleven queries.
 */
export async function findSubject(db: Db, key: SubjectKey): Promise<KnownSubject | null> {
  if ('address' in key) return findAddressee(db, key.address)
  const ids = await readIds(db, key)
  if (ids.personIds.length + ids.accountIds.length === 0) return null
  const [addresses, persons, spellings, former, seriesIds] = await Promise.all([
    readAddresses(db, ids),
    readPersons(db, ids.personIds),
    readSpellings(db, ids),
    readFormerSlugs(db, ids.personIds),
    readSeries(db, ids.personIds),
  ])
  const all = [...persons.flatMap(namesOf), ...spellings].map((name) => name.trim())
  const names = [...new Set(all)].filter((name) => /\s/.test(name))
  const isShared = await hasNamesake(
    db,
    ids.personIds,
    names.map((name) => name.toLowerCase()),
  )
  const slugs = slugsOf(persons, former, names)
  return {
    ...ids,
    addresses,
    addressHashes: addresses.map(hashAddress),
    words: [...(isShared ? [] : names), ...addresses, ...slugs.map((slug) => `personen/${slug}`)],
    name: all[0] ?? addresses[0] ?? '',
    names,
    slugs: isShared ? [] : slugs,
    allusions: [...persons.flatMap(allusionsTo), ...slugs],
    hasNamesake: isShared,
    seriesIds,
  }
}

/** Whom `text` means: the id of a person or an account, the last part of the address of a person's page, or an e-mail address. */
export async function findSubjectKey(db: Db, text: string): Promise<SubjectKey | null> {
  const person = await db
    .selectFrom('persons')
    .select('id')
    .where((where) => where.or([where('id', '=', text), where('slug', '=', text)]))
    .executeTakeFirst()
  if (person) return { personId: person.id }
  const account = await db
    .selectFrom('accounts')
    .leftJoin('account_addresses', 'account_addresses.account_id', 'accounts.id')
    .select(['accounts.id', 'person_id'])
    .where((where) => where.or([where('accounts.id', '=', text), where('folded', '=', text.toLowerCase())]))
    .executeTakeFirst()
  if (account) return account.person_id ? { personId: account.person_id } : { accountId: account.id }
  const contact = await db
    .selectFrom('person_contacts')
    .select('person_id')
    .where(sql`lower(email)`, '=', text.toLowerCase())
    .executeTakeFirst()
  if (contact) return { personId: contact.person_id }
  return (await findAddressee(db, text)) ? { address: text.toLowerCase() } : null
}
