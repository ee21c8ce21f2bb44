/** Headers of a message or of one of its parts: names in lower case, the first value of each, unfolded. */
export type Headers = ReadonlyMap<string, string>

export type Part = { readonly headers: Headers; readonly body: string }

/** Reads fields as RFC 5322 writes them, one a line, continued by lines that begin with a blank. Other lines are left out. */
export function readFields(text: string): Headers {
  const fields = new Map<string, string>()
  let name = ''
  for (const line of text.split('\n')) {
    if (/^[ \t]/.test(line)) {
      if (name) fields.set(name, `${fields.get(name)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    const found = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : ''
    name = /^[!-9;-~]+$/.test(found) && !fields.has(found) ? found : ''
    if (name) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** Splits a message, or a part, at its first empty line. */
export function readPart(text: string): Part {
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n')
  if (end < 0) return { headers: readFields(text), body: '' }
  return { headers: readFields(text.slice(0, end)), body: text.slice(end).replace(/^\n{1,2}/, '') }
}

/** The media type in lower case and one of its parameters. */
export function readMediaType(headers: Headers, parameter: string): { type: string; value: string } {
  const [type = '', ...parameters] = (headers.get('content-type') ?? 'text/plain').split(';')
  const named = parameters.map((one) => one.trim()).find((one) => one.toLowerCase().startsWith(`${parameter}=`))
  return { type: type.trim().toLowerCase(), value: named?.slice(parameter.length + 1).replace(/^"|"$/g, '') ?? '' }
}

/** The parts of a multipart body (RFC 2046, section 5.1.1), without what stands before the first and after the last. */
export function splitParts(body: string, boundary: string): Part[] {
  if (!boundary) return []
  const parts: string[][] = []
  for (const line of body.split('\n')) {
    const mark = line.trimEnd()
    if (mark === `--${boundary}--`) break
    if (mark === `--${boundary}`) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts.map((lines) => readPart(lines.join('\n')))
}
