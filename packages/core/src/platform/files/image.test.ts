import { describe, expect, test } from 'vitest'
import { avif, box, exif, jpeg, riffChunk, segment, webp, webpPicture } from '../../../test/photographs.ts'
import { bytes, chunk, png } from '../../../test/pictures.ts'
import { imageLimits, takeInImage } from './image.ts'

const takeIn = (sent: Uint8Array) => {
  const taken = takeInImage(sent)
  return taken.kind === 'clean' ? taken.image : taken.problem
}
const textOf = (sent: Uint8Array) => {
  const image = takeIn(sent)
  return typeof image === 'string' ? image : Buffer.from(image.bytes).toString('latin1')
}
const icc = segment(0xe2, 'ICC_PROFILE', [0, 1, 1], 'farben')
const plain = {
  PNG: png(4, 3),
  JPEG: jpeg(4, 3),
  'WebP, lossy': webp(webpPicture.lossy(4, 3)),
  'WebP, lossless': webp(webpPicture.lossless(4, 3)),
  'WebP, extended': webp(webpPicture.extended(4, 3, 0x10), webpPicture.lossy(4, 3)),
  AVIF: avif([[4, 3]]),
}
const formats = Object.entries(plain)

describe('a picture is known by its bytes', () => {
  test.each(formats)('%s', (name, sent) => {
    const type = `image/${name.split(',')[0]!.toLowerCase()}`
    expect(takeIn(sent)).toEqual({ type, width: 4, height: 3, bytes: sent })
  })

  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a GIF', 'GIF89a'],
    ['a PDF', '%PDF-1.7'],
    ['a sound in the same envelope as WebP', 'RIFF\x04\x00\x00\x00WAVE'],
    ['a film in the same envelope as AVIF', '\x00\x00\x00\x10ftypisom\x00\x00\x00\x00'],
  ])('and %s is none', (_, sent) => expect(takeIn(bytes(sent))).toBe('unsupported'))
})

