import type { ArchiveImport, ArchiveKind } from '@fachtag/core/modules/library/archive/types'
import { say } from '../terminal/language.ts'

const kinds: Record<ArchiveKind, { readonly de: string; readonly en: string }> = {
  series: { de: 'Reihe', en: 'series' },
  source: { de: 'Quelle', en: 'source' },
  organisation: { de: 'Organisation', en: 'organisation' },
  person: { de: 'Person', en: 'person' },
  topic: { de: 'Thema', en: 'topic' },
  news: { de: 'Meldung', en: 'news' },
  page: { de: 'Seite', en: 'page' },
  edition: { de: 'Ausgabe', en: 'edition' },
  session: { de: 'Programmpunkt', en: 'session' },
}

const signs = { added: '+', changed: '~', removed: '-' } as const

/** What the import of an archive did, for a person at a terminal. */
export function archiveLines(outcome: ArchiveImport): string[] {
  if (outcome.kind === 'unchanged') return [say({ de: 'Es ändert sich nichts.', en: 'Nothing changes.' })]
  const lines = outcome.changes.map(({ change, kind, key }) => `${signs[change]} ${say(kinds[kind])} ${key}`)
  const end =
    outcome.kind === 'planned'
      ? { de: 'Probelauf: nichts wurde geschrieben.', en: 'Dry run: nothing was written.' }
      : { de: `${lines.length} Änderungen geschrieben.`, en: `${lines.length} changes written.` }
  return [...lines, say(end)]
}
