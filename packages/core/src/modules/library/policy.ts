import { anyOf, hasRole, isSystem, organises, type Predicate } from '../../kernel/actor.ts'
import type { EditionScope } from '../../kernel/scope.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'archive.import': null
    'material.manage': EditionScope
    'recap.manage': EditionScope
  }
}

export const libraryPolicy = {
  'archive.import': isSystem,
  /** Slides, recordings and what else remains of an edition. */
  'material.manage': anyOf(organises, hasRole('programme', 'editor')),
  /** The report about an edition and about its sessions. */
  'recap.manage': anyOf(organises, hasRole('editor')),
} satisfies Record<string, Predicate>
