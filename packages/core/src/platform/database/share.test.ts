import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dataFolder, postmasterOf } from '../../../test/embedded-process.ts'
import { readSettings } from '../config/read.ts'
import { silentLog } from '../log/log.ts'
import { checkServer, openServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 })

test('an embedded database that runs is shared with who may share, and stays when they leave', async () => {
  const folder = dataFolder()
  const settings = readSettings({ FACHTAG_DATA: join(folder, 'data') })
  const first = await openServer(settings, silentLog, true)
  const guest = await openServer(settings, silentLog, false)
  expect(guest).toMatchObject({ url: first.url, embedded: true, version: first.version })
  await guest.close()
  expect(await checkServer(first.url)).toBe(first.version)
  await expect(openServer(settings, silentLog, true)).rejects.toMatchObject({ code: 'database.in_use' })
  await first.close()
  expect(postmasterOf(settings.data)).toBeUndefined()
})
