import type { Messages } from '../messages.ts'

export const library: Messages['library'] = {}
