import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { checkServer, judgeVersion, missingExtensions } from './server.ts'

const { db, url } = await testDatabase()

test('the version of the server in use', async () => {
  expect(await checkServer(url)).toMatch(/^\d+\.\d+$/)
})

test.each([
  ['15.8 (Debian 15.8-0+deb12u1)', '15.8'],
  ['18.4', '18.4'],
  ['19beta1', '19beta1'],
])('%s is taken as %s', (said, version) => {
  expect(judgeVersion(said)).toBe(version)
})

test.each(['14.9', '9.6.24', ''])('%j is too old', (said) => {
  expect(() => judgeVersion(said)).toThrow('database.too_old')
})

test('the reason why a server cannot be reached is told', async () => {
  await expect(checkServer('postgres://127.0.0.1:1/nowhere')).rejects.toMatchObject({
    code: 'database.unreachable',
    params: { reason: expect.stringContaining('ECONNREFUSED') },
  })
})

test('the server of the tests offers every extension', async () => {
  expect(await missingExtensions(db)).toEqual([])
})
