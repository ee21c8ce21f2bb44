/*
 * The German stemmer of the Snowball project (https://snowballstem.org/algorithms/german/stemmer.html, version 3.1),
 * written from that definition for words that are already folded: without umlauts and with `ß` as `ss`. The definition
 * drops umlauts in its last step and treats them like their base letters before, so that folding first changes nothing.
 * Two rules go further. The definition keeps -em in `System`, this also in `Problem` and the like, whose plurals would
 * have another stem otherwise. And -ierung loses its -er like -ieren, so that `Automatisierung` and `automatisieren` meet.
 */

const vowel = /[aeiouy]/

/** `u` and `y` between vowels are consonants; as capitals they are not mistaken for vowels. */
function markConsonants(word: string): string {
  return word.replace(/(?<=[aeiouy])[uy](?=[aeiouy])/g, (letter) => letter.toUpperCase())
}

function afterVowelAndConsonant(word: string, from: number): number {
  let i = from
  while (i < word.length && !vowel.test(word[i]!)) i++
  while (i < word.length && vowel.test(word[i]!)) i++
  return Math.min(i + 1, word.length)
}

type Regions = { readonly r1: number; readonly r2: number }

/** R1 and R2: where an ending may begin. R1 leaves at least three letters before it. */
function regions(word: string): Regions {
  const first = afterVowelAndConsonant(word, 0)
  return { r1: Math.max(first, 3), r2: afterVowelAndConsonant(word, first) }
}

function inflection(word: string, { r1 }: Regions): string {
  const ending = /(?:erinnen|erin|ern|em|er|lns|ln|es|en|e|s)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r1) return word
  const rest = word.slice(0, -ending.length)
  if (ending === 'em') return /(?:syst|probl|theor|embl|extr)$/.test(rest) ? word : rest
  if (ending === 's') return /[bdfghklmnrt]$/.test(rest) ? rest : word
  if (ending === 'ln' || ending === 'lns') return `${rest}l`
  if (ending === 'e' || ending === 'en' || ending === 'es') return rest.endsWith('niss') ? rest.slice(0, -1) : rest
  return rest
}

function comparison(word: string, { r1 }: Regions): string {
  const ending = /(?:est|en|er|st|et)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r1) return word
  const rest = word.slice(0, -ending.length)
  if (ending === 'st') return /.{3}[bdfghklmnt]$/.test(rest) ? rest : word
  if (ending === 'et')
    return /[dfgklmnrstUz]$/.test(rest) && !/(?:geordn|intern|plan|tick|tr)$/.test(rest) ? rest : word
  return rest
}

function without(word: string, ending: RegExp, from: number): string {
  const found = ending.exec(word)
  return found && found.index >= from ? word.slice(0, found.index) : word
}

function derivation(word: string, { r1, r2 }: Regions): string {
  const ending = /(?:end|ung|isch|ig|ik|lich|heit|keit)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r2) return word
  const rest = word.slice(0, -ending.length)
  switch (ending) {
    case 'end':
    case 'ung':
      return without(without(rest, /(?<!e)ig$/, r2), /(?<=.i)er$/, 0)
    case 'lich':
    case 'heit':
      return without(rest, /(?:er|en)$/, r1)
    case 'keit':
      return without(rest, /(?:lich|ig)$/, r2)
    default:
      return rest.endsWith('e') ? word : rest
  }
}

const remembered = new Map<string, string>()
const mostRemembered = 20_000

/** The stem of a folded word: what its inflected forms and close derivations share (`verwaltungen` → `verwalt`). */
export function stem(folded: string): string {
  const known = remembered.get(folded)
  if (known !== undefined) return known
  const word = markConsonants(folded)
  const where = regions(word)
  const found = derivation(comparison(inflection(word, where), where), where).toLowerCase()
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(folded, found)
  return found
}
