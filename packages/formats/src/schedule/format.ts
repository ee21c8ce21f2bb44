import { listOf, objectOf, parseJson } from '../json/value.ts'
import { encodingOf } from '../text/decode.ts'

export type ScheduleFormat = 'schedule-xml' | 'schedule-json' | 'pretalx' | 'sessionize' | 'csv' | 'xlsx'

/**
 * Which format a file is in, from its content; its name decides only between tables and what is no format at all.
 * `undefined` when no reader would know what to do.
 */
export function detectFormat(bytes: Uint8Array, name = ''): ScheduleFormat | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return 'xlsx'
  const start = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4096)).trimStart()
  if (start.startsWith('<')) return 'schedule-xml'
  if (/^[{[]/.test(start)) return detectJson(new TextDecoder(encodingOf(bytes)).decode(bytes))
  const hasHeader = /^[^\n]*[;\t,][^\n]*\r?\n/.test(start)
  return hasHeader || /\.(csv|tsv|txt)$/i.test(name) ? 'csv' : undefined
}

function detectJson(text: string): ScheduleFormat {
  const parsed = parseJson(text)
  if (parsed.kind === 'refused') return 'schedule-json'
  const root = objectOf(parsed.value)
  const first = objectOf(listOf(parsed.value)[0])
  if (objectOf(root.schedule).conference) return 'schedule-json'
  if (Array.isArray(root.sessions) || Array.isArray(first.sessions) || Array.isArray(first.rooms)) return 'sessionize'
  return root.schedule || root.results || root.sprints || first.code ? 'pretalx' : 'schedule-json'
}
