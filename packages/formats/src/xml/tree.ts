import { SaxesParser } from 'saxes'

/** An element with its own text; comments are left out, CDATA is text. */
export type XmlElement = {
  readonly name: string
  /** 1-based line where the start tag begins. */
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** The text directly inside, without that of the children. */
  text: string
  /** Content of the processing instructions directly inside, by target. */
  readonly instructions: Record<string, string>
}

export type XmlResult =
  | { readonly kind: 'read'; readonly root: XmlElement }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly line: number }

const maximumDepth = 32
const maximumAttributeLength = 64 * 1024

class Refusal extends Error {
  readonly code: string
  readonly line: number
  constructor(code: string, message: string, line: number) {
    super(message)
    this.code = code
    this.line = line
  }
}

/**
 * Reads a whole XML document into a tree. Refuses document types (so no entity but the five of XML and no outside file),
 * nesting deeper than 32 and attributes longer than 64 KiB. Never throws; the first thing wrong ends it.
 */
export function parseXml(text: string): XmlResult {
  const parser = new SaxesParser({ position: true })
  const building = watch(parser)
  try {
    parser.write(text.trimStart()).close()
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { kind: 'refused', code: cause.code, message: cause.message, line: cause.line + leadingLines(text) }
  }
  const root = building.root()
  if (root) return { kind: 'read', root: shiftLines(root, leadingLines(text)) }
  return { kind: 'refused', code: 'xml.malformed', message: 'The document has no element', line: 1 }
}

function watch(parser: SaxesParser<{ position: true }>): { root: () => XmlElement | null } {
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let line = 1
  parser.on('error', (error) => {
    throw new Refusal('xml.malformed', `Not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`, parser.line)
  })
  parser.on('doctype', () => {
    throw new Refusal('xml.doctype_refused', 'Document types and entities are not accepted', parser.line)
  })
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('attribute', ({ name, value }) => {
    if (value.length > maximumAttributeLength) {
      throw new Refusal('xml.attribute_too_long', `Attribute ${name.slice(0, 60)} is longer than 64 KiB`, line)
    }
  })
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes as Record<string, string>
    const element: XmlElement = { name: tag.name, line, attributes, children: [], text: '', instructions: {} }
    if (open.length >= maximumDepth) throw new Refusal('xml.too_deep', `Nested deeper than ${maximumDepth}`, line)
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (text: string) => {
    const parent = open.at(-1)
    if (parent) parent.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('processinginstruction', ({ target, body }) => {
    const parent = open.at(-1)
    if (parent) parent.instructions[target] = body
  })
  return { root: () => root }
}

/** Generators put blank lines before the declaration, which XML forbids; they are skipped but still counted. */
function leadingLines(text: string): number {
  return text.slice(0, text.length - text.trimStart().length).split('\n').length - 1
}

function shiftLines(element: XmlElement, by: number): XmlElement {
  if (by === 0) return element
  return { ...element, line: element.line + by, children: element.children.map((child) => shiftLines(child, by)) }
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All children of that name, in document order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}
