import { expect, test } from 'vitest'
import { isReservedSlug } from './rules.ts'
import { seriesInput } from './schema.ts'

test.each([
  ['suche', true],
  ['en', true],
  ['it-fachtag', false],
  ['suchen', false],
])('%s is reserved: %s', (slug, expected) => {
  expect(isReservedSlug(slug)).toBe(expected)
  expect(seriesInput.safeParse({ slug, name: 'Fachtag' }).success).toBe(!expected)
})
