import { describe, expect, test } from 'vitest'
import { decodeText } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('decodeText', () => {
  test.each([
    ['UTF-8', utf8('Begrüßung 😀')],
    ['UTF-8 with a byte order mark', utf8('\ufeffBegrüßung 😀')],
    ['UTF-16, little end first', new Uint8Array(Buffer.from('\ufeffBegrüßung 😀', 'utf16le'))],
    ['UTF-16, big end first', new Uint8Array(Buffer.from('\ufeffBegrüßung 😀', 'utf16le').swap16())],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: 'Begrüßung 😀' })
  })

  test('reads what is not UTF-8 as the encoding it is told to fall back on', () => {
    const bytes = Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80])
    expect(decodeText(bytes, 'windows-1252')).toEqual({ kind: 'text', text: 'Grüße €' })
    expect(decodeText(utf8('Grüße'), 'windows-1252')).toEqual({ kind: 'text', text: 'Grüße' })
  })

  test('refuses what is not UTF-8 with the first line that is not', () => {
    const bytes = Uint8Array.from([...utf8('eins\nzwei\n'), 0xfc, ...utf8('\nvier')])
    expect(decodeText(bytes)).toMatchObject({ kind: 'refused', code: 'file.not_utf8', line: 3 })
  })

  test('refuses NUL characters with their line', () => {
    expect(decodeText(utf8('eins\nzw\0ei'))).toMatchObject({ kind: 'refused', code: 'file.nul_byte', line: 2 })
  })

  test('refuses more than 64 MiB without reading it', () => {
    const bytes = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(decodeText(bytes)).toMatchObject({ kind: 'refused', code: 'file.too_large' })
  })
})
