import type { Values } from '#lib/form/types.ts'

/** A form as a browser has sent it. */
export type Sent = {
  readonly values: Values
  /** What the pressed button asks for; '' is to save. */
  readonly wish: string
  /** Of the version that was before the sender. */
  readonly revision: number | undefined
  /** Fingerprints of that version. */
  readonly opened: string | undefined
  /** The fields of which somebody took the other version. */
  readonly taken: ReadonlySet<string>
  /** The picture that was chosen for each Markdown field. */
  readonly images: Readonly<Record<string, string>>
  readonly file: File | undefined
}

const after = (entries: readonly (readonly [string, string])[], prefix: string) =>
  entries.flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : []))

/** Reads what was sent: names that begin with `_` are about the form itself. Line ends become one sign. */
export async function readSent(request: Request): Promise<Sent> {
  const data = [...(await request.formData())]
  const texts = data.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')] as const] : [],
  )
  const meta = Object.fromEntries(texts.filter(([name]) => name.startsWith('_')))
  const file = data.map(([, value]) => value).find((value) => value instanceof File && value.size > 0)
  return {
    values: Object.fromEntries(texts.filter(([name]) => !name.startsWith('_'))),
    wish: meta._do ?? '',
    revision: /^\d{1,9}$/.test(meta._revision ?? '') ? Number(meta._revision) : undefined,
    opened: meta._opened,
    taken: new Set(after(texts, '_take.').flatMap(([name, value]) => (value === 'theirs' ? [name] : []))),
    images: Object.fromEntries(after(texts, '_image.')),
    file: file instanceof File ? file : undefined,
  }
}
