import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import type { ProblemKind, Verification } from '@fachtag/core/modules/messages/changes/verification/types'
import { say } from '../terminal/language.ts'

const problems: Readonly<Record<ProblemKind, LocalizedText>> = {
  altered: {
    de: 'Änderung {number} ist nachträglich verändert worden',
    en: 'Change {number} has been altered afterwards',
  },
  missing: { de: 'Änderung {number} fehlt', en: 'Change {number} is missing' },
  inserted: {
    de: 'Es gibt Einträge, die nie zur Kette gehört haben',
    en: 'There are entries that have never been part of the chain',
  },
  emptied: {
    de: 'Der Inhalt von Änderung {number} fehlt, ohne dass eine Löschung dazu vermerkt ist',
    en: 'The content of change {number} is gone without the record of an erasure',
  },
  cut: {
    de: 'Die notierte Prüfsumme kommt nicht mehr vor: Das Ende fehlt, oder das Protokoll wurde neu geschrieben',
    en: 'The hash that was written down does not occur any more: the end is missing, or the log was written anew',
  },
}

/** What the terminal says about a verified log, line by line. */
export function verificationLines({ changes, rows, erased, head, problem }: Verification): string[] {
  const counted = say({
    de: `${changes} Änderungen mit ${rows} Einträgen passen, davon ${erased} mit gelöschtem Inhalt`,
    en: `${changes} changes with ${rows} entries fit, ${erased} of these with erased content`,
  })
  const place = problem && [problem.changeId, problem.table].filter((one) => one !== null).join(', ')
  return [
    `${problem ? '!' : '✓'} ${counted}`,
    ...(problem
      ? [`✗ ${say(problems[problem.kind]).replace('{number}', `${problem.number}`)}${place ? ` (${place})` : ''}`]
      : []),
    ...(head
      ? [
          say({
            de: `Prüfsumme der Änderung ${head.number}: ${head.hash}`,
            en: `Hash of change ${head.number}: ${head.hash}`,
          }),
        ]
      : []),
  ]
}
