import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { addPerson } from '../../../core/test/programme.ts'
import { createProgram } from '../program.ts'
import { createTerminal } from '../terminal/terminal.ts'

const { db, url } = await testDatabase()
let out = ''

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  await addPerson(db, 'ida-oehm', 'Ida Öhm')
  await addPerson(db, 'bo-berg', 'Bo Berg')
})
beforeEach(() => {
  out = ''
})
afterEach(() => {
  process.exitCode = undefined
})

async function verify(...options: string[]) {
  const isJson = options.includes('--json')
  const take = (text: string) => {
    out += text
  }
  await createProgram(createTerminal(isJson, take, take)).parseAsync(['verify', ...options], { from: 'user' })
  return { exitCode: process.exitCode, answer: isJson ? JSON.parse(out) : out }
}

test('a log that fits, with the hash to write down, which it is then found to contain', async () => {
  const { exitCode, answer } = await verify('--json')
  expect({ exitCode, answer }).toMatchObject({ exitCode: undefined, answer: { ok: true, problem: null } })
  expect((await verify('--expect', answer.head.hash)).exitCode).toBeUndefined()
  expect(out).toContain(answer.head.hash)
})

test('a log that does not, with the first change that does not, and an exit code', async () => {
  await sql`alter table changes disable trigger user`.execute(db)
  await sql`update changes set actor = 'acc_other' where number = 2`.execute(db)
  expect(await verify('--json')).toMatchObject({
    exitCode: 1,
    answer: { ok: false, changes: 1, problem: { kind: 'altered', number: 2 } },
  })
})

test('a hash that does not occur', async () => {
  expect((await verify('--expect', 'ab'.repeat(32))).exitCode).toBe(1)
})
