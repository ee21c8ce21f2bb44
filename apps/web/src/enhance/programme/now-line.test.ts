import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inBrowser, make, PageElement } from '../../../test/page.ts'
import { addNowLine } from './now.ts'

const resized: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { createElement: (tag: string) => new PageElement(tag) })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(update: () => void) {
        resized.push(update)
      }
      observe(): void {}
    },
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function band(start: string, top: number) {
  const heading = make('h3', {}, make('time', { datetime: start }))
  heading.offsetTop = top
  return make('section', { class: 'b' }, heading)
}

function day(timeZone?: string) {
  const bands = [band('2031-11-05T09:00', 50), band('2031-11-05T10:00', 110), band('2031-11-05T12:00', 350)]
  const grid = make('div', { class: 'tt' }, ...bands)
  const root = make('main', timeZone ? { 'data-time-zone': timeZone } : {}, grid)
  const line = () => grid.querySelector('.now-line')!
  const running = () => bands.findIndex((one) => one.classList.contains('now'))
  return { root, bands, grid, line, running }
}

it('wanders down the day, and marks what runs', () => {
  vi.setSystemTime('2031-11-05T07:30:00Z')
  const { root, line, running } = day()
  addNowLine(inBrowser(root), 'Jetzt')
  expect([line().hidden, running()]).toEqual([true, -1])
  vi.advanceTimersByTime(3_600_000)
  expect([line().hidden, line().style.top, running()]).toEqual([false, '80px', 0])
  vi.advanceTimersByTime(5_400_000)
  expect([line().style.top, running()]).toEqual(['230px', 1])
  vi.advanceTimersByTime(3_600_000)
  expect([line().hidden, running()]).toEqual([true, -1])
})

it('goes by the clocks of the place', () => {
  vi.setSystemTime('2031-11-05T09:30:00Z')
  const { root, line } = day('Europe/London')
  addNowLine(inBrowser(root), 'Now')
  expect([line().textContent, line().style.top]).toEqual(['Now', '80px'])
})

it('follows the page when that changes its height', () => {
  vi.setSystemTime('2031-11-05T08:30:00Z')
  const { root, bands, line } = day()
  addNowLine(inBrowser(root), 'Jetzt')
  bands[1]!.querySelector('h3')!.offsetTop = 250
  resized.at(-1)!()
  expect(line().style.top).toBe('150px')
})

it('a page without a grid has no line', () => {
  const root = make('main')
  addNowLine(inBrowser(root), 'Jetzt')
  expect(root.children).toEqual([])
})
