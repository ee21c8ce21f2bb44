import { type SessionType, sessionTypes } from '../../types.ts'

/** What sources call their types → ours. The first that fits counts; words are lower case, without accents or umlauts. */
const typeWords: readonly (readonly [RegExp, SessionType])[] = [
  [/lightning|eclair|\bpitch|ignite/, 'lightning'],
  [/workshop|atelier|tutorial|sprint|hands.?on|training|hackathon|barcamp|werkstatt|\bseminar/, 'workshop'],
  [/panel|podium|diskussion|discussion|round ?table|gesprachsrunde/, 'panel'],
  [/\bopening|eroffnung|begrussung|welcome|accueil/, 'opening'],
  [/\bclosing|abschluss|schlusswort|verabschiedung|cloture/, 'closing'],
  [/keynote|impuls|plenar|plenier|plenum/, 'impulse'],
  [/poster/, 'poster'],
  [/\bbreak\b|pause|\blunch|dejeuner|mittag|kaffee|coffee|catering/, 'break'],
  [
    /network|get.?together|\bsocial|abendveranstaltung|\bbof\b|birds of a feather|meet.?up|\bstand(s|track)?\b/,
    'networking',
  ],
  [/\bother\b|sonstig|certification|keysigning|infodesk|assembl|performance|concert|film/, 'other'],
]

function plain(word: string): string {
  return word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').trim()
}

/** Our type for what a source calls it. A word that nobody knows is a talk: most of a programme is, whatever it is called. */
export function sessionTypeOf(word: string): SessionType {
  const own = sessionTypes.find((type) => type === word)
  return own ?? typeWords.find(([pattern]) => pattern.test(plain(word)))?.[1] ?? 'talk'
}

/** Whether a source's word for a type says that everybody is expected. */
export function isPlenaryWord(word: string): boolean {
  return /\bplen(ar|ier|um)/.test(plain(word))
}

const mark = '(?:CANCELL?ED|ABGESAGT|ENTFÄLLT|FÄLLT AUS)'
const markBefore = new RegExp(String.raw`^(?:[[(]${mark}[\])]\s*:?|${mark}\s*[:–-])\s+`, 'iu')
const shoutedBefore = new RegExp(String.raw`^${mark}\s+(?=\S)`, 'u')
const markAfter = new RegExp(String.raw`\s+(?:[[(]${mark}[\])]|[–-]\s*${mark})$`, 'iu')
const shoutedAfter = new RegExp(String.raw`\s+${mark}$`, 'u')

/** Some sources can only say in the title that a session is cancelled. Takes such a mark off; the title is never left empty. */
export function splitCancelledMark(title: string): { readonly title: string; readonly isCancelled: boolean } {
  const patterns = [markBefore, shoutedBefore, markAfter, shoutedAfter]
  const rest = patterns.reduce((text, pattern) => text.replace(pattern, ''), title).trim()
  return rest && rest !== title ? { title: rest, isCancelled: true } : { title, isCancelled: false }
}
