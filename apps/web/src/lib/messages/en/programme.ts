import type { Messages } from '../messages.ts'

export const programme: Messages['programme'] = {}
