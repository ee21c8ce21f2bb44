import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { element, optional, xmlDocument } from './element.ts'
import { childOf, parseXml } from './tree.ts'

describe('element', () => {
  test('writes attributes and content, and leaves out what is absent', () => {
    const inner = element('b', { c: 1, d: undefined }, ['e & <f>'])
    expect(element('a', {}, [inner, undefined]).xml).toBe('<a>\n<b c="1">e &amp; &lt;f&gt;</b>\n</a>')
    expect(element('a', {}, ['', undefined]).xml).toBe('<a/>')
  })

  test('quotes attributes', () => {
    expect(element('a', { b: '"c" & <d>' }).xml).toBe('<a b="&quot;c&quot; &amp; &lt;d&gt;"/>')
  })

  test('is optional where there is nothing to say', () => {
    expect([optional('a', undefined), optional('a', ''), optional('a', 0)?.xml]).toEqual([
      undefined,
      undefined,
      '<a>0</a>',
    ])
  })

  test('any text comes back, but for characters that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = parseXml(xmlDocument(element('a', {}, [element('b', {}, [text])])))
        const expected = text.toWellFormed().replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
        expect(document.kind === 'read' && childOf(document.root, 'b')?.text).toBe(expected)
      }),
    )
  })
})

test('a document says its encoding', () => {
  expect(xmlDocument(element('a'))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n')
})
