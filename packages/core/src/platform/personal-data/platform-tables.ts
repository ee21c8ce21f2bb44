import type { PersonalData } from './types.ts'

/** The tables of the platform: about nobody. */
export const platformData: readonly PersonalData[] = [
  { table: 'publications' },
  { table: 'kysely_migration', plain: 'name timestamp' },
  { table: 'kysely_migration_lock', plain: 'id' },
]
