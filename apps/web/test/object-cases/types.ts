import type { Problems, Values } from '#lib/form/types.ts'
import type { ObjectForm } from '#lib/server/forms/object-form.ts'
import type { Place } from '../workplace.ts'

/** The form of one kind of object, and what has to become of it. */
export type ObjectCase = {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: a form declares what its own schema gives
  readonly form: ObjectForm<any>
  /** Where the object is, or where one is added. */
  readonly place: Place
  /** The table that a new one is added to; missing where the object is always there. */
  readonly table?: string
  /** What is typed into it; `letters` tell several of them apart. All of it is shown again just like that. */
  typed(letters: string): Values
  /** The file that is sent with a new one. */
  readonly file?: Uint8Array<ArrayBuffer>
  /** What is said about the form with nothing in it, or with `emptied` in it where it already holds something. */
  readonly problems: Problems
  readonly emptied?: Values
  /** What two people type into the same field, by the path of what they have to choose between. */
  readonly fight: { readonly path: string; readonly mine: Values; readonly theirs: Values }
  /** What only one of them changes besides. */
  readonly apart: Values
  /** Places in which its id means nothing. */
  readonly strangers: readonly Place[]
}

/** The form that adds something which has another form afterwards. */
export type AddingCase = Pick<ObjectCase, 'name' | 'form' | 'place' | 'problems'> & {
  readonly typed: Values
  /** Where the browser goes when it has been added. */
  readonly goes: string
  /** What it says when that address is taken. */
  readonly taken: Problems
}
