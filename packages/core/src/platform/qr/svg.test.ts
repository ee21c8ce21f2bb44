import { expect, test } from 'vitest'
import { qrSvg } from './svg.ts'

test('a code has a quiet zone of four modules and finder patterns in three corners', () => {
  const svg = qrSvg('otpauth://totp/x?secret=MZXW6YTBOI', 'Der Schlüssel')
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  expect((size - 8 - 17) % 4).toBe(0)
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`))
  const border = [...dark].filter((at) => at.split(',').some((part) => Number(part) < 4 || Number(part) >= size - 4))
  expect(border).toEqual([])
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    const ring = Array.from({ length: 7 }, (_, i) => [`${x + i},${y}`, `${x},${y + i}`]).flat()
    expect(ring.filter((at) => !dark.has(at))).toEqual([])
    expect(dark.has(`${x + 1},${y + 1}`)).toBe(false)
    expect(dark.has(`${x + 3},${y + 3}`)).toBe(true)
  }
})

test('what it is called is text, and nothing in it needs an exception from the content security policy', () => {
  const svg = qrSvg('x', '"><script>alert(1)</script>')
  expect(svg).not.toMatch(/<script|style=|\son\w+=/)
  expect(svg).toContain('aria-label="&#34;&#62;&#60;script')
})

test('other text gives another picture', () => expect(qrSvg('a', '')).not.toBe(qrSvg('b', '')))
