import type { ColumnType, Generated } from 'kysely'
import type { Locale, LocalizedText } from '../../../kernel/localized-text.ts'
import type { MailState } from './types.ts'

/** A JSON column: written as text, read as the value. */
type Json<T> = ColumnType<T, string, string>

export interface MailTables {
  mail_templates: {
    id: string
    series_id: string
    template: string
    subject: Json<LocalizedText>
    body: Json<LocalizedText>
    revision: Generated<number>
    updated_at: Generated<string>
  }
  letters: {
    id: string
    series_id: string
    edition_id: string | null
    subject: Json<LocalizedText>
    body: Json<LocalizedText>
    /** Whom it was for, as the module that chose them writes it down. */
    audience: Json<object>
    created_by: string | null
    created_at: Generated<string>
  }
  mails: {
    id: string
    key: string
    template: string
    series_id: string | null
    edition_id: string | null
    person_id: string | null
    letter_id: string | null
    address: string
    name: string | null
    reply_to: string | null
    locale: Locale
    subject: string
    body: string
    links: Json<readonly string[]>
    unsubscribe_link: string | null
    is_secret: Generated<boolean>
    is_urgent: Generated<boolean>
    state: MailState
    attempts: Generated<number>
    next_attempt_at: string | null
    sending_since: string | null
    send_before: string | null
    problem: string | null
    reply: string | null
    created_at: Generated<string>
    created_by: string | null
    released_at: string | null
    released_by: string | null
    sent_at: string | null
    revision: Generated<number>
  }
  mail_subscribers: { token: string; series_id: string; address_hash: string; left_at: string | null }
  bounced_addresses: { address_hash: string; bounced_at: string; reply: string | null }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends MailTables {}
}
