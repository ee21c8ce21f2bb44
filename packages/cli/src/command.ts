import { type App, type OpenOptions, openApp } from '@fachtag/core/app/open'
import { type Actor, systemActor } from '@fachtag/core/kernel/actor'
import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import { readSettings } from '@fachtag/core/platform/config/read'
import type { Context } from '@fachtag/core/platform/context/types'
import type { Command } from 'commander'
import { say } from './terminal/language.ts'
import type { Terminal } from './terminal/terminal.ts'

/**
 * A file of `commands/` exports one of these, and `program.ts` lists it. It declares the command with commander
 * (description, arguments, options, examples) and an action that gets what it needs from `withApp`, talks through the
 * terminal and throws: a DomainError or UsageError becomes a sentence and an exit code in `main.ts`.
 */
export type AddCommand = (program: Command, terminal: Terminal) => void

/** The examples at the end of a command's help: what to type, and what it does. */
export function examples(...lines: readonly (readonly [typed: string, does: LocalizedText])[]): string {
  const width = Math.max(...lines.map(([typed]) => typed.length))
  const title = say({ de: 'Beispiele:', en: 'Examples:' })
  return `\n${title}\n${lines.map(([typed, does]) => `  ${typed.padEnd(width)}   ${say(does)}`).join('\n')}\n`
}

/**
 * Opens the product as the environment describes it, runs `work` as the system, and closes it again. Where Fachtag is
 * already running on the same data, its database is shared; else it is started for as long as `work` takes.
 */
export async function withApp<T>(
  work: (app: App, ctx: Context) => Promise<T>,
  options: OpenOptions = {},
  actor: Actor = systemActor,
): Promise<T> {
  const app = await openApp(readSettings(process.env), options)
  return work(app, app.ctx(actor)).finally(() => app.close())
}
