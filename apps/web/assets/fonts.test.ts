import { expect, test } from 'vitest'
import { letters } from './fonts.ts'

test.each([
  'äöüÄÖÜßẞ',
  'Łódź',
  'Škoda',
  'Çağrı',
  'Ștefan',
  'ÆØÅæøå',
  '„Zitat“ ‚innen‘ “quote” ‘inner’',
  '–—…·•',
  '1.234,50 €',
  '← → ↑ ↓ ✓ ×',
  '§ 5 DDG',
])('the fonts can write %s', (text) => expect([...text].filter((letter) => !letters.includes(letter))).toEqual([]))

test('no letter twice', () => expect(new Set(letters).size).toBe([...letters].length))
