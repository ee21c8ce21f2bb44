/** The characters at `at`, as the formats name their parts with. */
export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A number of 32 bits, the highest first. Throws a RangeError beyond the end, as the others here do. */
export const uint32 = (bytes: Uint8Array, at: number): number => view(bytes).getUint32(at)
export const uint16 = (bytes: Uint8Array, at: number): number => view(bytes).getUint16(at)
/** A number of 32 bits, the lowest first. */
export const uint32Little = (bytes: Uint8Array, at: number): number => view(bytes).getUint32(at, true)
export const uint16Little = (bytes: Uint8Array, at: number): number => view(bytes).getUint16(at, true)
/** A number of 24 bits, the lowest first. */
export const uint24Little = (bytes: Uint8Array, at: number): number =>
  uint16Little(bytes, at) | (view(bytes).getUint8(at + 2) << 16)

/** `parts` one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
