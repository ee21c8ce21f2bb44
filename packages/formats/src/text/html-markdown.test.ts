import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMilliseconds } from '../../test/cpu-time.ts'
import { htmlToMarkdown } from './html-markdown.ts'
import { richText } from './rich-text.ts'

describe('htmlToMarkdown', () => {
  test.each([
    ['paragraphs', '<p>Eins</p>\n<p>Zwei\n  drei</p>', 'Eins\n\nZwei drei'],
    ['line breaks', '<p>Eins<br>Zwei<br/> Drei</p>', 'Eins  \nZwei  \nDrei'],
    ['headings', '<h2>Ein <em>Titel</em></h2><h3></h3>Text', '## Ein *Titel*\n\nText'],
    ['emphasis, marks at the words', '<p>so <b> wichtig </b>und <i>leise</i></p>', 'so **wichtig** und *leise*'],
    ['links', '<a href="https://a.example/b?c=1&amp;d=2">dort</a>', '[dort](https://a.example/b?c=1&d=2)'],
    ['addresses as their own text', '<a href="https://a.example/">https://a.example/</a>', '<https://a.example/>'],
    ['brackets in addresses', '<a href="https://a.example/b_(c)">dort</a>', '[dort](<https://a.example/b_(c)>)'],
    ['mail addresses', '<a href="mailto:a@b.example">Büro</a>', '[Büro](mailto:a@b.example)'],
    ['lists', '<ul><li>Eins</li><li>Zwei<ul><li>innen</li></ul></li></ul>', '- Eins\n- Zwei\n  - innen'],
    ['numbered lists', '<ol><li><p>Eins</p><li>Zwei</ol>', '1. Eins\n2. Zwei'],
    ['quotes', '<blockquote><p>Eins</p><p>Zwei</p></blockquote>', '> Eins\n>\n> Zwei'],
    ['code', '<p>der Befehl <code>a `b` &lt;c&gt;</code></p>', 'der Befehl `` a `b` <c> ``'],
    ['code blocks', '<pre><code>a\n  b &amp;&amp; c</code></pre>', '```\na\n  b && c\n```'],
    ['rows of tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>', 'a · b\n\nc · d'],
    ['rules', 'a<hr>b', 'a\n\n---\n\nb'],
    [
      'names of characters',
      '<p>&Uuml;ber &euro;&nbsp;5 &#8211; &#x1F600; &unbekannt; &#0;</p>',
      'Über € 5 – 😀 \\&unbekannt; \ufffd',
    ],
    [
      'descriptions of pictures',
      '<p>Bild: <img src="https://a.example/x.png" alt="Ein [Plan]"></p>',
      'Bild: Ein \\[Plan\\]',
    ],
    ['blocks inside of emphasis', '<b><p>Eins</p><p>Zwei</p></b>', 'Eins\n\nZwei'],
    ['paragraphs that do not end', '<p>Eins<p>Zwei<ul><li>Drei', 'Eins\n\nZwei\n\n- Drei'],
    ['end tags without a start', 'a</p></b></li>b', 'ab'],
  ])('turns %s', (_, html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown))

  test.each([
    ['<p>1. kein Listenpunkt</p>', '1\\. kein Listenpunkt'],
    ['<p># keine Überschrift</p>', '\\# keine Überschrift'],
    ['<p>- kein Punkt * und_kein Stern_</p>', '\\- kein Punkt \\* und_kein Stern\\_'],
    ['<p>[kein](Verweis) `kein Code` \\</p>', '\\[kein\\](Verweis) \\`kein Code\\` \\\\'],
    ['<p>a &lt;b&gt; &amp;amp; c</p>', 'a \\<b> \\&amp; c'],
    ['<p>Achtung!<a href="https://a.example/">hier</a></p>', 'Achtung\\![hier](https://a.example/)'],
    ['<h2>C#</h2>', '## C\\#'],
  ])('keeps what only looks like Markdown as text: %s', (html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown))
})

describe('nothing executable survives', () => {
  test.each([
    ['<script>alert(1)</script>Text', 'Text'],
    ['a<style>p{}</style><svg onload=alert(1)><circle/></svg>b', 'ab'],
    ['<SCRIPT src="//x.example/y.js"></SCRIPT >Text', 'Text'],
    ['vor <script>nie zu Ende', 'vor'],
    ['<a href="javascript:alert(1)">klick</a>', 'klick'],
    ['<a href=" java\nscript:alert(1)">klick</a>', 'klick'],
    ['<a href="&#106;avascript:alert(1)">klick</a>', 'klick'],
    ['<a href="data:text/html,<script>1</script>">klick</a>', 'klick'],
    ['<a href="/relativ">dort</a>', 'dort'],
    ['<img src=x onerror=alert(1)>Text', 'Text'],
    ['<p onclick="alert(1)">Text</p>', 'Text'],
    ['<iframe src="https://x.example"></iframe><object data=x></object>Text', 'Text'],
    ['<!-- <script> -->Text<!DOCTYPE html><?php x ?>', 'Text'],
    ['<unbekannt onclick=alert(1)>Text</unbekannt>', '\\<unbekannt onclick=alert(1)>Text\\</unbekannt>'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '\\<script>alert(1)\\</script>'],
  ])('%s', (html, markdown) => expect(htmlToMarkdown(html).trim()).toBe(markdown))

  test('whatever the input is', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      'javascript:x',
      '">',
      '<script',
      '>',
      '</script>',
      '<b>',
      '</b>',
      '<ul><li>',
      '&lt;',
      'a',
      ' ',
      '\n',
      '"',
      "'",
      '<!--',
      '-->',
      '<svg>',
      '&#60;',
      '`',
      '[',
      '](',
      ')',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const markdown = htmlToMarkdown(pieces.join(''))
        expect(markdown.replaceAll(/`[^`]*`/g, '')).not.toMatch(/(?<!\\)<(?!https?:|mailto:)[a-z!/]/i)
        expect(markdown).not.toMatch(/(?<!\\)\]\(<?javascript:/i)
      }),
      { numRuns: 500 },
    )
  })

  test('and however large it is, in time', () => {
    const hostile = [
      '<',
      '<p',
      '<a href="',
      '<b>',
      '<ul><li>',
      '</p>',
      '<!--',
      '&',
      '<script>',
      '# ',
      ' ',
      '<b> </b>',
      '`',
      '<code>`</code>',
    ]
    for (const piece of hostile) {
      const spent = cpuMilliseconds(() => htmlToMarkdown(piece.repeat(200_000 / piece.length)))
      expect(spent, piece).toBeLessThan(1_000)
    }
  })
})

describe('richText', () => {
  test('leaves Markdown and plain text as they are', () => {
    const markdown = '# Titel\n\n* a\n* b < c & d [x](https://a.example) <https://b.example>'
    expect(richText(markdown)).toBe(markdown)
  })

  test('takes tags out of Markdown and leaves the Markdown', () => {
    expect(richText('**Eins**<br>zwei <small>drei</small>\n* vier <b>fünf</b> <http://a.example> <x onclick=y>')).toBe(
      '**Eins**\nzwei drei\n* vier **fünf** <http://a.example> \\<x onclick=y>',
    )
  })

  test('has nothing to say about nothing', () => {
    expect([undefined, null, '', ' \n\t', '<p> </p>'].map((text) => richText(text))).toEqual(Array(5).fill(undefined))
  })
})
