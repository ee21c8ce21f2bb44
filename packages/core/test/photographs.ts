import { big, bytes, little } from './pictures.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Parts = readonly (string | Uint8Array | readonly number[])[]

/** A segment of a JPEG with its length. */
export const segment = (marker: number, ...payload: Parts): Bytes => {
  const body = bytes(...payload)
  return bytes([0xff, marker], big(body.length + 2, 2), body)
}

/** An EXIF segment with how to turn the picture, in either order of bytes, and a place. */
export function exif(orientation: number, order: 'II' | 'MM' = 'MM', place = '51.3397N 12.3731E'): Bytes {
  const [short, long] =
    order === 'MM'
      ? [(value: number) => big(value, 2), (value: number) => big(value, 4)]
      : [(value: number) => little(value, 2), (value: number) => little(value, 4)]
  const entry = (tag: number, type: number, value: readonly number[]) => [
    ...short(tag),
    ...short(type),
    ...long(1),
    ...value,
  ]
  const directory = [...short(2), ...entry(0x8825, 4, long(38)), ...entry(0x0112, 3, [...short(orientation), 0, 0])]
  return segment(0xe1, 'Exif', [0, 0], order, short(42), long(8), directory, long(0), place)
}

/** The data of a scan: a stuffed byte, a restart, a fill byte; none of them ends it. */
const scan = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0x00, 0x78]

/** A JPEG that says it has this size; `more` stands before its frame. */
export function jpeg(width: number, height: number, ...more: readonly Uint8Array[]): Bytes {
  const frame = segment(0xc0, [8, ...big(height, 2), ...big(width, 2), 1, 1, 0x11, 0])
  const tables = [segment(0xdb, new Uint8Array(65)), segment(0xc4, new Uint8Array(20))]
  const start = segment(0xda, [1, 1, 0, 0, 63, 0])
  return bytes([0xff, 0xd8], ...more, ...tables, frame, start, scan, [0xff, 0xd9])
}

/** A chunk of a WebP with its padding. */
export const riffChunk = (type: string, ...payload: Parts): Bytes => {
  const body = bytes(...payload)
  return bytes(type, little(body.length, 4), body, body.length % 2 ? [0] : [])
}

/** The chunk that says how large a lossy, a lossless or an extended WebP is. */
export const webpPicture = {
  lossy: (width: number, height: number) =>
    riffChunk('VP8 ', [0x30, 1, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2), 7]),
  lossless: (width: number, height: number) =>
    riffChunk('VP8L', [0x2f, ...little((width - 1) | ((height - 1) << 14), 4)]),
  extended: (width: number, height: number, flags: number) =>
    riffChunk('VP8X', [flags, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]),
}

/** A WebP of these chunks. */
export function webp(...chunks: readonly Uint8Array[]): Bytes {
  const body = bytes('WEBP', ...chunks)
  return bytes('RIFF', little(body.length, 4), body)
}

/** A box of an AVIF with its length. */
export const box = (type: string, ...payload: Parts): Bytes => {
  const body = bytes(...payload)
  return bytes(big(body.length + 8, 4), type, body)
}

/** An AVIF that says it has these sizes (that of a picture, of its thumbnail …); `more` stands among what is said about it. */
export function avif(sizes: readonly (readonly [number, number])[], ...more: readonly Uint8Array[]): Bytes {
  const said = sizes.map(([width, height]) => box('ispe', [0, 0, 0, 0, ...big(width, 4), ...big(height, 4)]))
  const meta = box('meta', [0, 0, 0, 0], ...more, box('iprp', box('ipco', box('pixi', [0, 0, 0, 0, 1, 8]), ...said)))
  return bytes(box('ftyp', 'avif', [0, 0, 0, 0], 'mif1'), meta, box('mdat', new Uint8Array(12)))
}
