import type { Levels } from './types.ts'

export interface LevelsTables {
  planning_levels: {
    edition_id: string
    levels: Partial<Levels>
  }
}

declare module '../../../../platform/database/tables.ts' {
  interface Tables extends LevelsTables {}
}
