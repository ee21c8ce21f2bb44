import { describe, expect, test } from 'vitest'
import { big, bytes, chunk, little, png } from '../../../test/pictures.ts'
import { imageLimits, takeInImage } from './image.ts'

const secret = 'GPS 51.3397N 12.3731E, Ida Öhm'
const zeros = (count: number) => new Uint8Array(count)

/** A JPEG that says it has this size, of `segments`, with a scan of a few bytes. */
function jpeg(width: number, height: number, ...segments: Uint8Array[]) {
  const frame = segment(0xc0, bytes([8], big(height, 2), big(width, 2), [1, 1, 0x11, 0]))
  const scan = segment(0xda, [1, 1, 0, 0, 63, 0])
  return bytes([0xff, 0xd8], ...segments, frame, scan, [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56], [0xff, 0xd9])
}
const segment = (marker: number, payload: Uint8Array | readonly number[]) =>
  bytes([0xff, marker], big(payload.length + 2, 2), payload)
const exif = (orientation: number) =>
  segment(
    0xe1,
    bytes(
      'Exif',
      [0, 0],
      'MM',
      [0, 42],
      big(8, 4),
      big(1, 2),
      big(0x0112, 2),
      big(3, 2),
      big(1, 4),
      big(orientation, 2),
      zeros(2),
      big(0, 4),
      secret,
    ),
  )

const riff = (...chunks: Uint8Array[]) => {
  const body = bytes('WEBP', ...chunks)
  return bytes('RIFF', little(body.length, 4), body)
}
const webpChunk = (type: string, data: Uint8Array | readonly number[]) =>
  bytes(type, little(data.length, 4), data, zeros(data.length % 2))
const vp8x = (flags: number, width: number, height: number) =>
  webpChunk('VP8X', [flags, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)])
const vp8l = (width: number, height: number) =>
  webpChunk('VP8L', [0x2f, ...little(((width - 1) | ((height - 1) << 14)) >>> 0, 4)])
const vp8 = (width: number, height: number) =>
  webpChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)])

const box = (type: string, ...parts: (Uint8Array | string | readonly number[])[]) => {
  const body = bytes(...parts)
  return bytes(big(body.length + 8, 4), type, body)
}
function avif(width: number, height: number, item = 'av01') {
  const size = box('ispe', zeros(4), big(width, 4), big(height, 4))
  const meta = box('meta', zeros(4), box('iinf', item), box('iprp', box('ipco', size)))
  return bytes(box('ftyp', 'avif', zeros(4), 'mif1'), meta, box('mdat', zeros(16)))
}

function clean(given: Uint8Array) {
  const outcome = takeInImage(given)
  if (outcome.kind === 'refused') throw new Error(outcome.problem)
  return outcome.image
}
const textOf = (given: Uint8Array) => Buffer.from(given).toString('latin1')

describe('a picture is what its bytes say', () => {
  test.each([
    ['PNG', png(4, 3), 'image/png', 4, 3],
    ['JPEG', jpeg(640, 480), 'image/jpeg', 640, 480],
    ['JPEG lying on its side', jpeg(640, 480, exif(6)), 'image/jpeg', 480, 640],
    ['JPEG with an orientation that there is not', jpeg(640, 480, exif(9)), 'image/jpeg', 640, 480],
    ['WebP with features', riff(vp8x(0x10, 4000, 3000), vp8(4000, 3000)), 'image/webp', 4000, 3000],
    ['WebP without loss', riff(vp8l(321, 123)), 'image/webp', 321, 123],
    ['WebP with loss', riff(vp8(321, 123)), 'image/webp', 321, 123],
    ['AVIF', avif(800, 600), 'image/avif', 800, 600],
  ])('%s', (_, given, type, width, height) => expect(clean(given)).toMatchObject({ type, width, height }))

  test.each([
    ['nothing', bytes('')],
    ['text', bytes('Guten Tag')],
    ['a page', bytes('<!doctype html><script>alert(1)</script>')],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['SVG after a byte order mark', bytes([0xef, 0xbb, 0xbf], '<svg/>')],
    ['PDF', bytes('%PDF-1.7')],
    ['GIF', bytes('GIF89a')],
    ['PostScript', bytes('%!PS-Adobe-3.0 EPSF-3.0')],
    ['ZIP', bytes('PK', [3, 4])],
    ['a film', box('ftyp', 'isom', zeros(4))],
    ['sound in RIFF', bytes('RIFF', little(4, 4), 'WAVE')],
  ])('%s is none', (_, given) => expect(takeInImage(given)).toEqual({ kind: 'refused', problem: 'unsupported' }))
})

