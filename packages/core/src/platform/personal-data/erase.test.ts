import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { beginErasing, countOwnRows, eraseOwnRows, findMentions, scrubTexts } from './erase.ts'
import { listOwnRows } from './own-rows.ts'
import type { PersonalData, Subject } from './types.ts'

const { db } = await testDatabase()
await sql`create table notes (id text primary key, person_id text, address text, hash text, note text, secret text,
  written_by text, kept boolean not null default true)`.execute(db)
await sql`create table reports (id text primary key, title text unique, body jsonb, written_by text)`.execute(db)

const notes: PersonalData = {
  table: 'notes',
  title: { de: 'Notizen', en: 'Notes' },
  owner: { person_id: 'person', address: 'address', hash: 'address-hash' },
  erasure: { kind: 'delete' },
  data: 'note',
  secret: 'secret',
  author: 'written_by',
}
const reports: PersonalData = { table: 'reports', plain: 'id', mentions: 'title body', author: 'written_by' }
const ida: Subject = {
  personIds: ['per_ida'],
  accountIds: ['acc_ida'],
  addresses: ['ida@example.org'],
  addressHashes: ['hash-ida'],
  words: ['Ida Öhm'],
}

beforeEach(async () => {
  await sql`delete from notes`.execute(db)
  await sql`delete from reports`.execute(db)
  await sql`insert into notes values ('a', 'per_ida', null, null, 'über Ida', 'geheim', 'acc_bo'),
    ('b', null, 'IDA@example.org', null, 'an Ida', null, null), ('c', null, null, 'hash-ida', 'von Ida', null, null),
    ('d', 'per_bo', 'bo@example.org', 'hash-bo', 'Ida Öhm hat angerufen', 'geheim', 'acc_ida')`.execute(db)
  await sql`insert into reports values ('1', 'Gruß von Ida Öhm', '{"de": "Kurz."}', 'acc_ida'),
    ('2', 'Lob für Ida Öhm', '{"de": "Es sprach Ida  öhm, nicht Frida Öhm."}', 'acc_bo'), ('3', 'Frida Öhmichen', '{}', null)`.execute(
    db,
  )
})

type Row = Record<string, unknown>
const rows = async (table: string) => (await sql<Row>`select * from ${sql.table(table)} order by id`.execute(db)).rows
const ids = async (table: string) => (await rows(table)).map((row) => row.id)
const erase = (declared: readonly PersonalData[], subject = ida) =>
  db.transaction().execute((tx) => eraseOwnRows(tx, declared, subject))

describe('rows of somebody', () => {
  test('are those whose person, address or hash is theirs, in any case of letters', async () => {
    expect(await countOwnRows(db, [notes, reports], ida)).toEqual([{ table: 'notes', title: notes.title, count: 3 }])
    const [own] = await listOwnRows(db, [notes, reports], ida)
    expect(own?.rows.map((row) => row.note)).toEqual(['über Ida', 'an Ida', 'von Ida'])
  })

  test('are told without what is secret and who wrote them', async () => {
    const [own] = await listOwnRows(db, [notes], ida)
    expect(Object.keys(own?.rows[0] ?? {})).toEqual(['id', 'person_id', 'address', 'hash', 'note', 'kept'])
  })

  test('of nobody are none', async () => {
    const nobody: Subject = { personIds: [], accountIds: [], addresses: [], addressHashes: [], words: [] }
    expect(await listOwnRows(db, [notes], nobody)).toEqual([])
    await erase([notes], nobody)
    expect(await ids('notes')).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('erasing', () => {
  test('deletes what is to be deleted, and takes the author off what is not theirs', async () => {
    await erase([notes, reports])
    expect(await rows('notes')).toMatchObject([{ id: 'd', note: 'Ida Öhm hat angerufen', written_by: null }])
    expect((await rows('reports')).map((row) => row.written_by)).toEqual([null, 'acc_bo', null])
  })

  test('sets what is to be set, and keeps the rows', async () => {
    await erase([{ ...notes, erasure: { kind: 'set', values: { note: 'entfernt', person_id: null } } }])
    expect((await rows('notes')).map((row) => [row.id, row.note])).toEqual([
      ['a', 'entfernt'],
      ['b', 'entfernt'],
      ['c', 'entfernt'],
      ['d', 'Ida Öhm hat angerufen'],
    ])
  })

  test.each([{ kind: 'by-command' }, { kind: 'keep', reason: { de: 'Gesetz', en: 'law' } }] as const)(
    'leaves alone what somebody else erases or the law keeps: %j',
    async (erasure) => {
      await erase([{ ...notes, erasure }])
      expect(await ids('notes')).toEqual(['a', 'b', 'c', 'd'])
    },
  )

  test('takes what was declared last first', async () => {
    await sql`create table parts (id text primary key, person_id text, note_id text references notes (id))`.execute(db)
    await sql`insert into parts values ('p', 'per_ida', 'a')`.execute(db)
    const parts: PersonalData = {
      ...notes,
      table: 'parts',
      owner: { person_id: 'person' },
      author: '',
      plain: 'id note_id',
    }
    await expect(erase([parts, notes])).rejects.toThrow('foreign key')
    await erase([notes, parts])
    expect(await ids('notes')).toEqual(['d'])
    await sql`drop table parts`.execute(db)
  })

  test('is known to the database for one transaction and no longer', async () => {
    const isErasing = (over: typeof db) =>
      sql<{ on: string | null }>`select current_setting('fachtag.erasing', true) as on`
        .execute(over)
        .then((one) => one.rows[0]?.on)
    await db.transaction().execute(async (tx) => {
      await beginErasing(tx)
      expect(await isErasing(tx)).toBe('yes')
    })
    expect(await isErasing(db)).not.toBe('yes')
  })
})

describe('texts', () => {
  const scrubbed: PersonalData = { table: 'reports', plain: 'id written_by', scrubbed: 'title body' }
  const scrub = (words: readonly string[]) => db.transaction().execute((tx) => scrubTexts(tx, [scrubbed], words))

  test('that name somebody are found, and no others', async () => {
    expect(await findMentions(db, [notes, reports], ida.words)).toEqual([
      { table: 'reports', rowId: '1' },
      { table: 'reports', rowId: '2' },
    ])
    expect(await findMentions(db, [reports], [])).toEqual([])
  })

  test('that are scrubbed lose the name wherever it stands by itself; what has to differ still does', async () => {
    await scrub(['Ida Öhm'])
    const [first, second, third] = await rows('reports')
    expect(first?.title).toBe('Gruß von Person auf Wunsch entfernt 1')
    expect(second).toMatchObject({
      title: 'Lob für Person auf Wunsch entfernt 2',
      body: { de: 'Es sprach Person auf Wunsch entfernt, nicht Frida Öhm.' },
    })
    expect(third?.title).toBe('Frida Öhmichen')
  })

  test('that were alike but for two names stay two', async () => {
    await sql`insert into reports values ('4', 'Gruß von Bo Berg', '{}', null)`.execute(db)
    await scrub(['Ida Öhm'])
    await scrub(['Bo Berg'])
    const titles = (await rows('reports')).map((row) => row.title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('stay as they are without words', async () => {
    const before = await rows('reports')
    await scrub([])
    expect(await rows('reports')).toEqual(before)
  })
})
