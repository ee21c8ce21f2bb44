/** What somebody entered into the form that publishes. */
export type Typed = {
  readonly name: string
  readonly note: string
  readonly line: string
  readonly mails: 'now' | 'review' | 'none'
  /** Persons whose mail was unticked. */
  readonly leftOut: readonly string[]
  readonly seenErrors: readonly string[]
  readonly seenStamp: string
}

const list = (text: FormDataEntryValue | null, by: string) =>
  String(text ?? '')
    .split(by)
    .filter(Boolean)
const line = (data: FormData, name: string, most: number) =>
  String(data.get(name) ?? '')
    .trim()
    .slice(0, most)

/** Reads that form. What was shown and not ticked is left out; what is no choice is the first one. */
export function readTyped(data: FormData): Typed {
  const ticked = new Set(data.getAll('tell'))
  const mails = data.get('mails')
  return {
    name: line(data, 'name', 100),
    note: line(data, 'note', 1000),
    line: line(data, 'line', 1000).replaceAll('\r\n', '\n'),
    mails: mails === 'review' || mails === 'none' ? mails : 'now',
    leftOut: list(data.get('shown'), ' ').filter((id) => !ticked.has(id)),
    seenErrors: list(data.get('seen'), '|'),
    seenStamp: String(data.get('stamp') ?? ''),
  }
}
