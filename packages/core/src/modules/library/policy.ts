import { isSystem, type Predicate } from '../../kernel/actor.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'archive.import': null
  }
}

export const libraryPolicy = {
  'archive.import': isSystem,
} satisfies Record<string, Predicate>
