import { anybody, type Predicate } from '../../../kernel/actor.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'bookmark.count': null
  }
}

export const bookmarksPolicy = {
  /** Marking sessions needs no account, and neither does having them counted. */
  'bookmark.count': anybody,
} satisfies Record<string, Predicate>
