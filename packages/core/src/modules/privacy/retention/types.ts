import type { LocalizedText } from '../../../kernel/localized-text.ts'

/** How long one kind of data is kept, and what happens then. */
export type RetentionRule = {
  readonly kind: string
  readonly title: LocalizedText
  /** Why that long and no longer. */
  readonly reason: LocalizedText
  readonly table: string
  /** SQL: names a row, as text. */
  readonly key: string
  /** SQL: the instant from which the period counts; null: it does not count yet. */
  readonly since: string
  readonly days: { readonly default: number; readonly min: number; readonly max: number }
  /** How many days before it acts it is announced; 0: it is not. */
  readonly announceDays: number
  /** Who is told by mail: nobody, those who run the installation, or whose account it is. */
  readonly tells: 'nobody' | 'operators' | 'owner'
  /** `forget`: the entry of the log of changes stays without its content. */
  readonly action: 'delete' | 'forget'
}

/** What a rule will do, for those who run the installation. */
export type RetentionForecast = Pick<RetentionRule, 'kind' | 'title' | 'reason' | 'announceDays' | 'action'> & {
  readonly days: number
  readonly limits: RetentionRule['days']
  /** Rows that the next run takes. */
  readonly due: number
  /** Rows that the 30 days after it take. */
  readonly soon: number
  /** All rows that the period counts for. */
  readonly kept: number
}

/** What a run did: kind → how many rows. */
export type RetentionRun = {
  readonly announced: Readonly<Record<string, number>>
  readonly done: Readonly<Record<string, number>>
}
