import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { closeBarrierReport, reportBarrier } from './commands.ts'
import { listBarrierReports } from './queries.ts'
import { reportsPerHour } from './rules.ts'
import { barrierReportInput } from './schema.ts'

const { db } = await testDatabase()
const at = (time: string) => fixedClock(`2024-11-27T${time}:00Z`)
const visitor = (time: string) => createContext(db, publicActor, at(time))
const operator = createContext(db, systemActor, at('12:00'))
const input = { page: '/suche', description: 'Der Knopf ist mit der Tastatur nicht zu erreichen.' }

test('anybody may report, and only the operator reads it', async () => {
  const outcome = await reportBarrier(visitor('08:00'), { ...input, replyTo: 'a@example.org' })
  expect(outcome).toMatchObject({ kind: 'reported' })
  expect(await listBarrierReports(operator)).toMatchObject([
    { ...input, replyTo: 'a@example.org', createdAt: '2024-11-27T08:00:00.000Z', answeredAt: null },
  ])
  expect(() => listBarrierReports(visitor('08:00'))).toThrow('access.denied')
})

test('an answered report forgets the address and moves behind the open ones', async () => {
  await reportBarrier(visitor('08:30'), input)
  const [first] = await listBarrierReports(operator)
  await closeBarrierReport(operator, first!.id)
  const reports = await listBarrierReports(operator)
  expect(reports.map((report) => report.answeredAt !== null)).toEqual([false, true])
  expect(reports[1]).toMatchObject({ id: first!.id, replyTo: null })
  await expect(closeBarrierReport(operator, 'bar_none')).rejects.toThrow('barrier_report.not_found')
  await expect(closeBarrierReport(visitor('08:30'), first!.id)).rejects.toThrow('access.denied')
})

test('a flood is held back for an hour, also when it comes all at once', async () => {
  const flood = Array.from({ length: reportsPerHour + 5 }, () => reportBarrier(visitor('10:00'), input))
  const outcomes = await Promise.all(flood)
  expect(outcomes.filter((outcome) => outcome.kind === 'reported')).toHaveLength(reportsPerHour)
  expect(await reportBarrier(visitor('10:59'), input)).toEqual({ kind: 'too-many' })
  expect(await reportBarrier(visitor('11:01'), input)).toMatchObject({ kind: 'reported' })
})

test.each([
  [{ page: ' ', description: 'x' }, ['page']],
  [{ page: '/', description: 'x'.repeat(5_001) }, ['description']],
  [{ page: '/', description: 'x', replyTo: 'nobody' }, ['replyTo']],
  [{ page: '/', description: 'x', extra: 1 }, []],
])('%j is refused', (given, path) => {
  expect(barrierReportInput.safeParse(given).error?.issues[0]?.path).toEqual(path)
})

test('an empty reply address is none', () => {
  expect(barrierReportInput.parse({ ...input, replyTo: '' })).toEqual({ ...input, replyTo: undefined })
})
