import { describe, expect, test } from 'vitest'
import { type HtmlNode, parseHtml } from './html-tree.ts'

/** The tree in short: `p(text b(text))`. */
const short = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : `${node.name}(${short(node.children)})`)).join(' ')

const tree = (html: string) => short(parseHtml(html).children)

describe('parseHtml', () => {
  test.each([
    ['nested elements', '<p>a<b>b<i>c</i></b></p>', 'p(a b(b i(c)))'],
    ['elements without content', 'a<br>b<br/>c<img src=x>', 'a br() b br() c img()'],
    ['a paragraph that the next one ends', '<p>a<p>b<div>c</div>', 'p(a) p(b) div(c)'],
    ['items that the next one ends', '<ul><li>a<li>b</ul>c', 'ul(li(a) li(b)) c'],
    [
      'items of an inner list, which end no outer one',
      '<ul><li>a<ul><li>b</ul><li>c</ul>',
      'ul(li(a ul(li(b))) li(c))',
    ],
    [
      'cells and rows that the next one ends',
      '<table><tr><td>a<td>b<tr><td>c</table>',
      'table(tr(td(a) td(b)) tr(td(c)))',
    ],
    ['terms and descriptions', '<dl><dt>a<dd>b<dt>c</dl>', 'dl(dt(a) dd(b) dt(c))'],
    ['end tags in the wrong order', '<b><i>a</b>b</i>c', 'b(i(a)) bc'],
    ['end tags without a start', 'a</b></p>b', 'ab'],
    ['comments and declarations', 'a<!-- <b> -->b<!DOCTYPE x>c<?php d ?>e', 'abce'],
    ['comments that do not end', 'a<!-- b', 'a'],
    ['what is no text', 'a<script>if (a < b) "</p>"</script>b<style>p{}</style>c', 'abc'],
    ['unknown tags as text', 'List<String> a < b <3 </x>', 'List<String> a < b <3 </x>'],
    ['names in capitals', '<P>a<BR>b</P>', 'p(a br() b)'],
  ])('reads %s', (_, html, expected) => expect(tree(html)).toBe(expected))

  test.each([
    ['<a href="https://a.example/?b=1&amp;c=2">x</a>', 'https://a.example/?b=1&c=2'],
    ["<a class=x href='b c' >x</a>", 'b c'],
    ['<a HREF = https://a.example>x</a>', 'https://a.example'],
    ['<a title="a > b" href="c">x</a>', 'c'],
    ['<a data-href="x">x</a>', undefined],
  ])('takes the address from %s', (html, href) => {
    expect(parseHtml(html).children[0]).toMatchObject({ name: 'a', attributes: href === undefined ? {} : { href } })
  })

  test('knows where blocks are inside of others', () => {
    const [bold, plain] = parseHtml('<b><span><p>a</p></span></b><b>b</b>').children
    expect([bold, plain]).toMatchObject([{ hasBlock: true }, { hasBlock: false }])
  })

  test('is never deeper than browsers need', () => {
    const depth = (node: HtmlNode): number =>
      typeof node === 'string' ? 0 : 1 + Math.max(0, ...node.children.map(depth))
    expect(depth(parseHtml('<div>'.repeat(10_000)))).toBeLessThanOrEqual(41)
  })

  test('takes a tag that does not end as a tag, but not for ever', () => {
    expect(tree(`<p title="${'x'.repeat(5_000)}`)).toMatch(/^p\(x+\)$/)
  })
})
