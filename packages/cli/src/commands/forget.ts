import { keepErased } from '@fachtag/core/app/erasures'
import { DomainError } from '@fachtag/core/kernel/errors'
import { forgetPerson } from '@fachtag/core/modules/privacy/erasure/commands'
import type { ErasureOutcome, ErasureReport } from '@fachtag/core/modules/privacy/erasure/types'
import { findSubjectKey } from '@fachtag/core/modules/privacy/subject/queries'
import { type AddCommand, examples, withApp } from '../command.ts'
import { say } from '../terminal/language.ts'

/** What `report` says, line by line. `isDone`: it has happened. */
export function tellErasure({ name, tables, mentions, hasNamesake }: ErasureReport, isDone: boolean): string[] {
  const head = isDone
    ? say({ de: `${name}: gelöscht.`, en: `${name}: erased.` })
    : say({ de: `${name}: Das würde gelöscht.`, en: `${name}: this would be erased.` })
  const rows = tables.map(({ table, count }) => `  ${table}: ${count}`)
  const open = say({
    de: `Texte anderer, in denen der Name steht; darüber entscheiden Sie (${mentions.length}):`,
    en: `Texts by others that contain the name; these are for you to decide about (${mentions.length}):`,
  })
  const namesake = say({
    de: 'Jemand anderes heißt genauso. Texte wurden deshalb nicht von selbst geändert.',
    en: 'Somebody else has the same name. For that reason no texts were changed automatically.',
  })
  return [
    head,
    ...rows,
    ...(mentions.length > 0 ? [open, ...mentions.map((one) => `  ${one.table} ${one.rowId}`)] : []),
    ...(hasNamesake ? [namesake] : []),
  ]
}

function tellOutcome(outcome: ErasureOutcome): string[] {
  if (outcome.kind !== 'last-operator') return tellErasure(outcome.report, outcome.kind === 'erased')
  return [
    say({
      de: 'Nicht gelöscht: Niemand sonst betreibt diese Site. Geben Sie erst jemand anderem diese Aufgabe.',
      en: 'Not erased: nobody else runs this site. Give somebody else this role first.',
    }),
  ]
}

export const addForget: AddCommand = (program, terminal) => {
  program
    .command('forget')
    .summary(say({ de: 'Alle Daten einer Person löschen', en: 'Erase all data of a person' }))
    .description(
      say({
        de: 'Löscht alles, was über eine Person gespeichert ist (Art. 17 DSGVO): Konto, Mails, Einwilligungen, Namen in veröffentlichten Programmen, Suche und Protokoll. Zahlen bleiben. Das lässt sich nicht rückgängig machen.',
        en: 'Erases everything that is stored about a person (Art. 17 GDPR): account, mails, consents, names in published programmes, search and log. Figures stay. This cannot be undone.',
      }),
    )
    .argument(
      '<person>',
      say({
        de: 'Kennung, Teil der Adresse oder E-Mail-Adresse der Person',
        en: 'id, part of the address, or e-mail address of the person',
      }),
    )
    .option('--dry-run', say({ de: 'nur sagen, was gelöscht würde', en: 'only say what would be erased' }))
    .addHelpText(
      'after',
      examples(
        ['fachtag forget ida-oehm --dry-run', { de: 'ansehen, was es trifft', en: 'see what it reaches' }],
        ['fachtag forget ida@stadt.example', { de: 'löschen', en: 'erase' }],
      ),
    )
    .action(async (person: string, { dryRun = false }: { dryRun?: boolean }) => {
      const outcome = await withApp(async (app, ctx) => {
        const key = await findSubjectKey(app.db, person)
        if (!key) throw new DomainError('person.not_found', { id: person })
        const done = await forgetPerson(ctx, key, { dryRun })
        await keepErased(app)
        return done
      })
      if (outcome.kind === 'last-operator') process.exitCode = 1
      terminal.result(outcome, tellOutcome)
    })
}
