import type { Messages } from '../messages.ts'

export const forms: Messages['forms'] = {}
