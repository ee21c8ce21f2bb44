import { anyOf, isOrganiser, isSystem, type Predicate } from '../../kernel/actor.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'register.import': null
    'organisation.manage': null
  }
}

export const peoplePolicy = {
  'register.import': isSystem,
  'organisation.manage': anyOf(isOrganiser, isSystem),
} satisfies Record<string, Predicate>
