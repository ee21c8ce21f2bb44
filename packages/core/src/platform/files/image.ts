import { isAvif, readAvif } from './avif.ts'
import { cleanJpeg, isJpeg } from './jpeg.ts'
import { cleanPng, isPng } from './png.ts'
import type { CleanImage, ImageOutcome, ImageProblem } from './types.ts'
import { cleanWebp, isWebp } from './webp.ts'

/** What a picture may measure at most: bytes as sent, pixels as shown. A browser needs four bytes for each pixel. */
export const imageLimits = { bytes: 10 * 1024 * 1024, pixels: 40_000_000, side: 12_000 } as const

const refused = (problem: ImageProblem): ImageOutcome => ({ kind: 'refused', problem })

function clean(bytes: Uint8Array): CleanImage | 'metadata' | undefined {
  if (isPng(bytes)) return cleanPng(bytes)
  if (isJpeg(bytes)) return cleanJpeg(bytes)
  if (isWebp(bytes)) return cleanWebp(bytes)
  return isAvif(bytes) ? readAvif(bytes) : undefined
}

/**
 * Takes in a picture by what its bytes say, whatever it is called: nothing but PNG, JPEG, WebP and AVIF, without places,
 * names and times in it, without anything that follows the picture, and not larger than `imageLimits`. Nothing is decoded.
 */
export function takeInImage(bytes: Uint8Array): ImageOutcome {
  if (bytes.length > imageLimits.bytes) return refused('too_large')
  try {
    const image = clean(bytes)
    if (image === undefined) return refused('unsupported')
    if (image === 'metadata') return refused('metadata')
    const { width, height } = image
    if (width < 1 || height < 1) return refused('damaged')
    const isHuge = width > imageLimits.side || height > imageLimits.side || width * height > imageLimits.pixels
    return isHuge ? refused('too_large') : { kind: 'clean', image }
  } catch (error) {
    if (error instanceof RangeError) return refused('damaged')
    throw error
  }
}
