import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Circumstances } from '../../circumstances/types.ts'
import type { BoardChange, MoveRefusal } from '../../moves/types.ts'
import type { Programme } from '../../types.ts'
import type { Warning } from '../../warnings/types.ts'

/** What moves would do, before they are done. */
export type MovesPreview =
  | {
      readonly kind: 'planned'
      readonly changes: readonly BoardChange[]
      /** Warnings that would come, the gravest first, and how many would go. */
      readonly appeared: readonly Warning[]
      readonly gone: number
      readonly programme: Programme
      /** With the slots that there would be. */
      readonly circumstances: Circumstances
      readonly topics: ReadonlyMap<string, LocalizedText>
    }
  | MoveRefusal
