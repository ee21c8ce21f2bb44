import { anyOf, isOrganiser, isSystem, type Predicate } from '../../kernel/actor.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'archive.import': null
    'material.manage': { readonly editionId: string }
  }
}

export const libraryPolicy = {
  'archive.import': isSystem,
  'material.manage': anyOf(isOrganiser, isSystem),
} satisfies Record<string, Predicate>
