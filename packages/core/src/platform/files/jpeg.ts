import { joinBytes, textAt, uint16, uint16Little, uint32, uint32Little } from './bytes.ts'
import type { CleanImage } from './types.ts'

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** Start of frame: its payload says how large the picture is. C4, C8 and CC are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** JFIF, colour profile and Adobe's colour transform belong to the picture; EXIF, XMP, IPTC, comments and all others do not. */
function isKept(marker: number, payload: Uint8Array): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return textAt(payload, 0, 4) === 'JFIF'
  if (marker === 0xe2) return textAt(payload, 0, 11) === 'ICC_PROFILE'
  return marker === 0xee && textAt(payload, 0, 5) === 'Adobe'
}

/** How a viewer has to turn the picture (1 to 8, EXIF 2.32 tag 0x0112); 1 where nothing says so. */
function orientationOf(payload: Uint8Array): number {
  if (textAt(payload, 0, 4) !== 'Exif') return 1
  const tiff = payload.subarray(6)
  const isLittle = textAt(tiff, 0, 2) === 'II'
  const [short, long] = isLittle ? [uint16Little, uint32Little] : [uint16, uint32]
  try {
    const directory = long(tiff, 4)
    for (let entry = 0; entry < short(tiff, directory); entry++) {
      const at = directory + 2 + entry * 12
      const value = short(tiff, at + 8)
      if (short(tiff, at) === 0x0112) return value >= 1 && value <= 8 ? value : 1
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

/** An EXIF segment that says nothing but how to turn the picture. */
function writeOrientation(orientation: number): Uint8Array {
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  return Uint8Array.from([...head, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
}

/** Where the compressed data that begins at `at` ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, at: number): number {
  for (let place = at; place + 1 < bytes.length; place++) {
    const next = bytes[place + 1] ?? 0
    if (bytes[place] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return place
  }
  throw new RangeError('the picture has no end')
}

type Read = { readonly parts: Uint8Array[]; width: number; height: number; orientation: number }

/** Reads the segment at `at` into `read`; answers where the next one begins, or undefined after the last. */
function readSegment(bytes: Uint8Array, at: number, read: Read): number | undefined {
  const marker = bytes[at + 1] ?? 0
  if (bytes[at] !== 0xff) throw new RangeError('a marker is expected')
  if (marker === 0xff) return at + 1
  if (marker === 0xd9) return undefined
  const end = at + 2 + uint16(bytes, at + 2)
  if (end > bytes.length || end < at + 4) throw new RangeError('a segment goes beyond the end')
  const payload = bytes.subarray(at + 4, end)
  if (isFrame(marker)) [read.height, read.width] = [uint16(payload, 1), uint16(payload, 3)]
  if (marker === 0xe1) read.orientation = Math.max(read.orientation, orientationOf(payload))
  const next = marker === 0xda ? endOfScan(bytes, end) : end
  if (isKept(marker, payload)) read.parts.push(bytes.subarray(at, next))
  return next
}

/**
 * A JPEG (ITU-T T.81) without EXIF, XMP, IPTC and comments (of which only the orientation is kept), and without anything
 * after its end. Throws a RangeError when it ends too early or is not made as it should be.
 */
export function cleanJpeg(bytes: Uint8Array): CleanImage {
  const read: Read = { parts: [], width: 0, height: 0, orientation: 1 }
  for (let at: number | undefined = 2; at !== undefined; ) at = readSegment(bytes, at, read)
  const { parts, width, height, orientation } = read
  const turned = orientation > 1 ? [writeOrientation(orientation)] : []
  const clean = joinBytes([bytes.subarray(0, 2), ...turned, ...parts, Uint8Array.of(0xff, 0xd9)])
  const isLying = orientation >= 5
  return { type: 'image/jpeg', width: isLying ? height : width, height: isLying ? width : height, bytes: clean }
}
