import type { Messages } from '#lib/messages/messages.ts'

/** A way through the workplace: the route it leads to, which also says who may go there, and what it is called. */
export type Entry = {
  readonly route: string
  readonly label: keyof Messages['workplace']['entries']
}

/** A link as the navigation shows it; `path` is a German address. */
export type NavigationLink = { readonly path: string; readonly name: string }

/** What frames a page of the workplace. */
export type WorkplaceFrame = {
  readonly trail: readonly NavigationLink[]
  /** Links by the place they are about: the edition first, then its series, then everything. */
  readonly groups: readonly { readonly name: string; readonly links: readonly NavigationLink[] }[]
}
