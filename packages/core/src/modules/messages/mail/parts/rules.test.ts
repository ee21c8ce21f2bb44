import { expect, test } from 'vitest'
import { joint } from '../literal/rules.ts'
import { htmlPart, stretchesOf } from './rules.ts'

const link = 'https://fachtag.example/a?b=1&c=2'
const paragraphs = (body: string, links: readonly string[] = [link]) =>
  [...htmlPart(body, links, 'de', 'x').matchAll(/<p [^>]*>([\s\S]*?)<\/p>/g)].map((match) =>
    match[1]!.replaceAll(joint, ''),
  )
const anchor = '<a href="https://fachtag.example/a?b=1&amp;c=2">https://fachtag.example/a?b=1&amp;c=2</a>'

test.each<[string, string[]]>([
  ['Guten Tag,\n\nbis bald\nIda\n', ['Guten Tag,', 'bis bald<br>\nIda']],
  ['<b>&"\'', ['&lt;b&gt;&amp;&quot;&#39;']],
  [`Siehe ${link}.`, [`Siehe ${anchor}.`]],
  [`(${link}) ${link}`, [`(${anchor}) ${anchor}`]],
  ['Siehe https://evil.example', ['Siehe https://evil.example']],
])('%j', (body, html) => expect(paragraphs(body)).toEqual(html))

test('of two links that begin alike the longer one is meant', () => {
  const [html] = paragraphs('https://a.example/b', ['https://a.example', 'https://a.example/b'])
  expect(html).toBe('<a href="https://a.example/b">https://a.example/b</a>')
})

test('the title and the language are text as well', () => {
  expect(htmlPart('x', [], '"><script>', '</title><script>')).not.toContain('<script>')
})

test.each<[string, (string | [string])[]]>([
  ['', []],
  ['nichts', ['nichts']],
  [link, [[link]]],
  [`a ${link}${link} b`, ['a ', [link], [link], ' b']],
])('%j is cut at its links', (text, pieces) => {
  const stretches = pieces.map((one) =>
    Array.isArray(one) ? { text: one[0], isLink: true } : { text: one, isLink: false },
  )
  expect(stretchesOf(text, [link])).toEqual(stretches)
})
