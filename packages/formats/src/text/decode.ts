export type DecodeResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly line?: number }

const maximumBytes = 64 * 1024 * 1024

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark, or else `fallback`. Refuses more than 64 MiB and NUL
 * characters, which no text format allows. The byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array, fallback?: 'windows-1252'): DecodeResult {
  if (bytes.length > maximumBytes) {
    return {
      kind: 'refused',
      code: 'file.too_large',
      message: `The file has ${bytes.length} bytes; at most 64 MiB are read`,
    }
  }
  const text = decode(bytes, fallback)
  if (text === undefined) {
    return { kind: 'refused', code: 'file.not_utf8', message: 'The file is not UTF-8', line: firstBadLine(bytes) }
  }
  const nul = text.indexOf('\0')
  if (nul < 0) return { kind: 'text', text }
  return {
    kind: 'refused',
    code: 'file.nul_byte',
    message: 'The file contains a NUL character',
    line: lineAt(text, nul),
  }
}

/** By the byte order mark; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function decode(bytes: Uint8Array, fallback: 'windows-1252' | undefined): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return fallback && new TextDecoder(fallback).decode(bytes)
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  return lineAt(text, Math.max(0, text.indexOf('\ufffd')))
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
