/** How large a minute and a column are drawn, in rem, from small to large. */
export const zoomLevels = [
  { minute: 0.055, column: 4.5 },
  { minute: 0.08, column: 7 },
  { minute: 0.12, column: 9.5 },
  { minute: 0.18, column: 12 },
  { minute: 0.3, column: 16 },
] as const

const usual = 2
const key = 'fachtag-raster-groesse'

/** What was chosen in this browser before. */
export function zoomIn(kept: string | null): number {
  const step = Number(kept ?? usual)
  return Number.isInteger(step) && step >= 0 && step < zoomLevels.length ? step : usual
}

export function readZoom(): number {
  try {
    return zoomIn(localStorage.getItem(key))
  } catch {
    return usual
  }
}

/** Where nothing can be kept, the choice holds until the page is left. */
export function keepZoom(step: number): void {
  try {
    localStorage.setItem(key, String(step))
  } catch {}
}
