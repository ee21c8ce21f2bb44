import { describe, expect, test } from 'vitest'
import { excerpt, renderMarkdown } from './markdown.ts'

describe('renderMarkdown', () => {
  test.each([
    ['# A\n\ntext', '<h2>A</h2>\n<p>text</p>'],
    ['###### A', '<h2>A</h2>'],
    ['## A\n\n### B\n\n## C', '<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>'],
    ['## A\n\n# B', '<h3>A</h3>\n<h2>B</h2>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<b onclick="x">b</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>'],
    ['[x](javascript:alert(1))', '<p><a href="">x</a></p>'],
    ['![x](data:text/html,x)', '<p><img src="" alt="x" /></p>'],
    ['`<h1>`', '<p><code>&lt;h1&gt;</code></p>'],
    ['', ''],
  ])('%j', (text, html) => expect(renderMarkdown(text)).toBe(html))

  test('below another heading', () => expect(renderMarkdown('## A\n\n###### B', 3)).toBe('<h3>A</h3>\n<h6>B</h6>'))
})

describe('excerpt', () => {
  test.each([
    ['**Rund** 130 [Gäste](https://a.example) & mehr', 160, 'Rund 130 Gäste & mehr'],
    ['eins zwei drei', 10, 'eins zwei…'],
    ['einszweidrei', 5, 'eins…'],
    ['a < b', 160, 'a < b'],
  ])('%j cut at %d', (text, max, expected) => expect(excerpt(text, max)).toBe(expected))
})
