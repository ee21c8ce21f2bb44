/** Wall time in `timeZone`, `YYYY-MM-DDTHH:mm`. */
export function wallTimeIn(timeZone: string, instant: Date): string {
  return instant.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T')
}

/**
 * How far below `starts[0]` the moment `now` lies, given how far down each start is drawn; undefined before the first
 * start and after `end`. Between two starts time runs evenly.
 */
export function positionOf(now: string, starts: readonly { at: string; top: number }[]): number | undefined {
  const next = starts.findIndex((start) => start.at > now)
  const [from, to] = [starts[next - 1], starts[next]]
  if (!from || !to) return undefined
  const minutes = (wallTime: string) => Date.parse(`${wallTime}Z`) / 60_000
  const share = (minutes(now) - minutes(from.at)) / (minutes(to.at) - minutes(from.at))
  return from.top + share * (to.top - from.top)
}

function draw(grid: HTMLElement, line: HTMLElement, timeZone: string): void {
  const now = wallTimeIn(timeZone, new Date())
  const bands = [...grid.querySelectorAll<HTMLElement>('.b')]
  const starts = bands.map((band) => {
    const heading = band.querySelector('h3')
    return { at: band.querySelector('time')?.dateTime ?? '', top: heading?.offsetTop ?? 0 }
  })
  const top = positionOf(now, starts)
  line.hidden = top === undefined
  if (top !== undefined) line.style.top = `${top}px`
  const running = top === undefined ? -1 : starts.findLastIndex((start) => start.at <= now)
  for (const [index, band] of bands.entries()) band.classList.toggle('now', index === running)
}

/** Draws the present as a line across the day, while the day lasts. */
export function addNowLine(root: HTMLElement, text: string): void {
  const grid = root.querySelector<HTMLElement>('.tt')
  if (!grid) return
  const line = document.createElement('div')
  line.className = 'now-line no-print'
  line.innerHTML = '<span></span>'
  line.firstElementChild!.textContent = text
  grid.append(line)
  grid.style.setProperty('--now', JSON.stringify(text))
  const update = () => draw(grid, line, root.dataset.timeZone ?? 'Europe/Berlin')
  update()
  setInterval(update, 30_000)
  new ResizeObserver(update).observe(grid)
}
