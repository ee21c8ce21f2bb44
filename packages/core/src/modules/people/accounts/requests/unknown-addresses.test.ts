import { beforeEach, expect, test } from 'vitest'
import { askedJobs } from '../../../../../test/asked-jobs.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { newToken } from '../../../../kernel/tokens.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { addressInput } from '../addresses/schema.ts'
import { openAccount } from '../commands.ts'
import { limits } from '../limits/rules.ts'
import { askForLink } from './commands.ts'

const { db } = await testDatabase()
const clock = fixedClock('2031-11-21T12:00:00Z')
const known = 'ida@stadt.de'
const unknown = 'ida@kreis.de'
await openAccount(createContext(db, systemActor, clock), { address: known })
const device = { browser: 'firefox', system: 'linux' } as const
const rest = { next: '', locale: 'de', device } as const

const ask = (over: Db, address: string, network = '192.0.2.1', jobs = askedJobs()) =>
  askForLink(createContext(over, publicActor, clock, jobs.enqueue), {
    ...rest,
    network,
    address,
    browserToken: newToken(),
  })

beforeEach(async () => {
  await db.deleteFrom('try_counts').execute()
  await db.deleteFrom('sign_in_requests').execute()
})

test('whether an address is known changes neither the answer nor the work', async () => {
  const outcomes = [await ask(db, known), await ask(db, unknown)]
  expect(outcomes[0]).toEqual(outcomes[1])
  const work = (address: string) => countQueries(db, (counted) => ask(counted, address))
  expect(await work(known)).toBe(await work(unknown))
})

test('what is stored for both differs in nothing but the address', async () => {
  for (const address of [known, unknown]) await ask(db, address)
  const rows = await db.selectFrom('sign_in_requests').selectAll().execute()
  const [one, other] = rows.map(({ id, folded, browser_hash, ...same }) => same)
  expect(one).toEqual(other)
})

test('both are refused at the same try, with the same words', async () => {
  const until = async (address: string) => {
    const outcomes = []
    for (let n = 0; n <= limits['mail.address'].tries; n++) outcomes.push(await ask(db, address))
    return outcomes
  }
  expect(await until(known)).toEqual(await until(unknown))
  expect(await ask(db, known)).toMatchObject({ kind: 'too-many' })
})

test('somebody who asks a thousand times uses up one quarter of an hour of an address, and no more', async () => {
  for (let n = 0; n < 50; n++) await ask(db, known, `192.0.2.${n}`)
  expect(await ask(db, known)).toEqual({ kind: 'too-many', until: '2031-11-21T12:15:00Z' })
  const later = createContext(db, publicActor, fixedClock('2031-11-21T12:15:00Z'))
  const asked = { ...rest, network: '192.0.2.1', address: known, browserToken: newToken() }
  expect(await askForLink(later, asked)).toEqual({ kind: 'asked' })
})

test.each([
  ['ida@stadt.de', 'ida@stadt.de'],
  ['  Ida@Stadt.DE ', 'Ida@stadt.de'],
  ['ida@müller.de', 'ida@xn--mller-kva.de'],
])('%j is asked as %s', (typed, address) => expect(addressInput.parse({ address: typed })).toEqual({ address }))

test.each([
  '',
  'ida',
  'ida@',
  '@stadt.de',
  'ida@stadt',
  'ida@stadt.de\nbcc: x@y.de',
  'a b@stadt.de',
  '"a"@stadt.de',
  `${'a'.repeat(300)}@stadt.de`,
])('%j is no address', (address) => {
  const parsed = addressInput.safeParse({ address })
  expect(parsed.success ? parsed.data : parsed.error.issues[0]).toMatchObject({ format: 'email' })
})

test.each([
  { role: 'operator' },
  { account_id: 'acc_1' },
  JSON.parse('{"__proto__": {"isStrong": true}}'),
  { next: '//evil' },
])('what nobody asked for is refused: %j', (more) =>
  expect(addressInput.safeParse({ address: known, ...more }).success).toBe(false),
)
