import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { ProblemError } from '../problem-error.ts'

const endRecord = 0x06054b50
const directoryRecord = 0x02014b50
const localRecord = 0x04034b50
/** A workbook of some thousand submissions unpacks to a hundredth of this. */
const mostUnpacked = 256 * 1024 * 1024
const stored = 0
const deflated = 8

const cutOff = (file: string): ProblemError => new ProblemError('zip-cut-off', { file })

/**
 * The files of a ZIP archive by name (PKWARE APPNOTE 4.3). Throws ProblemError: `zip-none` for what is no archive, `zip-cut-off`,
 * `zip-method` for a file packed otherwise than by deflating, and `zip-broken` for one that cannot be unpacked or to more than 256 MiB in all.
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end--
  if (end < 0) throw new ProblemError('zip-none', {})
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  let left = mostUnpacked
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryRecord) throw cutOff('directory')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!))
    const content = unpack(bytes, view, at, name, left)
    left -= content.length
    files.set(name, content)
    at += 46 + nameLength! + extraLength! + commentLength!
  }
  return files
}

function unpack(bytes: Uint8Array, view: DataView, entry: number, name: string, most: number): Uint8Array {
  const method = view.getUint16(entry + 10, true)
  const size = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localRecord) throw cutOff(name)
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = bytes.subarray(begin, begin + size)
  if (packed.length < size) throw cutOff(name)
  if (method === stored) return packed
  if (method !== deflated) throw new ProblemError('zip-method', { file: name, method })
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new ProblemError('zip-broken', { file: name, reason: (error as Error).message })
  }
}

/** Packs files into a ZIP archive. The same files give the same bytes: all are dated 1 January 1980. */
export function writeZip(files: ReadonlyMap<string, string>): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, text] of files) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const shared = new DataView(new ArrayBuffer(26))
    shared.setUint16(0, 20, true)
    shared.setUint16(4, deflated, true)
    shared.setUint16(8, 0x21, true)
    shared.setUint32(10, crc32(content), true)
    shared.setUint32(14, packed.length, true)
    shared.setUint32(18, content.length, true)
    shared.setUint16(22, Buffer.byteLength(name), true)
    const header = Buffer.from(shared.buffer)
    const local = Buffer.concat([word(localRecord), header, Buffer.from(name), packed])
    parts.push(local)
    directory.push(
      Buffer.concat([word(directoryRecord), short(20), header, Buffer.alloc(10), word(at), Buffer.from(name)]),
    )
    at += local.length
  }
  const listing = Buffer.concat(directory)
  const counts = Buffer.concat([short(0), short(0), short(files.size), short(files.size)])
  return Buffer.concat([...parts, listing, word(endRecord), counts, word(listing.length), word(at), short(0)])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
