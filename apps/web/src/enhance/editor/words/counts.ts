import type { Severity, Warning } from '@fachtag/core/modules/programme/warnings/types'
import type { Texts } from './texts.ts'

const ranks: readonly Severity[] = ['error', 'warning', 'hint']

/** "2 Fehler, 1 Hinweis"; says so where there is nothing. */
export function tellCounts(warnings: readonly Pick<Warning, 'severity'>[], { editor: t }: Texts): string {
  const parts = ranks.flatMap((severity) => {
    const count = warnings.filter((warning) => warning.severity === severity).length
    return count > 0 ? [t.severities[severity](count)] : []
  })
  return parts.length > 0 ? parts.join(', ') : t.noWarnings
}
