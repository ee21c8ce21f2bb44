import { decodeCharacterReferences } from './character-references.ts'

/** A piece of HTML: text (references still in it) or an element. */
export type HtmlNode = string | HtmlElement
export type HtmlElement = {
  readonly name: string
  /** Of links and pictures; other attributes are dropped. */
  readonly attributes: { readonly href?: string; readonly alt?: string }
  readonly children: HtmlNode[]
  /** There is a block somewhere inside. */
  hasBlock: boolean
}

const words = (list: string) => new Set(list.split(' '))
export const blockNames = words(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
)
const voidNames = words('area base br col embed hr img input link meta param source track wbr')
/** Their content is no text for readers; what is inside is skipped unread. */
const skippedNames = words(
  'applet audio button canvas datalist embed frameset head iframe map math noembed noframes noscript object picture script ' +
    'select style svg template textarea title video xmp',
)
const inlineNames = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp small span strike ' +
    'strong sub sup time tt u var',
)
const maximumDepth = 40
const longestTag = 2_000

type Tag = { readonly name: string; readonly closes: boolean; readonly words: string; readonly end: number }

export function isHtmlName(name: string): boolean {
  return blockNames.has(name) || voidNames.has(name) || skippedNames.has(name) || inlineNames.has(name)
}

/** Reads HTML as tolerantly as browsers do where it matters; linear in its length, never throws. */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: 'body', attributes: {}, children: [], hasBlock: true }
  const open: HtmlElement[] = [root]
  let position = 0
  while (position < html.length) {
    const bracket = html.indexOf('<', position)
    const textEnd = bracket < 0 ? html.length : bracket
    if (textEnd > position) addText(open, html.slice(position, textEnd))
    if (bracket < 0) break
    position = readMarkup(html, bracket, open)
  }
  return root
}

/** Reads what begins with `<` at `start`; answers where reading goes on. */
function readMarkup(html: string, start: number, open: HtmlElement[]): number {
  if (html.startsWith('<!--', start)) return after(html, '-->', start + 4)
  if (/[!?]/.test(html.charAt(start + 1))) return after(html, '>', start + 2)
  const tag = readTag(html, start)
  if (!tag) {
    addText(open, '<')
    return start + 1
  }
  if (tag.closes) closeElement(tag.name, open)
  else if (skippedNames.has(tag.name)) return voidNames.has(tag.name) ? tag.end : afterClosingTag(html, tag)
  else openElement(tag, open)
  return tag.end
}

/** Text that belongs together is one node, so that what looks like a tag is seen whole. */
function addText(open: readonly HtmlElement[], text: string): void {
  const { children } = open.at(-1)!
  const last = children.at(-1)
  if (typeof last === 'string') children[children.length - 1] = last + text
  else children.push(text)
}

function readTag(html: string, start: number): Tag | undefined {
  const window = html.slice(start, start + 24)
  const match = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i.exec(window)
  const name = match?.[2]?.toLowerCase()
  if (!match || !name || !isHtmlName(name)) return undefined
  const limit = Math.min(html.length, start + longestTag)
  let quote = ''
  for (let index = start + match[0].length; index < limit; index++) {
    const character = html[index]!
    if (quote) quote = character === quote ? '' : quote
    else if ((character === '"' || character === "'") && /[=\s]/.test(html[index - 1]!)) quote = character
    else if (character === '>') {
      return { name, closes: match[1] === '/', words: html.slice(start + match[0].length, index), end: index + 1 }
    }
  }
  return { name, closes: match[1] === '/', words: '', end: limit }
}

function openElement(tag: Tag, open: HtmlElement[]): void {
  const isBlock = blockNames.has(tag.name)
  if (isBlock) closeImplied(tag.name, open)
  const element = { name: tag.name, attributes: readAttributes(tag), children: [], hasBlock: false }
  open.at(-1)!.children.push(element)
  if (isBlock) for (const ancestor of open) ancestor.hasBlock = true
  if (!voidNames.has(tag.name) && open.length < maximumDepth) open.push(element)
}

/** A new block ends an open paragraph; a new item ends the item before it in the same list. */
function closeImplied(name: string, open: HtmlElement[]): void {
  const last = open.findLastIndex((element) => blockNames.has(element.name))
  if (open[last]?.name === 'p') open.length = last
  if (!['li', 'dt', 'dd', 'tr', 'td', 'th'].includes(name)) return
  const siblings = name === 'li' ? ['li'] : name.startsWith('d') ? ['dt', 'dd'] : name === 'tr' ? ['tr'] : ['td', 'th']
  const fences =
    name === 'li' ? ['ul', 'ol'] : name.startsWith('d') ? ['dl'] : ['table', ...(name === 'tr' ? [] : ['tr'])]
  const sibling = open.findLastIndex((element) => siblings.includes(element.name))
  if (sibling > open.findLastIndex((element) => fences.includes(element.name)) && sibling > 0) open.length = sibling
}

function closeElement(name: string, open: HtmlElement[]): void {
  const index = open.findLastIndex((element) => element.name === name)
  if (index > 0) open.length = index
}

function readAttributes(tag: Tag): HtmlElement['attributes'] {
  const wanted = tag.name === 'a' ? 'href' : tag.name === 'img' ? 'alt' : undefined
  if (!wanted) return {}
  const match = new RegExp(`(?:^|\\s)${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag.words)
  const value = match && (match[1] ?? match[2] ?? match[3])
  return value ? { [wanted]: decodeCharacterReferences(value) } : {}
}

function after(html: string, end: string, from: number): number {
  const index = html.indexOf(end, from)
  return index < 0 ? html.length : index + end.length
}

function afterClosingTag(html: string, tag: Tag): number {
  const closing = new RegExp(`</${tag.name}[^>]*>`, 'gi')
  closing.lastIndex = tag.end
  return closing.exec(html) ? closing.lastIndex : html.length
}
