import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '@fachtag/core/kernel/errors'
import type { Settings } from '@fachtag/core/platform/config/settings'
import { connect } from '@fachtag/core/platform/database/connect'
import { locatePackage } from '@fachtag/core/platform/database/embedded/binaries'
import { pendingMigrations } from '@fachtag/core/platform/database/migrate'
import { type DatabaseServer, missingExtensions, openServer } from '@fachtag/core/platform/database/server'
import type { Db } from '@fachtag/core/platform/database/tables'
import { silentLog } from '@fachtag/core/platform/log/log'
import { describeFailure } from '../terminal/failure.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

const both = (text: string) => ({ de: text, en: text })

/** Any failure as a finding: its sentence says what is wrong and how to mend it. */
function failed(check: string, error: unknown): Finding {
  const mend = {
    de: 'Danach noch einmal: fachtag doctor',
    en: 'Then once more: fachtag doctor',
  }
  return problem(check, both(describeFailure(error)), mend)
}

async function checkExtensions(db: Db): Promise<Finding> {
  const missing = await missingExtensions(db)
  if (missing.length === 0)
    return ok('extensions', { de: 'Alle Erweiterungen sind da.', en: 'All extensions are there.' })
  const names = missing.join(', ')
  return problem(
    'extensions',
    { de: `Dem PostgreSQL fehlt: ${names}.`, en: `The PostgreSQL lacks: ${names}.` },
    {
      de: 'Unter Debian ist es im Paket postgresql, anderswo meist in postgresql-contrib.',
      en: 'On Debian it is in the package postgresql, elsewhere mostly in postgresql-contrib.',
    },
  )
}

async function checkSchema(db: Db, migratesItself: boolean): Promise<Finding> {
  const pending = await pendingMigrations(db)
  if (pending.length === 0)
    return ok('schema', { de: 'Das Schema ist auf dem neuesten Stand.', en: 'The schema is up to date.' })
  const says = {
    de: `Dem Schema fehlen ${pending.length} Schritte.`,
    en: `The schema is ${pending.length} steps behind.`,
  }
  return migratesItself
    ? warning('schema', says, { de: 'Der nächste Start holt sie nach.', en: 'The next start catches up.' })
    : problem('schema', says, { de: 'fachtag migrate', en: 'fachtag migrate' })
}

async function checkOpened(server: DatabaseServer, settings: Settings): Promise<Finding[]> {
  const db = connect(server.url, 2)
  try {
    const kind = server.embedded ? { de: 'eingebaut', en: 'built in' } : { de: 'eigenes', en: 'your own' }
    const version = { de: `PostgreSQL ${server.version} (${kind.de})`, en: `PostgreSQL ${server.version} (${kind.en})` }
    const migratesItself = server.embedded || settings.migrate
    return [ok('database', version), await checkExtensions(db), await checkSchema(db, migratesItself)]
  } finally {
    await db.destroy()
  }
}

function checkNotYet(data: string): Finding {
  try {
    locatePackage()
  } catch (error) {
    return failed('database', error)
  }
  return ok('database', {
    de: `Die eingebaute Datenbank entsteht beim ersten Start in ${join(data, 'postgres')}.`,
    en: `The built-in database is made by the first start in ${join(data, 'postgres')}.`,
  })
}

/** The database: reachable, new enough, complete. The built-in one is started for the moment where it exists and does not run. */
export async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const isThere = settings.databaseUrl || existsSync(join(settings.data, 'postgres', 'cluster'))
  if (!isThere) return [checkNotYet(settings.data)]
  try {
    const server = await openServer(settings, silentLog, false)
    return await checkOpened(server, settings).finally(server.close)
  } catch (error) {
    return [failed(error instanceof DomainError ? error.code : 'database', error)]
  }
}
