import { textAt, uint32 } from './bytes.ts'
import type { CleanImage } from './types.ts'

type Box = { readonly type: string; readonly body: Uint8Array }

/** The boxes that `bytes` are made of without a gap (ISO 14496-12). Throws a RangeError when they are not. */
function readBoxes(bytes: Uint8Array): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = uint32(bytes, at)
    if (length < 8 || at + length > bytes.length) throw new RangeError('a box goes beyond the end')
    boxes.push({ type: textAt(bytes, at + 4, 4), body: bytes.subarray(at + 8, at + length) })
    at += length
  }
  return boxes
}

const named = (boxes: readonly Box[], type: string) => boxes.find((box) => box.type === type)?.body

/** The boxes of a file that make the picture; others can hold whatever somebody wants to bring in with it. */
const known: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat', 'moov'])

/** Major and compatible brands. */
export const isAvif = (bytes: Uint8Array): boolean =>
  textAt(bytes, 4, 4) === 'ftyp' && ['avif', 'avis'].includes(textAt(bytes, 8, 4))

/** Whether the items of a picture tell more than the picture: EXIF or XMP. */
function tellsMore(meta: Uint8Array): boolean {
  const text = Buffer.from(meta).toString('latin1')
  return text.includes('Exif') || text.includes('application/rdf+xml')
}

/**
 * An AVIF as it is: its parts point at each other by their place, so nothing can be taken out. `metadata` when it says more
 * than the picture. Throws a RangeError when it is not made as it should be, or something follows its last box.
 */
export function readAvif(bytes: Uint8Array): CleanImage | 'metadata' {
  const boxes = readBoxes(bytes)
  const meta = named(boxes, 'meta')?.subarray(4)
  if (!meta) throw new RangeError('nothing says what is in it')
  if (tellsMore(meta) || boxes.some(({ type }) => !known.has(type))) return 'metadata'
  const said = readBoxes(meta)
  if (!named(boxes, 'mdat') && !named(said, 'idat')) throw new RangeError('there is no picture in it')
  const properties = named(said, 'iprp') ?? new Uint8Array()
  const sizes = readBoxes(named(readBoxes(properties), 'ipco') ?? new Uint8Array()).filter(
    ({ type }) => type === 'ispe',
  )
  const largest = (at: number) => Math.max(0, ...sizes.map(({ body }) => uint32(body, at)))
  return { type: 'image/avif', width: largest(4), height: largest(8), bytes }
}
