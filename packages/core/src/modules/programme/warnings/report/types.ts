import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Circumstances } from '../../circumstances/types.ts'
import type { Programme } from '../../types.ts'
import type { SortedWarnings } from '../acceptance/rules.ts'
import type { Severity, WarningKind } from '../types.ts'

/** Which warnings are looked at. What is left out asks for nothing. */
export type WarningFilter = {
  readonly severity?: Severity | undefined
  readonly kind?: WarningKind | undefined
  /** Those that can be seen at a session of this track. */
  readonly trackId?: string | undefined
}

/** The warnings of a draft, with all that it takes to put them into words. */
export type WarningReport = SortedWarnings & {
  readonly programme: Programme
  readonly circumstances: Circumstances
  /** Id of a topic that the programme has → its name. */
  readonly topics: ReadonlyMap<string, LocalizedText>
  /** Id of an account that has accepted something → what its owner is called. */
  readonly accounts: ReadonlyMap<string, string>
}
