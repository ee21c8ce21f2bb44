import { anyOf, isOrganiser, isSystem, type Predicate } from '../../kernel/actor.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'programme.edit': { readonly editionId: string }
    'programme.publish': { readonly editionId: string }
  }
}

export const programmePolicy = {
  'programme.edit': anyOf(isOrganiser, isSystem),
  'programme.publish': anyOf(isOrganiser, isSystem),
} satisfies Record<string, Predicate>