describe('what is not the picture is left out', () => {
  test.each([
    ['a text of a PNG', png(4, 3, chunk('tEXt', bytes('Author\0GEHEIM')))],
    ['a long text of a PNG', png(4, 3, chunk('iTXt', bytes('XML:com.adobe.xmp\0GEHEIM')))],
    ['the EXIF of a PNG', png(4, 3, chunk('eXIf', bytes('MM\0*GEHEIM')))],
    ['the time of a PNG', png(4, 3, chunk('tIME', bytes('GEHEIM.')))],
    ['a chunk of somebody’s own', png(4, 3, chunk('prVt', bytes('GEHEIM')))],
    ['what follows a PNG', bytes(png(4, 3), 'GEHEIM')],
    ['the EXIF of a JPEG', jpeg(4, 3, exif(1, 'MM', 'GEHEIM'))],
    ['the XMP of a JPEG', jpeg(4, 3, segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0GEHEIM'))],
    ['the IPTC of a JPEG', jpeg(4, 3, segment(0xed, 'Photoshop 3.0\0GEHEIM'))],
    ['a comment of a JPEG', jpeg(4, 3, segment(0xfe, 'GEHEIM'))],
    ['a second picture in a JPEG', jpeg(4, 3, segment(0xe2, 'MPF\0GEHEIM'))],
    ['what follows a JPEG', bytes(jpeg(4, 3), 'PK\x03\x04GEHEIM')],
    ['the EXIF of a WebP', webp(webpPicture.lossy(4, 3), riffChunk('EXIF', 'GEHEIM!'))],
    ['the XMP of a WebP', webp(webpPicture.lossy(4, 3), riffChunk('XMP ', 'GEHEIM'))],
    ['a chunk nobody knows in a WebP', webp(webpPicture.lossy(4, 3), riffChunk('NOTE', 'GEHEIM'))],
    ['what follows a WebP', bytes(webp(webpPicture.lossy(4, 3)), '<script>GEHEIM</script>')],
  ])('%s', (_, sent) => {
    const clean = takeIn(sent)
    expect(clean).toMatchObject({ width: 4, height: 3 })
    expect(textOf(sent)).not.toContain('GEHEIM')
    expect(clean).toEqual(takeIn((clean as { bytes: Uint8Array }).bytes))
  })

  test.each([
    ['EXIF', box('iinf', 'infe', 'Exif')],
    ['XMP', box('iinf', 'mime\0application/rdf+xml\0')],
  ])('and an AVIF with %s is refused, since nothing can be taken out of it', (_, item) => {
    expect(takeIn(avif([[4, 3]], item))).toBe('metadata')
  })

  test.each(['uuid', 'free', 'skip'])('nor is an AVIF taken in with a box %s for whatever one likes', (type) => {
    expect(takeIn(bytes(plain.AVIF, box(type, '<script>')))).toBe('metadata')
  })

  test('but colours stay', () => {
    expect(textOf(png(4, 3, chunk('iCCP', bytes('farben'))))).toContain('iCCPfarben')
    expect(textOf(jpeg(4, 3, icc))).toContain('ICC_PROFILE\0\x01\x01farben')
    expect(textOf(jpeg(4, 3, segment(0xee, 'Adobe\0d')))).toContain('Adobe')
    expect(textOf(webp(webpPicture.lossy(4, 3), riffChunk('ICCP', 'farben')))).toContain('ICCPu'.slice(0, 4))
  })

  test('and an extended WebP no longer promises EXIF and XMP', () => {
    const sent = webp(webpPicture.extended(4, 3, 0x3c), webpPicture.lossy(4, 3), riffChunk('EXIF', 'GEHEIM'))
    const stripped = webp(webpPicture.extended(4, 3, 0x30), webpPicture.lossy(4, 3))
    expect(takeIn(sent)).toEqual({ type: 'image/webp', width: 4, height: 3, bytes: stripped })
  })
})

describe('a photograph is shown the way it was taken', () => {
  const turned = [0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0]
  test.each([
    [exif(1), 4, 3, undefined],
    [exif(3), 4, 3, 3],
    [exif(6), 3, 4, 6],
    [exif(8, 'II'), 3, 4, 8],
    [exif(9), 4, 3, undefined],
    [segment(0xe1, 'Exif', [0, 0], 'MM\0*', [0, 0, 0, 99]), 4, 3, undefined],
  ])('%#', (said, width, height, orientation) => {
    const image = takeIn(jpeg(4, 3, said))
    expect(image).toMatchObject({ width, height })
    const { bytes: clean } = image as { bytes: Uint8Array }
    const rest = orientation ? [...turned, orientation, 0, 0, 0, 0, 0, 0] : []
    expect([...clean]).toEqual([0xff, 0xd8, ...rest, ...jpeg(4, 3).slice(2)])
  })
})

describe('a picture that nobody could show', () => {
  const { side } = imageLimits
  test.each([
    ['PNG', (width: number, height: number) => png(width, height)],
    ['JPEG', (width: number, height: number) => jpeg(width, height)],
    ['WebP', (width: number, height: number) => webp(webpPicture.extended(width, height, 0))],
    ['AVIF', (width: number, height: number) => avif([[width, height]])],
  ])('as %s is refused by its size, which is read and not decoded', (_, make) => {
    expect(takeIn(make(side + 1, 1))).toBe('too_large')
    expect(takeIn(make(1, side + 1))).toBe('too_large')
    expect(takeIn(make(side, side))).toBe('too_large')
    expect(takeIn(make(8_000, 5_000))).toMatchObject({ width: 8_000, height: 5_000 })
    expect(takeIn(make(8_001, 5_000))).toBe('too_large')
  })

  test('is refused by its bytes', () => {
    expect(takeIn(new Uint8Array(imageLimits.bytes + 1))).toBe('too_large')
  })

  test('is as large as its largest part', () => {
    expect(takeIn(avif([[64, 64], [30_000, 4]]))).toBe('too_large') // biome-ignore format: pairs read as sizes
  })

  test.each([
    ['a PNG of no width', png(0, 3)],
    ['a JPEG without a frame', bytes([0xff, 0xd8], segment(0xfe, 'x'), [0xff, 0xd9])],
    ['a WebP without a picture', webp(riffChunk('ICCP', 'x'))],
    ['an AVIF without sizes', avif([])],
    ['an AVIF about which nothing is said', box('ftyp', 'avif', [0, 0, 0, 0])],
    ['a PNG that does not begin with its header', bytes(png(4, 3).slice(0, 8), chunk('IDAT', []), png(4, 3).slice(8))],
    ['a JPEG whose segment has no length', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])],
    ['an AVIF whose box is shorter than its own head', bytes(plain.AVIF, [0, 0, 0, 4], 'free')],
    ['an AVIF that something follows', bytes(plain.AVIF, 'PK\x03\x04 an archive')],
  ])('is damaged: %s', (_, sent) => expect(takeIn(sent)).toBe('damaged'))
})

describe('whatever comes', () => {
  const withEverything = Object.entries({
    PNG: png(4, 3, chunk('tEXt', bytes('a\0b'))),
    JPEG: jpeg(4, 3, exif(6, 'II'), icc),
    WebP: webp(webpPicture.extended(4, 3, 0x3c), webpPicture.lossy(4, 3), riffChunk('EXIF', 'x')),
    AVIF: avif([[4, 3]]),
  })

  test.each(withEverything)('%s that was cut off is no picture', (_, sent) => {
    const accepted = Array.from(sent, (_byte, end) => end).filter(
      (end) => typeof takeIn(sent.slice(0, end)) !== 'string',
    )
    expect(accepted).toEqual([])
  })

  test.each(withEverything)('%s with any one byte wrong gets an answer', (_, sent) => {
    for (let at = 0; at < sent.length; at++) {
      for (const wrong of [0, 1, 0x7f, 0xff]) {
        const broken = sent.slice()
        broken[at] = wrong
        expect(['clean', 'refused']).toContain(takeInImage(broken).kind)
      }
    }
  })
})
