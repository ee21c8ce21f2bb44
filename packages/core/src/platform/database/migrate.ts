import { readdir } from 'node:fs/promises'
import { type Migration, Migrator } from 'kysely/migration'
import { DomainError } from '../../kernel/errors.ts'
import type { Db } from './tables.ts'

const folder = new URL('../../../migrations/', import.meta.url)

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.ts$/.test(name))
  const entries = await Promise.all(
    files.map(async (name) => [name.slice(0, -3), await import(new URL(name, folder).href)] as const),
  )
  return Object.fromEntries(entries)
}

function migrator(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: readMigrations } })
}

/** Brings the schema to the newest state, each migration in a transaction. Returns the names of those that ran. Throws `database.migration_failed`. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results = [] } = await migrator(db).migrateToLatest()
  if (error) {
    const failed = results.find((result) => result.status === 'Error')
    throw new DomainError('database.migration_failed', {
      migration: failed?.migrationName,
      reason: error instanceof Error ? error.message : String(error),
    })
  }
  return results.map((result) => result.migrationName)
}

/** The migrations that the running code knows and the database does not have yet. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const all = await migrator(db).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}
