import type { Messages } from '../messages.ts'

export const series: Messages['series'] = {}
