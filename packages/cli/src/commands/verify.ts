import { verifyChanges } from '@fachtag/core/modules/messages/changes/verification/queries'
import type { Verification } from '@fachtag/core/modules/messages/changes/verification/types'
import { type AddCommand, examples, withApp } from '../command.ts'
import { exitCodes } from '../terminal/failure.ts'
import { say } from '../terminal/language.ts'
import { verificationLines } from '../verification/report.ts'

type Options = { readonly expect?: string }

export const addVerify: AddCommand = (program, terminal) => {
  program
    .command('verify')
    .summary(
      say({
        de: 'Prüfen, ob das Protokoll der Änderungen unverändert ist',
        en: 'Check that the log of changes is as it was written',
      }),
    )
    .description(
      say({
        de: 'Geht die Kette aller Änderungen von der ersten an durch und nennt die erste, die nicht passt: verändert, herausgenommen, eingefügt. Zum Schluss steht die Prüfsumme der letzten Änderung. Notieren Sie sie an einem anderen Ort: Nur damit fällt auf, wenn das Ende fehlt oder alles neu geschrieben wurde. Der Rückgabewert ist 1, wenn etwas nicht passt.',
        en: 'Walks along the chain of all changes from the first on and names the first that does not fit: altered, taken out, put in. Last comes the hash of the last change. Write it down in another place: only with it does it show when the end is missing or everything was written anew. The exit code is 1 when something does not fit.',
      }),
    )
    .option(
      '--expect <hash>',
      say({ de: 'Prüfsumme, die früher notiert wurde', en: 'hash that was written down earlier' }),
    )
    .addHelpText(
      'after',
      examples(
        ['fachtag verify', { de: 'auch während „fachtag serve“ läuft', en: 'also while “fachtag serve” is running' }],
        [
          'fachtag verify --expect 5f1c…',
          { de: 'gegen die notierte Prüfsumme', en: 'against the hash that was written down' },
        ],
      ),
    )
    .action(async ({ expect }: Options) => {
      const found: Verification = await withApp((_app, ctx) => verifyChanges(ctx, expect))
      terminal.result({ ok: found.problem === null, ...found }, () => verificationLines(found))
      if (found.problem) process.exitCode = exitCodes.failed
    })
}
