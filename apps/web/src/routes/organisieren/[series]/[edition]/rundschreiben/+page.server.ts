import { letterPage } from '#lib/server/mail/letter-page.ts'

export const { load, actions } = letterPage
