import type { ZodType } from 'zod'
import type { Field, Problems } from '#lib/form/types.ts'
import type { Messages } from '#lib/messages/messages.ts'

/** What a form needs of a request; any page's own event fits. */
export type ObjectEvent = {
  readonly locals: App.Locals
  readonly params: Readonly<Partial<Record<string, string>>>
  readonly url: URL
  readonly request: Request
}

export type ObjectLink = { readonly path: string; readonly name: string }

/** Something that may be done with a stored object by one press of a button, such as publishing it. */
export type ObjectStep = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isMain?: boolean
}

/** What depends on an object, so that it cannot be deleted; with the way there. */
export type ObjectUse = { readonly name: string; readonly path?: string | undefined }

/** An object as it is stored. */
export type Stored = {
  /** Under which its history is kept, where the address has no `[id]`: that of the edition or series that it is a part of. */
  readonly id?: string | undefined
  /** In the shape of the schema's input. */
  readonly input: object
  readonly title: string
  /** Missing where nothing counts its versions. */
  readonly revision?: number | undefined
  /** What the ids of its references are called. */
  readonly names?: Readonly<Record<string, string>>
  readonly badge?: { readonly kind: 'info' | 'success' | 'warning'; readonly text: string } | undefined
  readonly links?: readonly ObjectLink[]
  readonly steps?: readonly ObjectStep[]
}

export type Saved =
  /** `path`: the German address to go on to. */
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly problems: Problems }

export type Removed =
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'in-use' }

/** Everything that makes a page of the workplace for one kind of object. `objectPage` makes the page of it. */
export type ObjectForm<Input> = {
  readonly schema: ZodType<Input>
  /** Titles and buttons. */
  readonly texts: (t: Messages) => { readonly create: string; readonly submit?: string }
  /** The fields, also of a new object (`stored` is null). */
  fields(event: ObjectEvent, stored: Stored | null): readonly Field[] | Promise<readonly Field[]>
  /** The object that the address names; null where there is none. Not asked for the address of a new one. */
  find(event: ObjectEvent): Promise<Stored | null>
  /** What stands in the form of a new object, where that is more than what its fields begin with. */
  fresh?(event: ObjectEvent): object | Promise<object>
  /** Calls the command. `revision`: of the version that was before the writer; undefined for a new object. */
  save(event: ObjectEvent, input: Input, revision: number | undefined, file: File | undefined): Promise<Saved>
  /** What stands in the way of deleting it. */
  uses?(event: ObjectEvent): Promise<readonly ObjectUse[]>
  remove?(event: ObjectEvent, revision: number | undefined): Promise<Removed>
  /** Does one of the steps that `find` has offered. */
  take?(event: ObjectEvent, step: string, revision: number | undefined): Promise<Saved>
}

/** Whether the address is that of a new object: its last part is `neu`. */
export const isNew = ({ url }: ObjectEvent): boolean => url.pathname.endsWith('/neu')
