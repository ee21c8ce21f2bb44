import { describe, expect, test } from 'vitest'
import { slugify, uniqueSlug } from './slug.ts'

describe('slugify', () => {
  test.each([
    ['Städte und Gemeinden', 'staedte-und-gemeinden'],
    ['  „E-Akte“: Stand & Ausblick! ', 'e-akte-stand-ausblick'],
    ['Straße Ægir Łódź São', 'strasse-aegir-lodz-sao'],
    ['A\u0308rzte', 'aerzte'],
    ['日本', ''],
    ['', ''],
  ])('%s → %s', (text, slug) => expect(slugify(text)).toBe(slug))

  test('cuts at a word', () => expect(slugify('digitale verwaltung leipzig', 22)).toBe('digitale-verwaltung'))
})

test('uniqueSlug counts up and remembers', () => {
  const taken = new Set(['jena'])
  expect(uniqueSlug('jena', taken, 'x')).toBe('jena-2')
  expect(uniqueSlug('jena', taken, 'x')).toBe('jena-3')
  expect(uniqueSlug('', taken, 'person')).toBe('person')
})
