import { deflateSync } from 'node:zlib'

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** `parts` one after the other; texts stand for their Latin-1 codes. */
export function bytes(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => (typeof part === 'string' ? bytesOf(part) : Uint8Array.from(part)))
  return Uint8Array.from(all.flatMap((part) => [...part]))
}

export const big = (value: number, size: 2 | 4): number[] =>
  Array.from({ length: size }, (_, index) => (value >>> (8 * (size - 1 - index))) & 0xff)
export const little = (value: number, size: 2 | 3 | 4): number[] =>
  Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 0xff)

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (data: Uint8Array) => {
  let sum = 0xffffffff
  for (const byte of data) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

/** A chunk of a PNG with its checksum. */
export function chunk(type: string, data: Uint8Array | readonly number[]): Uint8Array {
  const body = bytes(type, data)
  return bytes(big(data.length, 4), body, big(crc(body), 4))
}

/** A grey PNG that says it has this size; `more` stands before its end. A large one has no pixels. */
export function png(width: number, height: number, ...more: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const rows = width * height > 10_000 ? new Uint8Array() : new Uint8Array((width + 1) * height)
  const header = chunk('IHDR', [...big(width, 4), ...big(height, 4), 8, 0, 0, 0, 0])
  const end = chunk('IEND', [])
  return bytes([0x89], 'PNG\r\n', [0x1a], '\n', header, chunk('IDAT', deflateSync(rows)), ...more, end)
}
