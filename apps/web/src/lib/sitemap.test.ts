import { expect, test } from 'vitest'
import { writeSitemap } from './sitemap.ts'

test('every page in both languages, escaped', () => {
  const xml = writeSitemap(['/', '/a&b'], 'https://fachtag.example')
  expect(xml.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>https://fachtag.example/</loc>',
    '<loc>https://fachtag.example/en</loc>',
    '<loc>https://fachtag.example/a&amp;b</loc>',
    '<loc>https://fachtag.example/en/a&amp;b</loc>',
  ])
  expect(xml.match(/hreflang="en"/g)).toHaveLength(4)
})
