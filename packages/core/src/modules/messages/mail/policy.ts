import { anybody, anyOf, hasRole, isSystem, organises, type Predicate } from '../../../kernel/actor.ts'
import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'mail.manage': SeriesScope | EditionScope
    'mail.rewrite': SeriesScope
    'mail.unsubscribe': null
    'mail.deliver': null
  }
}

export const mailPolicy = {
  /** The outbox, and letters to groups. */
  'mail.manage': anyOf(organises, hasRole('programme')),
  /** The texts that all editions of a series share. */
  'mail.rewrite': organises,
  /** What proves the right is the link, which only the owner of the address was sent. */
  'mail.unsubscribe': anybody,
  'mail.deliver': isSystem,
} satisfies Record<string, Predicate>
