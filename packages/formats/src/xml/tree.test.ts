import { describe, expect, test } from 'vitest'
import { childOf, childrenOf, parseXml, type XmlElement } from './tree.ts'

function root(text: string): XmlElement {
  const result = parseXml(text)
  if (result.kind === 'refused') throw new Error(`${result.code}: ${result.message}`)
  return result.root
}

describe('parseXml', () => {
  test('keeps names, attributes, text and lines', () => {
    const element = root('<?xml version="1.0"?>\n<a b="1" c=\'2\'>\n  <d>x &amp; y</d>\n  <d/>\n</a>')
    expect(element).toMatchObject({ name: 'a', line: 2, attributes: { b: '1', c: '2' } })
    expect(childrenOf(element, 'd')).toMatchObject([
      { text: 'x & y', line: 3 },
      { text: '', line: 4 },
    ])
    expect(childOf(element, 'e')).toBeUndefined()
    expect(childrenOf(undefined, 'e')).toEqual([])
  })

  test('takes CDATA as text, leaves comments out, and keeps the text of an element together', () => {
    expect(root('<a>1<!-- 2 --><![CDATA[<3>]]><b>4</b>5</a>').text).toBe('1<3>5')
  })

  test('keeps processing instructions of an element, not those outside', () => {
    expect(root('<?x outside?><a><?x inside {"a":1}?><b><?y z?></b></a>').instructions).toEqual({ x: 'inside {"a":1}' })
  })

  test('knows the five entities of XML and numbers', () => {
    expect(root('<a>&lt;&gt;&amp;&quot;&apos;&#228;&#x1F600;</a>').text).toBe('<>&"\'ä😀')
  })

  test('skips blank lines before the declaration, and counts them', () => {
    const element = root('\n\n<?xml version="1.0"?>\n<a><b/></a>')
    expect([element.line, childOf(element, 'b')?.line]).toEqual([4, 4])
  })

  test.each([
    ['nothing', '', 'xml.malformed', 1],
    ['only a comment', '<!-- a -->', 'xml.malformed', 1],
    ['text around', '<a/>\nb', 'xml.malformed', 2],
    ['two roots', '<a/>\n<b/>', 'xml.malformed', 2],
    ['an open element', '<a>\n<b>', 'xml.malformed', 2],
    ['an attribute twice', '<a\nb="1" b="2"/>', 'xml.malformed', 2],
    ['a bare ampersand', '<a>b & c</a>', 'xml.malformed', 1],
    ['a control character', '<a>\n\u0007</a>', 'xml.malformed', 2],
    ['an unknown entity', '<a>&nbsp;</a>', 'xml.malformed', 1],
    ['a document type', '<!DOCTYPE a>\n<a/>', 'xml.doctype_refused', 1],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml.doctype_refused', 1],
    ['33 levels', '<a>'.repeat(33) + '</a>'.repeat(33), 'xml.too_deep', 1],
    ['a long attribute', `<a>\n<b c="${'x'.repeat(64 * 1024 + 1)}"/></a>`, 'xml.attribute_too_long', 2],
  ])('refuses %s', (_, text, code, line) => {
    expect(parseXml(text)).toMatchObject({ kind: 'refused', code, line })
  })

  test('reads what is just within the limits', () => {
    expect(root('<a>'.repeat(32) + '</a>'.repeat(32)).name).toBe('a')
    expect(root(`<a b="${'x'.repeat(64 * 1024)}"/>`).attributes.b).toHaveLength(64 * 1024)
  })
})
