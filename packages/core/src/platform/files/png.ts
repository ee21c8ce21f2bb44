import { joinBytes, textAt, uint32 } from './bytes.ts'
import type { CleanImage } from './types.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What a picture is made of, and what its colours mean; all other chunks (texts, EXIF, times, private ones) are left out. */
const kept = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT',
]) // biome-ignore format: one line reads as one list

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte)

/**
 * A PNG (W3C PNG, third edition) without what is not the picture, and without anything after its end. Throws a RangeError
 * when it ends too early or is not made as it should be.
 */
export function cleanPng(bytes: Uint8Array): CleanImage {
  if (textAt(bytes, 12, 4) !== 'IHDR' || uint32(bytes, 8) !== 13) throw new RangeError('the header comes first')
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8, type = ''; type !== 'IEND'; ) {
    const end = at + 12 + uint32(bytes, at)
    type = textAt(bytes, at + 4, 4)
    if (end > bytes.length) throw new RangeError('a chunk goes beyond the end')
    if (kept.has(type)) parts.push(bytes.subarray(at, end))
    at = end
  }
  return { type: 'image/png', width: uint32(bytes, 16), height: uint32(bytes, 20), bytes: joinBytes(parts) }
}
