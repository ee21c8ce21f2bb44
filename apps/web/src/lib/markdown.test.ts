import { describe, expect, test } from 'vitest'
import { excerpt, picturesNamedIn, renderMarkdown } from './markdown.ts'

describe('renderMarkdown', () => {
  test.each([
    ['# A\n\ntext', '<h2>A</h2>\n<p>text</p>'],
    ['###### A', '<h2>A</h2>'],
    ['## A\n\n### B\n\n## C', '<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>'],
    ['## A\n\n# B', '<h3>A</h3>\n<h2>B</h2>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<b onclick="x">b</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>'],
    ['[x](javascript:alert(1))', '<p><a href="">x</a></p>'],
    ['![x](data:text/html,x)', '<p>x</p>'],
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

describe('pictures', () => {
  const id = `img_${'0'.repeat(26)}`
  const pictures = { [id]: { width: 4, height: 3, alternative: 'Ein "Saal" & <mehr>', credit: '' } }
  const image = `<img src="/bilder/${id}" alt="Ein &quot;Saal&quot; &amp; &lt;mehr&gt;" width="4" height="3" loading="lazy" />`

  test.each([
    [`![](bild:${id})`, `<figure>${image}</figure>`],
    [`![eigener Text](bild:${id})`, `<figure>${image}</figure>`],
    [`davor ![](bild:${id})`, `<p>davor ${image}</p>`],
    [`![](bild:img_${'1'.repeat(26)})`, '<p></p>'],
    ['![Karte](https://a.example/x.png)', '<p><a href="https://a.example/x.png">Karte</a></p>'],
    ['![](https://a.example/x.png "t")', '<p><a href="https://a.example/x.png">https://a.example/x.png</a></p>'],
    ['![x](javascript:alert(1))', '<p>x</p>'],
    ['![x](/bilder/../konto)', '<p><a href="/bilder/../konto">x</a></p>'],
    ['![](bild:__proto__)', '<p></p>'],
    ['<img src="https://a.example/x.png">', '&lt;img src=&quot;https://a.example/x.png&quot;&gt;'],
  ])('%s', (text, html) => expect(renderMarkdown(text, 2, pictures)).toBe(html))

  test('say whose they are', () => {
    const credited = { [id]: { width: 4, height: 3, alternative: 'Saal', credit: 'A & B' } }
    expect(renderMarkdown(`![](bild:${id})`, 2, credited)).toContain('<figcaption>A &amp; B</figcaption></figure>')
    expect(renderMarkdown(`x ![](bild:${id})`, 2, credited)).toContain('<small>A &amp; B</small></p>')
  })

  test('are found in texts, each once', () => {
    expect(picturesNamedIn(`![](bild:${id}) ![a](bild:${id})`, undefined, '![](bild:img_x)')).toEqual([id])
  })
})
