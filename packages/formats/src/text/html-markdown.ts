import { decodeCharacterReferences } from './character-references.ts'
import { blockNames, type HtmlElement, type HtmlNode, parseHtml } from './html-tree.ts'

/**
 * Whether the text between the tags is HTML text (references decoded, Markdown's signs escaped, white space collapsed)
 * or Markdown into which somebody put tags (left as it is).
 */
export type TextBetween = 'html' | 'markdown'

/**
 * Turns HTML into Markdown (CommonMark): headings, lists, quotes, code, emphasis, links. Scripts, styles and embedded
 * things go with their content, unknown tags become text, links lead to http, https and mailto only.
 */
export function htmlToMarkdown(html: string, between: TextBetween = 'html'): string {
  return renderBlocks(parseHtml(html).children, between)
}

function isBlock(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && (blockNames.has(node.name) || node.hasBlock)
}

function renderBlocks(nodes: readonly HtmlNode[], between: TextBetween, separator = '\n\n'): string {
  const blocks: string[] = []
  let run: HtmlNode[] = []
  const endRun = () => {
    const paragraph = renderParagraph(run, between)
    if (paragraph) blocks.push(paragraph)
    run = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) run.push(node)
    else {
      endRun()
      const block = renderBlock(node, between)
      if (block) blocks.push(block)
    }
  }
  endRun()
  return blocks.join(separator)
}

function renderBlock(element: HtmlElement, between: TextBetween): string {
  const { name, children } = element
  if (name === 'hr') return '---'
  if (name === 'pre') return renderCodeBlock(textOf(element, between))
  if (name === 'blockquote') return prefixed(renderBlocks(children, between), '> ', '> ')
  if (name === 'ul' || name === 'ol') return renderList(element, between)
  if (name === 'tr') return renderRow(children, between)
  if (/^h[1-6]$/.test(name) && !children.some(isBlock)) {
    const heading = renderInline(children, between).replaceAll(/\s+/g, ' ').trim()
    return heading && `${'#'.repeat(Number(name[1]))} ${heading.replace(/#$/, '\\#')}`
  }
  return renderBlocks(children, between)
}

function renderParagraph(nodes: readonly HtmlNode[], between: TextBetween): string {
  const text = renderInline(nodes, between).trim()
  if (between === 'markdown') return text
  return text
    .replaceAll(/ ?\n ?/g, '  \n')
    .replaceAll(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+$|-+$|~~~)/gm, '\\$&')
    .replaceAll(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2')
}

function renderList(list: HtmlElement, between: TextBetween): string {
  const items: string[] = []
  for (const node of list.children) {
    const children = typeof node !== 'string' && node.name === 'li' ? node.children : [node]
    const isTight = children.every((child) => !isBlock(child) || child.name === 'ul' || child.name === 'ol')
    const content = renderBlocks(children, between, isTight ? '\n' : undefined)
    const marker = list.name === 'ol' ? `${items.length + 1}. ` : '- '
    if (content) items.push(prefixed(content, marker, ' '.repeat(marker.length)))
  }
  const isLoose = items.some((item) => item.includes('\n\n'))
  return items.join(isLoose ? '\n\n' : '\n')
}

function renderRow(cells: readonly HtmlNode[], between: TextBetween): string {
  const texts = cells.map((cell) => renderBlocks([cell], between).replaceAll(/\s*\n\s*/g, ' '))
  return texts.filter((text) => text !== '').join(' · ')
}

function renderCodeBlock(code: string): string {
  const content = code.replace(/^\n+/, '').trimEnd()
  const longestRun = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  return content && `${fence}\n${content}\n${fence}`
}

function renderInline(nodes: readonly HtmlNode[], between: TextBetween): string {
  const pieces: string[] = []
  for (const node of nodes) {
    const piece = typeof node === 'string' ? renderText(node, between) : renderElement(node, between)
    const before = pieces.at(-1)
    // Together they would be a picture.
    if (before?.endsWith('!') && piece.startsWith('[')) pieces[pieces.length - 1] = `${before.slice(0, -1)}\\!`
    pieces.push(piece)
  }
  return between === 'html' ? pieces.join('').replaceAll(/ {2,}/g, ' ') : pieces.join('')
}

function renderElement(element: HtmlElement, between: TextBetween): string {
  switch (element.name) {
    case 'br':
      return '\n'
    case 'img':
      return renderText(element.attributes.alt ?? '', between)
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return marked('*', renderInline(element.children, between))
    case 'strong':
    case 'b':
      return marked('**', renderInline(element.children, between))
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return renderCode(textOf(element, between))
    case 'a':
      return renderLink(element, between)
    default:
      return renderInline(element.children, between)
  }
}

function renderCode(code: string): string {
  const content = code.replaceAll(/\s+/g, ' ')
  if (content.trim() === '') return content
  const longestRun = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  const pad = longestRun > 0 ? ' ' : ''
  return `${fence}${pad}${content}${pad}${fence}`
}

function renderLink(element: HtmlElement, between: TextBetween): string {
  const label = renderInline(element.children, between)
  const url = URL.parse(element.attributes.href ?? '')
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol) || label.trim() === '') return label
  const [before, text, after] = surroundings(label.replaceAll(/\s*\n\s*/g, ' '))
  if (textOf(element, 'html').trim() === url.href) return `${before}<${url.href}>${after}`
  const target = /[()]/.test(url.href) ? `<${url.href}>` : url.href
  return `${before}[${text.replaceAll(/(?<!\\)(?:<(https?:[^>]*)>|\[([^\]]*)\]\([^)]*\))/g, '$1$2')}](${target})${after}`
}

/** Marks stand right at the words, else CommonMark does not see them. */
function marked(mark: string, text: string): string {
  const [before, inner, after] = surroundings(text)
  const isPlain = inner !== '' && !inner.includes('\n') && !inner.startsWith('*') && !inner.endsWith('*')
  return isPlain ? `${before}${mark}${inner}${mark}${after}` : text
}

function surroundings(text: string): [string, string, string] {
  const inner = text.trim()
  const start = text.indexOf(inner)
  return [text.slice(0, start), inner, text.slice(start + inner.length)]
}

function renderText(text: string, between: TextBetween): string {
  if (between === 'markdown') return text.replaceAll(/<(?=[a-z/!?])(?!https?:|mailto:|[\w.+-]+@)/gi, '\\<')
  return decodeCharacterReferences(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)/g, '\\$&')
}

function textOf(element: HtmlElement, between: TextBetween): string {
  const text = element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child, 'markdown')))
    .join('')
  return between === 'html' ? decodeCharacterReferences(text) : text
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n')
}
