import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, localeOf, withoutLocale } from './addresses.ts'
import { excerpt, renderMarkdown } from './markdown.ts'
import { pageOf, pagesToOffer } from './paging.ts'
import { readWanted, writeWanted } from './programme/wanted.ts'
import { facetParameters, pieces, readSearch, toggleFacet } from './search.ts'
import { writeSitemap } from './sitemap.ts'

/** Text with the signs that mean something in HTML, Markdown, addresses and XML. */
const signs = fc.string({
  unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', ' ', '\n', '*', '[', ']', '(', ')', '#', '`', '!', ':', 'ä'),
})
const anyText = fc.oneof(signs, fc.string({ unit: 'grapheme' }))

/** Tags that Markdown can make; no other may come out of it. */
const made = /^<\/?(p|em|strong|a|code|pre|blockquote|ul|ol|li|h[2-6]|img|hr|br)( [a-z]+="[^"<>]*")* ?\/?>$/

describe('Markdown from anybody', () => {
  test('becomes the tags of Markdown and no others, without any script', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = renderMarkdown(text)
        for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).toMatch(made)
        expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i)
      }),
    )
  })

  test('has its headings below that of the page, as far from each other as its author meant', () => {
    const level = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 6 }), level, (levels, below) => {
        const html = renderMarkdown(levels.map((one) => `${'#'.repeat(one)} x`).join('\n\n'), below)
        const made = [...html.matchAll(/<h(\d)>x<\/h\1>/g)].map((match) => Number(match[1]))
        expect(made).toEqual(levels.map((one) => Math.min(6, one - Math.min(...levels) + below)))
      }),
    )
  })

  test('is cut to what was asked for, on one line', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 200 }), (text, max) => {
        const cut = excerpt(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut).not.toMatch(/[\n\r]/)
        expect(cut).toBe(cut.trim())
      }),
    )
  })
})

describe('addresses from anybody', () => {
  test('go into the other language and back', () => {
    const path = fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
    fc.assert(
      fc.property(path, (german) => {
        fc.pre(localeOf(german) === 'de')
        const english = address(german, 'en')
        expect([localeOf(english), withoutLocale(english)]).toEqual(['en', german])
        expect(address(german, 'de')).toBe(german)
      }),
    )
  })

  test('ask for a page that there can be', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, size) => {
        const { page, offset } = pageOf(text, size)
        expect(page).toBeGreaterThanOrEqual(1)
        expect(offset).toBe((page - 1) * size)
      }),
    )
  })

  test('narrow a search only by what can be meant', () => {
    const query = fc.array(fc.tuple(fc.constantFrom('q', 'seite', ...Object.values(facetParameters)), anyText))
    fc.assert(
      fc.property(query, (pairs) => {
        const input = readSearch(new URLSearchParams(pairs), 'de')
        expect(input.query.length).toBeLessThanOrEqual(300)
        expect(input.years?.every((year) => Number.isInteger(year) && year <= 9999)).toBe(true)
        expect(input.topics?.every((topic) => /^[a-z0-9-]+$/.test(topic))).toBe(true)
        expect(input.lands?.every((land) => /^\d\d$/.test(land))).toBe(true)
      }),
    )
  })

  test('choosing a facet twice is not choosing it', () => {
    fc.assert(
      fc.property(fc.constantFrom('kind', 'year', 'topic', 'land'), anyText, (facet, value) => {
        const once = toggleFacet('q=x', facet, value)
        expect(new URLSearchParams(once).getAll(facetParameters[facet])).toEqual([value])
        expect(toggleFacet(once.slice(1), facet, value)).toBe('?q=x')
      }),
    )
  })

  test('wishes for a programme are read as they were written', () => {
    const wish = fc.record({
      track: fc.option(anyText, { nil: undefined }),
      room: fc.option(anyText, { nil: undefined }),
      topic: fc.option(anyText, { nil: undefined }),
      type: fc.constantFrom(undefined, 'talk', 'workshop'),
      language: fc.option(anyText, { nil: undefined }),
      isNow: fc.boolean(),
      columns: fc.constantFrom(undefined, 'track', 'room'),
    })
    fc.assert(
      fc.property(wish, (wanted) => {
        const meant = {
          ...wanted,
          track: wanted.track || undefined,
          room: wanted.room || undefined,
          topic: wanted.topic || undefined,
          language: wanted.language || undefined,
        }
        expect(readWanted(new URLSearchParams(writeWanted(wanted as never)))).toEqual(meant)
      }),
    )
  })
})

test('pages to offer begin with the first, end with the last, and leave out only what a gap stands for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (page, pages) => {
      fc.pre(page <= pages)
      const offered = pagesToOffer(page, pages)
      expect([offered[0], offered.at(-1)]).toEqual([1, pages])
      expect(offered).toContain(page)
      offered.forEach((one, i) => {
        const [before, after] = [offered[i - 1], offered[i + 1]]
        if (one === null) expect((after ?? 0) - (before ?? 0)).toBeGreaterThan(1)
        else if (typeof before === 'number') expect(one - before).toBe(1)
      })
    }),
  )
})

test('the pieces of a marked text are the text, marked where the marks are', () => {
  const marked = fc
    .tuple(fc.string({ maxLength: 20 }), fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }))
    .map(([text, cuts]) => {
      const ends = cuts.filter((cut) => cut <= text.length).sort((a, b) => a - b)
      const marks = ends.flatMap((end, i) => (i % 2 === 1 ? [{ start: ends[i - 1]!, end }] : []))
      return { text, marks }
    })
  fc.assert(
    fc.property(marked, ({ text, marks }) => {
      const found = pieces({ text, marks })
      expect(found.map((piece) => piece.text).join('')).toBe(text)
      expect(found.filter((piece) => piece.isMarked).map((piece) => piece.text)).toEqual(
        marks.map(({ start, end }) => text.slice(start, end)),
      )
    }),
  )
})

test('a sitemap of any addresses is well-formed: no bare sign of XML in it', () => {
  fc.assert(
    fc.property(fc.array(anyText), (paths) => {
      const xml = writeSitemap(paths, 'https://fachtag.example')
      const texts = xml.split(/<[^<>]*>/)
      expect(texts.join('')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/)
      expect(xml.match(/<url>/g)?.length ?? 0).toBe(paths.length * 2)
    }),
  )
})
