import type { Messages } from '#lib/messages/messages.ts'

/** A way through the workplace: the route it leads to, which also says who may go there, and what it is called. */
export type Entry = {
  readonly route: string
  readonly label: keyof Messages['workplace']['entries']
  /** The part of an edition's work it belongs to; the edition itself where nothing is said. */
  readonly part?: EditionPart
}

/** What there is so much of in an edition that it stands under a heading of its own. */
export type EditionPart = keyof Messages['workplace']['parts']

/** A link as the navigation shows it; `path` is a German address. */
export type NavigationLink = { readonly path: string; readonly name: string }

/** What frames a page of the workplace. */
export type WorkplaceFrame = {
  readonly trail: readonly NavigationLink[]
  /** Links by the place they are about: the edition and its parts first, then its series, then everything. */
  readonly groups: readonly NavigationGroup[]
}

export type NavigationGroup = {
  readonly name: string
  readonly links: readonly NavigationLink[]
  /** Of the place that one is at; the others wait to be opened. */
  readonly isNear: boolean
}

/** One choice in the form that narrows a list; `chosen` is the value that the list is narrowed to now. */
export type FilterChoice = {
  readonly name: string
  readonly label: string
  /** What stands for no choice. */
  readonly any: string
  readonly chosen: string | null | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
