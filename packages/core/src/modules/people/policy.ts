import { anyOf, isOrganiser, isSystem, type Predicate } from '../../kernel/actor.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'register.import': null
    'person.manage': null
    'organisation.manage': null
  }
}

export const peoplePolicy = {
  'register.import': isSystem,
  'person.manage': anyOf(isOrganiser, isSystem),
  'organisation.manage': anyOf(isOrganiser, isSystem),
} satisfies Record<string, Predicate>
