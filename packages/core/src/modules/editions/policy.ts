import { anyOf, isOrganiser, isSystem, type Predicate } from '../../kernel/actor.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'series.manage': null
    'edition.manage': { readonly seriesId: string }
    'page.manage': null
  }
}

export const editionsPolicy = {
  'series.manage': anyOf(isOrganiser, isSystem),
  'edition.manage': anyOf(isOrganiser, isSystem),
  'page.manage': anyOf(isOrganiser, isSystem),
} satisfies Record<string, Predicate>
