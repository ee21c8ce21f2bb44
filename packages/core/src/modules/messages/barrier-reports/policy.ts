import { anybody, anyOf, hasRole, isSystem, type Predicate } from '../../../kernel/actor.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'barrier.report': null
    'barrier.answer': null
  }
}

export const barrierReportsPolicy = {
  /** Everybody may: the law asks for a way to report barriers that needs no account. */
  'barrier.report': anybody,
  'barrier.answer': anyOf(isSystem, hasRole('operator')),
} satisfies Record<string, Predicate>
