/** Content of an element: text (escaped here) and elements made by `element`. */
export type XmlContent = string | XmlFragment

/** XML that is already escaped. */
export class XmlFragment {
  readonly xml: string
  constructor(xml: string) {
    this.xml = xml
  }
}

/** An element with its attributes (absent ones are left out) and content; names are the caller's own, never input. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  content: readonly (XmlContent | undefined)[] = [],
): XmlFragment {
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeXml(String(value)).replaceAll('"', '&quot;')}"`
  }
  let inner = ''
  let hasElements = false
  for (const part of content) {
    if (part === undefined || part === '') continue
    hasElements ||= typeof part !== 'string'
    inner += typeof part === 'string' ? escapeXml(part) : `\n${part.xml}`
  }
  return new XmlFragment(inner === '' ? `${tag}/>` : `${tag}>${inner}${hasElements ? '\n' : ''}</${name}>`)
}

/** An element only when there is text for it. */
export function optional(name: string, text: string | number | undefined): XmlFragment | undefined {
  return text === undefined || text === '' ? undefined : element(name, {}, [String(text)])
}

/** A document in UTF-8 around its root. */
export function xmlDocument(root: XmlFragment): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

/** Escapes markup; characters that XML 1.0 cannot hold (section 2.2) are left out, `\r` would be read as `\n`. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
