import { type IdKind, idPrefixes, isId } from './ids.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** `id` written as a UUID, for formats that know no other name: its 128 bits in hexadecimal. `guidToId` takes it back. */
export function idToGuid(id: string): string {
  const letters = id.slice(id.indexOf('_') + 1)
  const value = [...letters].reduce((sum, letter) => sum * 32n + BigInt(alphabet.indexOf(letter)), 0n)
  const hex = value.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The id of this kind that `idToGuid` would write as `guid`; null where `guid` is no UUID. Says nothing about whether such an object exists. */
export function guidToId(kind: IdKind, guid: string): string | null {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid)) return null
  let rest = BigInt(`0x${guid.replaceAll('-', '')}`)
  let letters = ''
  for (let i = 0; i < 26; i++, rest >>= 5n) letters = alphabet[Number(rest & 31n)] + letters
  const id = `${idPrefixes[kind]}_${letters}`
  return isId(kind, id) ? id : null
}
