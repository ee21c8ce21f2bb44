import { fold } from './fold.ts'

/** A word as it stands in a text. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export type Token = {
  readonly start: number
  readonly end: number
  /** Folded, joined over hyphens: `E-Akte`, `eAkte` and `E Akte` are all `eakte`. */
  readonly form: string
  /** Folded words that it is visibly put together from (`IT-Sicherheit`: it, sicherheit); empty for a simple word. */
  readonly pieces: readonly string[]
  /** Begins with a capital letter and goes on in small ones, as German nouns do. */
  readonly isCapitalised: boolean
  /** Ends with a hyphen that stands for something left out (`Sicherheits- und Notfallkonzept`). */
  readonly isCutOff: boolean
}

const longestForm = 60
const none: readonly string[] = []

type Word = { readonly start: number; readonly end: number; readonly text: string }

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*(?:\+\+|#(?![\p{L}\p{N}]))?/gu
const genderGap = /^(?:[*:_·]|\/-?|\(-?)$/
const genderEnding = /^(?:in|innen)$/
const joint = /^(?:[-\u2010\u2011\u2012_'’.]|&(?=$))$/

function words(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0].endsWith('Innen') ? match[0].replace(/(?<=\p{Ll})Innen$/u, '') : match[0],
  }))
}

/** How `right` belongs to `left`: as a feminine ending that means no other word, as a part of one word, or not at all. */
function link(text: string, left: Word, right: Word): 'ending' | 'joined' | 'separate' {
  const gap = text.slice(left.end, right.start)
  // Nearly every gap is this one, and each rule below costs.
  if (gap === ' ' && left.text.length > 1) return 'separate'
  if (genderGap.test(gap) && genderEnding.test(right.text)) return 'ending'
  if (joint.test(gap)) return 'joined'
  return /^\s$/.test(gap) && /^[eE]$/.test(left.text) && /^\p{L}{3}/u.test(right.text) ? 'joined' : 'separate'
}

/** `openDesk` → open, Desk; `eAkte` stays whole, because a single letter is no word. */
function splitCamel(word: string): string[] {
  const pieces = word.split(/(?<=\p{Ll})(?=\p{Lu}\p{L})/u)
  return pieces.length > 1 && pieces.every((piece) => piece.length > 1) ? pieces : [word]
}

/** Single letters belong to the word after them: E-Akten-Einführung → eakten, einfuhrung. */
function piecesOf(members: readonly Word[]): string[] {
  const pieces: string[] = []
  let letter = ''
  for (const piece of members.flatMap((member) => splitCamel(member.text))) {
    const folded = letter + fold(piece)
    letter = folded.length === 1 && /[a-z]/.test(folded) ? folded : ''
    if (!letter && folded) pieces.push(folded)
  }
  if (letter) pieces.push(letter)
  return pieces
}

/** What a word is by itself, wherever it stands. `isSimple`: it shows no joint inside. */
type Reading = Pick<Token, 'form' | 'isCapitalised'> & { readonly isSimple: boolean }

/** Texts are made of the same words again and again. */
const readings = new Map<string, Reading>()
const mostReadings = 20_000

function readWord(word: string): Reading {
  const known = readings.get(word)
  if (known) return known
  const reading = {
    form: fold(word).slice(0, longestForm),
    isCapitalised: /^\p{Lu}\p{Ll}/u.test(word),
    isSimple: !/\p{Ll}\p{Lu}/u.test(word),
  }
  if (readings.size >= mostReadings) readings.clear()
  readings.set(word, reading)
  return reading
}

/** Whether a hyphen follows that joins nothing. */
function isCutOff(text: string, end: number): boolean {
  const next = text[end]
  return (next === '-' || next === '\u2010' || next === '\u2011') && !/\p{L}/u.test(text.charAt(end + 1))
}

function toToken(text: string, members: readonly Word[], end: number): Token {
  const first = members[0]!
  const reading = readWord(first.text)
  const { isCapitalised } = reading
  const place = { start: first.start, end, isCapitalised, isCutOff: isCutOff(text, end) }
  if (members.length === 1 && reading.isSimple) return { ...place, form: reading.form, pieces: none }
  const pieces = piecesOf(members)
  return { ...place, form: pieces.join('').slice(0, longestForm), pieces: pieces.length > 1 ? pieces : none }
}

/**
 * The words of a text in their order. Hyphens, points and apostrophes inside a word join; a lone `E` joins the word after
 * it; feminine endings after a gender sign (`Bürger/-innen`, `Bürger:innen`, `BürgerInnen`) belong to the word before.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const found = words(text)
  for (let i = 0; i < found.length; ) {
    const members = [found[i]!]
    let end = found[i]!.end
    for (i++; i < found.length; i++) {
      const kind = link(text, found[i - 1]!, found[i]!)
      if (kind === 'separate' || members.length === 6) break
      if (kind === 'joined') members.push(found[i]!)
      end = found[i]!.end
    }
    const token = toToken(text, members, end)
    if (token.form) tokens.push(token)
  }
  return tokens
}
