import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../test/actors.ts'
import { canary, type Planted } from '../../../../test/canaries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { type PlantedPeople, plantPeople } from '../../../../test/planted-people.ts'
import { openApp } from '../../../app/open.ts'
import { publicActor } from '../../../kernel/actor.ts'
import { readSettings } from '../../../platform/config/read.ts'
import { columnsOf } from '../../../platform/personal-data/columns.ts'
import { personalData } from '../register/rules.ts'
import { columnLabels } from './labels/rules.ts'
import { readOwnData } from './queries.ts'
import { labelOf, showValue, writeDataPage } from './rules.ts'
import type { OwnData } from './types.ts'

const { url } = await testDatabase()
const app = await openApp(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }))
afterAll(() => app.close())

let people: PlantedPeople
let data: OwnData
const own = (who: Planted) => {
  return app.ctx({ ...accountWith([], who.accountId), personId: who.personId, isStrong: false })
}
beforeAll(async () => {
  people = await plantPeople(app, 'auskunft')
  data = await readOwnData(own(people.ada))
})

test('the file holds every canary of the person, in every column that is declared theirs', () => {
  const text = JSON.stringify(data)
  const named = ['persons-name', 'account_addresses-address']
  const expected = personalData
    .filter((table) => table.owner)
    .flatMap((table) => columnsOf(table.data).map((column) => [table.table, column] as const))
    .filter(([table, column]) => !named.includes(`${table}-${column}`))
    .map(([table, column]) => canary(people.ada, table, column))
    // What a check confines to a list of words cannot be a canary.
    .filter((one) => !/-sign_ins-method/.test(one))
  expect(expected.length).toBeGreaterThan(40)
  expect(expected.filter((one) => !text.includes(one))).toEqual([])
  expect(text).toContain(people.ada.name)
})

test('nothing of anybody else is in it, nor what only who signs in may know', () => {
  const text = JSON.stringify(data)
  const others = new RegExp(`${people.bo.token}-[a-z_]+-[a-z_]+`, 'g')
  expect(text.match(others) ?? []).toEqual([])
  const secrets = personalData.flatMap((table) =>
    columnsOf(table.secret).map((column) => canary(people.ada, table.table, column)),
  )
  expect(secrets.filter((secret) => JSON.stringify(data.tables).includes(secret))).toEqual([])
})

test('what they appear in is named, and where texts mention them is told', () => {
  const appearances = data.tables.find((one) => one.table === 'appearances')
  expect(appearances?.rows.map((row) => row.session_id)).toEqual(expect.arrayContaining(['Alpha', 'Beta']))
  expect(data.mentions).toContainEqual({ table: 'news', rowId: people.newsId })
})

test('nobody reads it but they themselves', async () => {
  await expect(readOwnData(app.ctx(publicActor))).rejects.toThrow('access.denied')
  await expect(readOwnData(app.ctx(accountWith([{ role: 'operator' }], 'acc_gone')))).rejects.toThrow('access.denied')
})

describe('the page', () => {
  test.each(['de', 'en'] as const)('says everything in words (%s)', (locale) => {
    const page = writeDataPage(data, locale)
    for (const table of data.tables) {
      expect(page).toContain(`<h2>${table.title[locale]} (${table.rows.length})</h2>`)
      for (const column of Object.keys(table.rows[0] ?? {})) expect(columnLabels[column]?.[locale]).toBeTruthy()
    }
  })

  test('shows what somebody typed literally', () => {
    const evil = { ...data, name: '<script>alert(1)</script>', tables: [], changes: [], mentions: [] }
    expect(writeDataPage(evil, 'de')).not.toContain('<script>')
    expect(labelOf('<b>', 'de')).toBe('<b>')
  })

  test.each<[unknown, string]>([
    ['2031-11-06T12:00:00.000Z', '6. November 2031 um 13:00'],
    [null, '<i>leer</i>'],
    ['', '<i>leer</i>'],
    [true, 'ja'],
    [false, 'nein'],
    [7, '7'],
    ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    [{ de: '<i>' }, '{\n &quot;de&quot;: &quot;&lt;i&gt;&quot;\n}'],
  ])('shows %j as %s', (value, shown) => expect(showValue(value, 'de')).toBe(shown))
})
