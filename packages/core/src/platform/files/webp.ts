import { joinBytes, textAt, uint16Little, uint24Little, uint32Little } from './bytes.ts'
import type { CleanImage } from './types.ts'

/** What a picture is made of; EXIF, XMP and unknown chunks are left out. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** The bits of VP8X that promise EXIF and XMP. */
const promises = 0x08 | 0x04

export const isWebp = (bytes: Uint8Array): boolean => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP'

type Size = { readonly width: number; readonly height: number }

/** How large the picture is that a chunk begins; undefined for chunks that do not say so. */
function sizeIn(type: string, data: Uint8Array): Size | undefined {
  switch (type) {
    case 'VP8X':
      return { width: uint24Little(data, 4) + 1, height: uint24Little(data, 7) + 1 }
    case 'VP8 ':
      return { width: uint16Little(data, 6) & 0x3fff, height: uint16Little(data, 8) & 0x3fff }
    case 'VP8L': {
      const bits = uint32Little(data, 1)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default:
      return undefined
  }
}

function withoutPromises(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice()
  copy[8] = (copy[8] ?? 0) & ~promises
  return copy
}

function riffHeader(length: number): Uint8Array {
  const header = new Uint8Array(12)
  header.set([0x52, 0x49, 0x46, 0x46])
  new DataView(header.buffer).setUint32(4, length, true)
  header.set([0x57, 0x45, 0x42, 0x50], 8)
  return header
}

/**
 * A WebP (RFC 9649) without EXIF, XMP and unknown chunks, and without anything after its end. Throws a RangeError when it ends
 * too early or is not made as it should be.
 */
export function cleanWebp(bytes: Uint8Array): CleanImage {
  const end = 8 + uint32Little(bytes, 4)
  if (end > bytes.length) throw new RangeError('the file is shorter than it says')
  const parts: Uint8Array[] = []
  let size: Size | undefined
  for (let at = 12; at + 8 <= end; ) {
    const length = uint32Little(bytes, at + 4)
    const type = textAt(bytes, at, 4)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > end) throw new RangeError('a chunk goes beyond the end')
    const chunk = bytes.subarray(at, next)
    size ??= sizeIn(type, chunk.subarray(8))
    if (kept.has(type)) parts.push(type === 'VP8X' ? withoutPromises(chunk) : chunk)
    at = next
  }
  if (!size) throw new RangeError('there is no picture in it')
  const body = joinBytes(parts)
  return { type: 'image/webp', ...size, bytes: joinBytes([riffHeader(body.length + 4), body]) }
}
