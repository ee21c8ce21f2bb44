import type { Db } from '../../../../platform/database/tables.ts'

/** Who a link to leave letters belongs to: the series whose letters they are, and whether they have been left. */
export type Subscription = {
  readonly seriesName: string
  readonly seriesSlug: string
  readonly hasLeft: boolean
}

/** What the link with `token` is about; null when it is none of ours. */
export async function findSubscription(db: Db, token: string): Promise<Subscription | null> {
  const found = await db
    .selectFrom('mail_subscribers')
    .innerJoin('series', 'series.id', 'mail_subscribers.series_id')
    .select(['series.name as seriesName', 'series.slug as seriesSlug', 'left_at as leftAt'])
    .where('token', '=', token)
    .executeTakeFirst()
  return found ? { seriesName: found.seriesName, seriesSlug: found.seriesSlug, hasLeft: found.leftAt !== null } : null
}
