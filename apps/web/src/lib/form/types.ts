import type { Messages } from '#lib/messages/messages.ts'

/** What can be wrong with a field; the message of that name says it. */
export type Problem = keyof Messages['forms']['problems']

/** What a form holds, leaf by leaf: `name`, `motto.de`, `contacts.0.email`. All of it text, as a browser sends it. */
export type Values = Readonly<Record<string, string>>
export type Problems = Readonly<Record<string, Problem>>

/** What the name of a field may refer to, looked up while typing. */
export type ReferenceTarget = 'person' | 'organisation' | 'topic' | 'municipality'

export type Option = { readonly value: string; readonly label: string }

/** Something that a typed name may mean. `note` tells namesakes apart; `isExact`: it is called just that, by one of its names. */
export type Candidate = {
  readonly id: string
  readonly label: string
  readonly note: string | null
  readonly isExact: boolean
}

type Named = {
  /** Of the property in the schema's input; without dots. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** May stay empty. Fields are needed unless they say so. */
  readonly optional?: boolean
  /** What stands there before anybody has typed; a row that holds nothing else counts as empty. */
  readonly initial?: string
  /** How much room it takes in a row of fields. Default: all of it. */
  readonly width?: 'short' | 'half'
}

/** One line of text; the schema gets it trimmed, and nothing where it is empty. */
export type TextField = Named & {
  readonly kind: 'text'
  readonly type?: 'email' | 'tel' | 'url'
  readonly max?: number
  readonly lang?: string
}
/** Several lines. `markdown` brings a preview and the pictures of the series. */
export type LongField = Named & {
  readonly kind: 'long' | 'markdown'
  readonly rows?: number
  readonly max?: number
  readonly lang?: string
}
/** One entry for each line; the schema gets an array. */
export type LinesField = Named & { readonly kind: 'lines'; readonly rows?: number }
export type NumberField = Named & { readonly kind: 'number'; readonly min?: number; readonly max?: number }
/** `date`: YYYY-MM-DD; `time`: HH:MM. */
export type MomentField = Named & { readonly kind: 'date' | 'time' }
/** One of `options`; an optional one may also be none. */
export type SelectField = Named & { readonly kind: 'select'; readonly options: readonly Option[] }
/** Any number of `options`; the schema gets an array of their values. */
export type ChecksField = Named & { readonly kind: 'checks'; readonly options: readonly Option[] }
/** Yes or no; the schema gets a boolean. `initial: 'on'` is yes. */
export type CheckField = Named & { readonly kind: 'check' }
/** A text in German and English; the schema gets a `LocalizedText`. */
export type LocalizedField = Named & {
  readonly kind: 'localized'
  readonly as?: 'text' | 'long' | 'markdown'
  readonly rows?: number
  readonly max?: number
}
/** The accent of an edition, with its contrast. */
export type AccentField = Named & { readonly kind: 'accent' }
/** A colour as `#rrggbb`. */
export type ColourField = Named & { readonly kind: 'colour' }
/** Something else that is meant by its name; the schema gets its id. */
export type ReferenceField = Named & {
  readonly kind: 'reference'
  readonly to: ReferenceTarget
  /** A name that nobody bears yet may be sent as it is, in this property instead of the id. */
  readonly newAs?: string
}
/** Fields that belong together; the schema gets an object, or nothing where an optional one is empty. */
export type GroupField = Named & { readonly kind: 'group'; readonly fields: readonly Field[] }
/**
 * Any number of rows of `fields`, in their order; the schema gets an array of objects, without rows that are empty. A single
 * field named `value` stands for an array of plain values.
 */
export type RowsField = Named & {
  readonly kind: 'rows'
  readonly fields: readonly Field[]
  /** What the button says that adds a row. */
  readonly add: string
  /** Whether their order means something: then rows can be moved. */
  readonly ordered?: boolean
}

/** A file to send; it reaches the command beside the schema's input, which knows nothing of it. */
export type FileField = Named & { readonly kind: 'file'; readonly accept: string }

export type Field =
  | TextField
  | LongField
  | LinesField
  | NumberField
  | MomentField
  | SelectField
  | ChecksField
  | CheckField
  | LocalizedField
  | AccentField
  | ColourField
  | ReferenceField
  | GroupField
  | RowsField
  | FileField

/** A field as it stands in one form: with its full name (`contacts.0.email`). Groups and rows are opened. */
export type Leaf = { readonly path: string; readonly field: Field; readonly label: string }

/** What the form page needs beside the fields when something came back. */
export type FormState = {
  readonly values: Values
  readonly problems?: Problems
  /** For references that could not be told: what may be meant, by the path of the field. */
  readonly candidates?: Readonly<Record<string, readonly Candidate[]>>
  /** The Markdown field whose preview was asked for, with its text as HTML. */
  readonly preview?: { readonly path: string; readonly html: string }
  /** The field that the browser goes to: the first of a row just added. */
  readonly focus?: string
  readonly conflict?: Conflict
}

/** One field that differs between what somebody typed and what has been stored meanwhile. */
export type Difference = {
  readonly path: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
  /** Who has changed it since the form was opened. */
  readonly changedBy: 'me' | 'them' | 'both'
}

/** Two versions of the same thing. `revision` is that of the stored one. */
export type Conflict = {
  readonly revision: number
  readonly differences: readonly Difference[]
  readonly by: string | null
  /** Instant, ISO 8601. */
  readonly at: string | null
}
