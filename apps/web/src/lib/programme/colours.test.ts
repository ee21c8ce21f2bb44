import { expect, it } from 'vitest'
import { makeTrack } from '../../../../../packages/core/test/session-cards.ts'
import { trackColour } from './colours.ts'

/** Relative luminance after WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

it.each(Array.from({ length: 10 }, (_, n) => [n]))(
  'palette colour %d stands out on white and on KERN dark',
  (position) => {
    const colour = trackColour(makeTrack('x', position))
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(colour, '#171a2b')).toBeGreaterThanOrEqual(3)
  },
)

it('gives neighbouring tracks different colours', () => {
  const colours = Array.from({ length: 10 }, (_, n) => trackColour(makeTrack('x', n)))
  expect(new Set(colours).size).toBe(10)
})

it.each([
  ['#12ab9F', '#12ab9F'],
  ['red;background:url(x)', '#2f6fde'],
  ['#fff', '#2f6fde'],
])('takes %s for a track as %s', (colour, expected) => {
  expect(trackColour({ ...makeTrack('x'), colour })).toBe(expected)
})
