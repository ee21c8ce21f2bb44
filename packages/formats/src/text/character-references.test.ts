import { describe, expect, test } from 'vitest'
import { decodeCharacterReferences } from './character-references.ts'

describe('decodeCharacterReferences', () => {
  test.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['Gr&uuml;&szlig;e aus K&ouml;then', 'Grüße aus Köthen'],
    ['&Auml;&Ouml;&Uuml; &eacute;&ccedil;&ntilde;&yuml;', 'ÄÖÜ éçñÿ'],
    ['&bdquo;so&ldquo; &ndash; und&nbsp;so &hellip;', '„so“ – und\u00a0so …'],
    ['5&nbsp;&euro; &sect;&thinsp;3', '5\u00a0€ §\u20093'],
    ['&frac12; &times; &divide; &reg; &copy; &trade;', '½ × ÷ ® © ™'],
    ['&#228; &#xE4; &#XE4; &#x1F600;', 'ä ä ä 😀'],
  ])('turns %s into %s', (text, plain) => expect(decodeCharacterReferences(text)).toBe(plain))

  test.each(['&', '&;', '&unknown;', '&uuml', '& amp;', '&constructor;', '&__proto__;', '&#;', '&#xZZ;'])(
    'leaves %s as it is',
    (text) => {
      expect(decodeCharacterReferences(text)).toBe(text)
    },
  )

  test.each(['&#0;', '&#xD800;', '&#57343;', '&#1114112;', '&#xFFFFFF;'])(
    'marks %s, which no character has',
    (text) => {
      expect(decodeCharacterReferences(text)).toBe('\ufffd')
    },
  )

  test('decodes once, so that what was escaped twice stays text', () => {
    expect(decodeCharacterReferences('&amp;lt;script&amp;gt;')).toBe('&lt;script&gt;')
  })
})
