import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { scanDatabase } from '../../../../test/canaries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { type PlantedPeople, plantPeople } from '../../../../test/planted-people.ts'
import { openApp } from '../../../app/open.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { readSettings } from '../../../platform/config/read.ts'
import type { PersonalData } from '../../../platform/personal-data/types.ts'
import { reindexSite } from '../../library/search/commands.ts'
import { verifyChanges } from '../../messages/changes/verification/queries.ts'
import { messagesData } from '../../messages/personal-data/rules.ts'
import { findSession } from '../../programme/sessions/queries.ts'
import { personalData } from '../register/rules.ts'
import { findSubject } from '../subject/queries.ts'
import { eraseSubject, forgetPerson } from './commands.ts'

const { url } = await testDatabase()
const app = await openApp(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }))
afterAll(() => app.close())
const { db } = app
const ctx = app.ctx(systemActor)

let number = 0
let people: PlantedPeople
beforeEach(async () => {
  people = await plantPeople(app, `kanarien-${++number}`)
})

/** Where the search keeps the words of a text that names them. */
const searchTables = ['search_postings', 'search_texts', 'search_words']
/** Tables whose rows stay by law, with what is in them. */
const kept = personalData.flatMap(({ table, erasure }) => (erasure?.kind === 'keep' ? [table] : []))
const tablesWith = async (token: string) => [...new Set((await scanDatabase(db, token)).map((hit) => hit.table))].sort()
const canariesOf = async (token: string) => {
  const rows = await scanDatabase(db, token)
  return [...new Set(rows.flatMap(({ row }) => row.match(new RegExp(`${token}-[a-z_]+-[a-z_]+`, 'g')) ?? []))].sort()
}

async function eraseWith(declared: readonly PersonalData[]): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subject = await findSubject(tx, { personId: people.ada.personId })
    await eraseSubject(ctx.in(tx), tx, subject!, declared)
  })
}

test('before it is erased, a person stands in every table that is declared as somebody’s', async () => {
  const declared = personalData.filter((table) => table.owner && (table.data || table.secret)).map((one) => one.table)
  expect(await tablesWith(people.ada.token)).toEqual(expect.arrayContaining(declared))
  expect(await tablesWith(people.ada.token)).toEqual(
    expect.arrayContaining(['releases', 'published_sessions', 'search_words', 'change_rows', 'pgboss.job', 'letters']),
  )
})

test('afterwards nothing of them is anywhere but what the law keeps and what a human has to decide', async () => {
  const outcome = await forgetPerson(ctx, { personId: people.ada.personId })
  const found = outcome.kind === 'erased' ? outcome.report.mentions : []
  expect(found).toContainEqual({ table: 'news', rowId: people.newsId })
  expect(await tablesWith(people.ada.token)).toEqual([...kept, 'news', ...searchTables].sort())
  await db.deleteFrom('news').where('id', '=', people.newsId).execute()
  await ctx.transaction(reindexSite)
  const hits = await scanDatabase(db, people.ada.token)
  expect(hits.filter((hit) => hit.table !== 'change_rows').map((hit) => hit.table)).toEqual(kept)
})

test('the log of changes can be verified before and afterwards, and says how much it forgot', async () => {
  const before = await verifyChanges(ctx)
  await forgetPerson(ctx, { personId: people.ada.personId })
  const after = await verifyChanges(ctx)
  expect([before.problem, after.problem]).toEqual([null, null])
  expect(after.erased - before.erased).toBeGreaterThan(20)
})

test('nobody else loses anything', async () => {
  const before = await canariesOf(people.bo.token)
  await forgetPerson(ctx, { personId: people.ada.personId })
  expect(before.length).toBeGreaterThan(30)
  expect(await canariesOf(people.bo.token)).toEqual(before)
})

test('the programme says so politely, and keeps the organisation, which figures count', async () => {
  await forgetPerson(ctx, { personId: people.ada.personId })
  const alpha = await findSession(db, people.edition.id, 'alpha')
  expect(alpha?.session.appearances[0]).toMatchObject({
    name: 'Person auf Wunsch entfernt',
    personId: null,
    personSlug: null,
    function: null,
    organisationName: 'Amt Muster',
  })
  expect(alpha?.session.appearances[1]).toMatchObject({
    name: expect.stringContaining(people.bo.name),
    personId: people.bo.personId,
  })
})

describe('the scan finds what is forgotten when the declarations lack', () => {
  test.each<[string, readonly PersonalData[], string]>([
    ['a module', messagesData, 'mails'],
    ['a table', personalData.filter((one) => one.table === 'barrier_reports'), 'barrier_reports'],
  ])('%s', async (_, missing, table) => {
    await db.deleteFrom('role_grants').execute()
    await eraseWith(personalData.filter((one) => !missing.includes(one)))
    expect(await tablesWith(people.ada.address)).toContain(table)
  })
})
