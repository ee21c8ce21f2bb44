import type { Db } from '../../../platform/database/tables.ts'
import type { Page } from './types.ts'

const columns = ['id', 'revision', 'slug', 'title', 'body', 'updated_at as updatedAt'] as const

/** The page with this slug (`impressum`, `datenschutz`, `barrierefreiheit` …). */
export async function findPage(db: Db, slug: string): Promise<Page | null> {
  const page = await db.selectFrom('pages').select(columns).where('slug', '=', slug).executeTakeFirst()
  return page ?? null
}

/** Every page, by slug. */
export function listPages(db: Db): Promise<Page[]> {
  return db.selectFrom('pages').select(columns).orderBy('slug').execute()
}
