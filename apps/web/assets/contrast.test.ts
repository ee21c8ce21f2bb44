import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { accents } from '@fachtag/core/modules/editions/schema'
import { describe, expect, test } from 'vitest'
import { accentContrast } from '../src/lib/accent.ts'

const kern = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8')
const accentCss = readFileSync(new URL('../src/styles/accent.css', import.meta.url), 'utf8')

/** Relative luminance (WCAG 2.2) of an OKLCH colour, converted as CSS Color 4 does. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function kernLuminance(token: string): number {
  const found = new RegExp(`${token}: oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)`).exec(kern)
  if (!found) throw new Error(`${token} is not in KERN`)
  return luminance(Number(found[1]) / 100, Number(found[2]), Number(found[3]))
}

/** The tones of an accent as styles/accent.css names them. */
function tones(accent: string): Record<string, number> {
  const selector = accent === 'blue' ? ':root,\n\\[data-accent\\]' : `\\[data-accent="${accent}"\\]`
  const block = new RegExp(`${selector} \\{([^}]*--accent-deep[^}]*)\\}`).exec(accentCss)?.[1] ?? ''
  const declarations = [...block.matchAll(/--accent-([\w-]+): var\((--kern-[\w-]+)\)/g)]
  return Object.fromEntries(declarations.map(([, name, token]) => [name, kernLuminance(token ?? '')]))
}

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
const [white, black] = [1, 0]

test('the measure is that of WCAG', () => {
  expect(contrast(white, black)).toBe(21)
  expect(luminance(1, 0, 0)).toBeCloseTo(1, 3)
  // #767676 on white is the well-known grey that just passes.
  expect(contrast(white, luminance(0.5659, 0, 0))).toBeCloseTo(4.54, 2)
})

describe.each(accents)('accent %s', (accent) => {
  const tone = tones(accent)
  test('is said to have the contrast that it has', () => {
    expect(accentContrast[accent].light).toBeCloseTo(contrast(white, tone['text-light'] ?? Number.NaN), 2)
    expect(accentContrast[accent].dark).toBeCloseTo(contrast(black, tone['text-dark'] ?? Number.NaN), 2)
  })
  test.each([
    ['text on white', tone['text-light'], white, 4.5],
    ['text on black', tone['text-dark'], black, 4.5],
    ['white text on its ground', tone.deep, white, 7],
    ['bright text on its ground', tone.deep, tone.bright, 4.5],
    ['white text on a light button', tone['text-light'], white, 4.5],
    ['black text on a dark button', tone['text-dark'], black, 4.5],
    ['text on its light tint', tone['text-light'], tone['soft-light'], 4.5],
    ['text on its dark tint', tone['text-dark'], tone['soft-dark'], 4.5],
  ])('%s', (_, one, other, least) =>
    expect(contrast(one ?? Number.NaN, other ?? Number.NaN)).toBeGreaterThanOrEqual(least),
  )
})
