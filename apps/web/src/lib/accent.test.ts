import { readFileSync } from 'node:fs'
import { accents } from '@fachtag/core/modules/editions/schema'
import { expect, test } from 'vitest'
import { accentOf } from './accent.ts'

test.each(accents)('%s is an accent, and the style sheet knows it', (accent) => {
  expect(accentOf(accent)).toBe(accent)
  const styles = readFileSync(new URL('../styles/accent.css', import.meta.url), 'utf8')
  expect(styles).toContain(accent)
})

test.each([undefined, '', 'Blue', 'red;background:url(x)', '__proto__'])('%j is blue', (name) => {
  expect(accentOf(name)).toBe('blue')
})
