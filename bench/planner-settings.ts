import { type Figure, figure } from './report.ts'

/** How a set is run; what is not given is for the set to choose. */
export type Settings = { readonly cpu: number | undefined; readonly seeds: number | undefined; readonly short: boolean }

/** CPU seconds of this process. */
export function cpuClock(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export function atMost(name: string, value: number, unit: string, most: number): Figure {
  return figure(name, value, unit, { atMost: most })
}

export function atLeast(name: string, value: number, unit: string, least: number): Figure {
  return figure(name, value, unit, { atLeast: least })
}