describe('nothing stays in it but the picture', () => {
  test.each([
    [
      'PNG: texts, times and EXIF',
      png(
        4,
        3,
        chunk('tEXt', bytes(`Comment\0${secret}`)),
        chunk('eXIf', bytes(secret)),
        chunk('tIME', zeros(7)),
        chunk('prVt', bytes(secret)),
      ),
    ],
    [
      'JPEG: EXIF, XMP, IPTC and comments',
      jpeg(
        4,
        3,
        exif(1),
        segment(0xe1, bytes(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
        segment(0xed, bytes(secret)),
        segment(0xfe, bytes(secret)),
        segment(0xe5, bytes(secret)),
      ),
    ],
    [
      'WebP: EXIF, XMP and unknown chunks',
      riff(
        vp8x(0x0c, 4, 3),
        vp8(4, 3),
        webpChunk('EXIF', bytes(secret)),
        webpChunk('XMP ', bytes(secret)),
        webpChunk('ABCD', bytes(secret)),
      ),
    ],
    ['PNG: a page after its end', bytes(png(4, 3), `<script>${secret}</script>`)],
    ['JPEG: an archive after its end', bytes(jpeg(4, 3), `PK${secret}`)],
    ['WebP: a page after its end', bytes(riff(vp8(4, 3)), `<script>${secret}</script>`)],
  ])('%s', (_, given) => {
    const before = textOf(given)
    const { bytes: kept } = clean(given)
    expect(before).toContain(secret)
    expect(textOf(kept)).not.toContain('Ida')
    expect(textOf(kept)).not.toMatch(/<script>|PK|xap/)
    expect(clean(kept).bytes).toEqual(kept)
  })

  test('a JPEG is still turned, and keeps its colours and all of its scan', () => {
    const profile = segment(0xe2, bytes(`ICC_PROFILE\0`, zeros(8)))
    const kept = textOf(clean(jpeg(4, 3, segment(0xe0, bytes('JFIF\0')), exif(3), profile)).bytes)
    expect(kept).toContain('ICC_PROFILE')
    expect(kept).toContain('JFIF')
    expect(kept).toContain('\x12\xff\x00\x34\xff\xd0\x56\xff\xd9')
    expect(kept.match(/Exif/g)).toHaveLength(1)
    expect(clean(jpeg(4, 3, exif(8)))).toMatchObject({ width: 3, height: 4 })
  })

  test('a WebP does not promise what was taken out', () => {
    const { bytes: kept } = clean(riff(vp8x(0x1c, 4, 3), vp8(4, 3), webpChunk('EXIF', bytes(secret))))
    expect(kept[20]).toBe(0x10)
    expect(textOf(kept.subarray(0, 4))).toBe('RIFF')
  })

  test('an AVIF with a place or an author in it is sent back', () => {
    expect(takeInImage(avif(4, 3, 'Exif'))).toEqual({ kind: 'refused', problem: 'metadata' })
    expect(takeInImage(avif(4, 3, 'application/rdf+xml'))).toEqual({ kind: 'refused', problem: 'metadata' })
  })
})

describe('what would be too much for a browser is refused before anything is unpacked', () => {
  test.each([
    ['a PNG of 2³¹ pixels in a hundred bytes', png(65_535, 32_768)],
    ['a long thin PNG', png(12_001, 1)],
    ['a JPEG', jpeg(65_000, 65_000)],
    ['a WebP', riff(vp8x(0, 16_777_216, 16_777_216))],
    ['an AVIF', avif(0x7fffffff, 0x7fffffff)],
    ['many bytes', bytes(png(4, 3), zeros(imageLimits.bytes))],
  ])('%s', (_, given) => expect(takeInImage(given)).toEqual({ kind: 'refused', problem: 'too_large' }))

  test('40 million pixels are not', () => {
    expect(clean(png(8000, 5000))).toMatchObject({ width: 8000, height: 5000 })
  })
})

describe('what is not made as it should be is refused', () => {
  test.each([
    ['a PNG cut short', png(4, 3).slice(0, 60)],
    ['a PNG without a header', bytes(png(4, 3).slice(0, 8), chunk('IDAT', zeros(4)), chunk('IEND', []))],
    ['a PNG whose chunk claims 4 GB', bytes(png(4, 3).slice(0, 33), big(0xffffffff, 4), 'IDAT')],
    ['a PNG without width', png(0, 3)],
    ['a JPEG without an end', jpeg(4, 3).slice(0, -2)],
    ['a JPEG whose segment claims to be empty', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
    ['a JPEG without a frame', bytes([0xff, 0xd8], segment(0xe0, bytes('JFIF\0')), [0xff, 0xd9])],
    ['a JPEG with something between its segments', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0x41])],
    ['a WebP longer than the file', riff(vp8(4, 3)).slice(0, -2)],
    [
      'a WebP whose chunk goes beyond its end',
      bytes('RIFF', little(20, 4), 'WEBP', 'VP8 ', little(4_000_000_000, 4), zeros(8)),
    ],
    ['a WebP without a picture', riff(webpChunk('ICCP', zeros(4)))],
    ['an AVIF without a picture', bytes(box('ftyp', 'avif', zeros(4)), box('mdat', zeros(4)))],
    ['an AVIF with something after its last box', bytes(avif(4, 3), '<script>')],
    ['an AVIF whose box is empty', bytes(box('ftyp', 'avif', zeros(4)), big(0, 4), 'meta')],
  ])('%s', (_, given) => expect(takeInImage(given)).toEqual({ kind: 'refused', problem: 'damaged' }))

  test('whatever the bytes after a right beginning, there is an answer', () => {
    const starts = [
      png(4, 3).slice(0, 33),
      bytes([0xff, 0xd8, 0xff]),
      riff(vp8(4, 3)).slice(0, 16),
      avif(4, 3).slice(0, 24),
    ]
    let state = 7
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return state >>> 24
    }
    for (const start of starts)
      for (let round = 0; round < 500; round++) {
        const noise = Uint8Array.from({ length: next() }, next)
        const outcome = takeInImage(bytes(start, noise))
        expect(['clean', 'refused']).toContain(outcome.kind)
      }
  })
})
