import { outboxPage } from '#lib/server/mail/outbox-page.ts'

export const { load, actions } = outboxPage
