import type { TimeWindow } from '../circumstances/types.ts'
import type { DayWindow } from './schema.ts'
import type { Logistics, Presence } from './types.ts'

const midnight = '00:00'

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** What rows of a form mean in wall times: a day without times is the whole of it, until midnight. */
export function toWindows(rows: readonly DayWindow[]): TimeWindow[] {
  return rows.map(({ day, from, until }) => ({
    from: `${day}T${from ?? midnight}`,
    until: until ? `${day}T${until}` : `${dayAfter(day)}T${midnight}`,
  }))
}

/** The rows of a form for `windows`; one that goes over midnight is cut there, so that each row is of one day. */
export function toDayWindows(windows: readonly TimeWindow[]): DayWindow[] {
  return windows.flatMap(({ from, until }) => {
    const rows: DayWindow[] = []
    for (let start = from; start < until; ) {
      const [day = '', time = ''] = start.split('T')
      const end = `${dayAfter(day)}T${midnight}`
      rows.push({
        day,
        ...(time === midnight ? {} : { from: time }),
        ...(until < end ? { until: until.slice(11) } : {}),
      })
      start = end
    }
    return rows
  })
}

/** What is known of when somebody can be there. `windows`: null where they gave none, empty where they cannot come. */
export function presenceOf(isAlwaysThere: boolean, windows: readonly TimeWindow[] | null): Presence {
  if (windows) return windows.length > 0 ? 'partly' : 'never'
  return isAlwaysThere ? 'always' : 'unknown'
}

/** Nothing is known, and nothing is stored. */
export const noLogistics: Logistics = {
  presence: 'unknown',
  windows: [],
  arrival: { on: null, at: null, travel: null, pickUp: null, stay: null },
  needs: [],
  needsNote: null,
  checkWish: null,
  check: {
    on: null,
    at: null,
    by: null,
    link: null,
    result: 'open',
    note: null,
    fallback: null,
    fallbackPhone: null,
    standInId: null,
  },
  answeredAt: null,
  revision: 0,
}
