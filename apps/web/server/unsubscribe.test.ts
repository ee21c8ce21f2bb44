import { beforeEach, expect, test } from 'vitest'
import { testSite } from '../test/site.ts'

const { app, web } = await testSite()
const token = 't'.repeat(43)
const address = `${web.url}/abbestellen/${token}`
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const hasLeft = async () => {
  const row = await app.db.selectFrom('mail_subscribers').select('left_at').executeTakeFirstOrThrow()
  return row.left_at !== null
}

beforeEach(async () => {
  const { id } = await app.db.selectFrom('series').select('id').executeTakeFirstOrThrow()
  await app.db.deleteFrom('mail_subscribers').execute()
  await app.db
    .insertInto('mail_subscribers')
    .values({ token, series_id: id, address_hash: 'x', left_at: null })
    .execute()
})

test('a scanner that opens the link changes nothing, and the page is kept by nobody', async () => {
  const page = await fetch(address)
  expect([page.status, page.headers.get('cache-control'), await hasLeft()]).toEqual([200, 'no-store', false])
  expect(await page.text()).toContain('IT-Fachtag')
})

test('a mail program leaves letters for its reader with one POST, and is not sent elsewhere', async () => {
  const done = await fetch(address, {
    method: 'POST',
    headers: form,
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  })
  expect([done.status, await hasLeft()]).toEqual([200, true])
})

test('a reader leaves them on the page', async () => {
  const headers = { ...form, origin: web.url }
  expect((await fetch(address, { method: 'POST', headers, body: '_do=leave' })).status).toBe(200)
  expect(await hasLeft()).toBe(true)
})

test('a form of another site does not', async () => {
  const headers = { ...form, origin: 'https://evil.example' }
  expect((await fetch(address, { method: 'POST', headers, body: '_do=leave' })).status).toBe(403)
  expect(await hasLeft()).toBe(false)
})

test.each(['/postfach', '/postfach/mai_1', '/postfach/mai_1/inhalt', '/en/postfach'])(
  'outside of the demonstration there is nothing at %s',
  async (path) => {
    const answer = await fetch(web.url + path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  },
)
