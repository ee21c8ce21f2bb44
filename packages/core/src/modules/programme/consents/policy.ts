import { anyOf, hasRole, organises, ownsAccount, type Predicate } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'consent.decide_own': { readonly accountId: string }
    'consent.view': EditionScope
    'consent.note': EditionScope
  }
}

const looksAfterSpeakers = anyOf(organises, hasRole('programme'))

export const consentsPolicy = {
  /** Everybody decides for themselves, with or without a second factor: it must be as easy to revoke as to give (Art. 7 (3) GDPR). */
  'consent.decide_own': ownsAccount,
  'consent.view': looksAfterSpeakers,
  'consent.note': looksAfterSpeakers,
} satisfies Record<string, Predicate>
