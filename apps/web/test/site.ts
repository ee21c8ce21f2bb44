import { type App, openApp } from '@fachtag/core/app/open'
import { systemActor } from '@fachtag/core/kernel/actor'
import { saveSeries } from '@fachtag/core/modules/editions/series/commands'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll } from 'vitest'
import { testDatabase } from '../../../packages/core/test/database.ts'
import { startWeb, type Web } from '../server/start.ts'

export type TestSite = { readonly app: App; readonly web: Web; rename(name: string): Promise<void> }

/** The real site on an empty database with one series, `it-fachtag`; closed after the last test of the file. */
export async function testSite(): Promise<TestSite> {
  const { url } = await testDatabase()
  const app = await openApp(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', FACHTAG_WORKER: 'no' }))
  const rename = async (name: string) => {
    await saveSeries(app.ctx(systemActor), {
      slug: 'it-fachtag',
      name,
      claim: {},
      description: {},
      language: 'de',
      isHome: true,
    })
  }
  await rename('IT-Fachtag')
  const web = await startWeb(app, { host: '127.0.0.1', port: 0 })
  afterAll(async () => {
    await web.close()
    await app.close()
  })
  return { app, web, rename }
}
