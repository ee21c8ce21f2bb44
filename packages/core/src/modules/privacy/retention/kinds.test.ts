import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { openAccount } from '../../people/accounts/commands.ts'
import { runRetention } from './commands.ts'
import { retentionRules } from './rules.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'fristen')
const ended = await addEditionOf(db, edition.seriesId, 'vorbei', '2031-01-01')
const undated = await addEditionOf(db, edition.seriesId, 'irgendwann', '2031-01-01')
await sql`update editions set starts_on = null, ends_on = null where id = ${undated.id}`.execute(db)
const person = await addPerson(db, 'ida', 'Ida Öhm')
const start = '2031-01-01T00:00:00Z'
const later = (days: number) => Temporal.Instant.from(start).add({ hours: 24 * days })
const run = (days: number) =>
  runRetention(createContext(db, systemActor, fixedClock(later(days).add({ hours: 4 }).toString())))
let accountId: string

beforeEach(async () => {
  for (const { table } of retentionRules)
    if (table !== 'change_rows') await sql`delete from ${sql.table(table)}`.execute(db)
  await db.deleteFrom('retention_notices').execute()
  accountId = await openAccount(createContext(db, systemActor, fixedClock(start)), { address: 'x@example.org' })
  await sql`insert into role_grants (id, account_id, role, granted_at) values ('rol_1', ${accountId}, 'operator', now())`.execute(
    db,
  )
})

type Case = {
  /** How long a row that counts from `start` stays, in days, with what announcing it takes. */
  readonly days: number
  /** One that counts from `start`, and one that does not count yet. */
  readonly rows: (over: Db) => Promise<unknown>[]
}
const insert = (statement: ReturnType<typeof sql>) => (over: Db) => statement.execute(over)
const at = sql.lit(start)

/** Kind → a row that goes and one that stays. */
const cases: Readonly<Record<string, Case>> = {
  'sign-in-requests': {
    days: 0,
    rows: (over) => [
      insert(sql`insert into sign_in_requests (id, browser_hash, folded, next, locale, browser, system, created_at, expires_at)
        values ('weg', 'x', 'x', '/', 'de', 'x', 'x', ${at}, ${at}), ('da', 'x', 'x', '/', 'de', 'x', 'x', ${at}, '2099-01-01')`)(
        over,
      ),
    ],
  },
  'sign-ins': {
    days: 0,
    rows: (over) => [
      insert(sql`insert into sign_ins (id, token_hash, account_id, method, browser, system, created_at, last_seen_at, expires_at)
        values ('weg', 'a', ${accountId}, 'link', 'x', 'x', ${at}, ${at}, ${at}), ('da', 'b', ${accountId}, 'link', 'x', 'x', ${at}, ${at}, '2099-01-01')`)(
        over,
      ),
    ],
  },
  'one-time-links': {
    days: 0,
    rows: (over) => [
      insert(
        sql`insert into setup_links (id, token_hash, expires_at) values ('weg', 'a', ${at}), ('da', 'b', '2099-01-01')`,
      )(over),
    ],
  },
  'erasure-requests': {
    days: 0,
    rows: (over) => [
      insert(
        sql`insert into erasure_requests values ('weg', ${accountId}, 'a', ${at}, ${at}), ('da', ${accountId}, 'b', ${at}, '2099-01-01')`,
      )(over),
    ],
  },
  invitations: {
    days: 90,
    rows: (over) => [
      insert(sql`insert into invitations (id, address, folded, role, token_hash, locale, created_at, expires_at, accepted_at)
        values ('weg', 'x', 'x', 'editor', 'a', 'de', ${at}, '2099-01-01', ${at}), ('da', 'x', 'x', 'editor', 'b', 'de', ${at}, '2099-01-01', null)`)(
        over,
      ),
    ],
  },
  'bounced-addresses': {
    days: 365,
    rows: (over) => [
      insert(sql`insert into bounced_addresses values ('weg', ${at}, null), ('da', '2099-01-01', null)`)(over),
    ],
  },
  mailbox: {
    days: 30,
    rows: (over) => [
      insert(sql`insert into mailbox_messages (id, recipient, sender, subject, headers, text, html, sent_at)
        values ('weg', 'x', 'x', 'x', '{}', 'x', 'x', ${at}), ('da', 'x', 'x', 'x', '{}', 'x', 'x', '2099-01-01')`)(
        over,
      ),
    ],
  },
  'barrier-reports': {
    days: 365,
    rows: (over) => [
      insert(sql`insert into barrier_reports (id, page, description, created_at, answered_at)
        values ('weg', '/', 'x', ${at}, ${at}), ('da', '/', 'x', ${at}, null)`)(over),
    ],
  },
  'speaker-logistics': {
    days: 90,
    rows: (over) => [
      insert(sql`insert into speaker_logistics (id, edition_id, person_id)
        values ('weg', ${ended.id}, ${person}), ('da', ${undated.id}, ${person})`)(over),
    ],
  },
  availabilities: {
    days: 90,
    rows: (over) => [
      insert(sql`insert into availabilities (id, edition_id, person_id, windows)
        values ('weg', ${ended.id}, ${person}, '[]'), ('da', ${undated.id}, ${person}, '[]')`)(over),
    ],
  },
  'superseded-consents': {
    days: 1095,
    rows: (over) => [
      insert(sql`insert into person_consents (id, person_id, edition_id, kind, state, wording, given_via, decided_at)
        values ('weg', ${person}, ${edition.id}, 'photo', 'given', '1', 'person', '2020-01-01'),
        ('da', ${person}, ${edition.id}, 'photo', 'revoked', '1', 'person', ${at})`)(over),
    ],
  },
  'bookmark-lists': {
    days: 1095,
    rows: (over) => [
      insert(sql`insert into bookmark_lists
        values ('weg', ${ended.id}, '{ses_1}', ${at}), ('da', ${undated.id}, '{ses_1}', ${at})`)(over),
    ],
  },
  'settled-mentions': {
    days: 365,
    rows: (over) => [
      insert(
        sql`insert into erasure_mentions (id, table_name, row_id, settled_at) values ('weg', 'news', 'x', ${at}), ('da', 'news', 'x', null)`,
      )(over),
    ],
  },
}

const tableOf = (kind: string) => retentionRules.find((rule) => rule.kind === kind)!
const left = async (kind: string) => {
  const { table, key } = tableOf(kind)
  const { rows } = await sql<{
    key: string
  }>`select ${sql.raw(key)} as key from ${sql.table(table)} order by 1`.execute(db)
  return rows.map((row) => row.key)
}

test('every kind is tried, here or with those whose announcements are tried', () => {
  const elsewhere = ['change-log', 'idle-accounts', 'mails', 'person-contacts']
  expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(retentionRules.map((rule) => rule.kind).sort())
})

describe.each(Object.entries(cases))('%s', (kind, { days, rows }) => {
  test(`stay until ${days} days are over, and what does not count yet stays for good`, async () => {
    await Promise.all(rows(db))
    await run(days - 1)
    expect(await left(kind)).toEqual(['da', 'weg'])
    await run(days)
    expect(await left(kind)).toEqual(['da'])
    await run(days + 1000)
    expect(await left(kind)).toEqual(['da'])
  })
})
