import { access, constants, open, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { defaults, readOptions, type Typed } from '@fachtag/planner/cli/arguments'
import { ProblemFile } from '@fachtag/planner/cli/problem-file'
import { familyOf, run } from '@fachtag/planner/cli/run'
import { type AddCommand, examples } from '../command.ts'
import { UsageError } from '../terminal/failure.ts'
import { say } from '../terminal/language.ts'
import { tellPlan } from '../terminal/plan-sentences.ts'
import type { Terminal } from '../terminal/terminal.ts'

const summary = { de: 'Ein Programm aus einer Datei planen', en: 'Plan a programme from a file' }
const description = {
  de:
    'Plant ohne Datenbank, was in einer Datei steht: eine Konferenz oder das Konferenzbeispiel von Timefold als JSON, eine Konferenz von CoSPLib als .xlsx, oder ein Stundenplan der ITC 2002/2007 als .tim, der als .sln herauskommt. ' +
    'Dieselbe Datei mit derselben Zahl für --seed gibt denselben Plan. Was eine unabhängige Prüfung zum Plan sagt, steht auf der Fehlerausgabe.',
  en:
    'Plans without a database what a file holds: a conference or the conference example of Timefold as JSON, a conference of CoSPLib as .xlsx, or a timetable of ITC 2002/2007 as .tim, which comes out as .sln. ' +
    'The same file with the same number for --seed gives the same plan. What an independent checker says of the plan goes to standard error.',
}

function cpuClock(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Throws what writing would throw, before a plan is lost to it. */
async function requireWritable(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await access(dirname(path), constants.W_OK)
  }
}

function requireText(problem: string, bytes: Uint8Array): void {
  if (familyOf(new ProblemFile(problem, bytes)).writes === 'text') return
  throw new UsageError(
    say({ de: 'Dieses Format braucht eine Datei: --out nennt sie.', en: 'This format needs a file: --out names it.' }),
  )
}

async function plan(terminal: Terminal, problem: string, typed: Typed): Promise<void> {
  const options = readOptions(problem, typed)
  const bytes = await readFile(problem)
  if (options.out === undefined) requireText(problem, bytes)
  else await requireWritable(options.out)
  const outcome = await run(bytes, options, cpuClock)
  const told = outcome.report.map(tellPlan)
  const report = told.map(say)
  if (options.out !== undefined) {
    const file = options.out
    await writeFile(file, outcome.plan)
    terminal.result({ file, report }, () => [...report, file])
    return
  }
  const content = String(outcome.plan)
  for (const line of told) terminal.note(line)
  terminal.result({ plan: content, report }, () => [content.trimEnd()])
}

export const addPlan: AddCommand = (program, terminal) => {
  program
    .command('plan')
    .summary(say(summary))
    .description(say(description))
    .argument('<problem>', say({ de: 'Datei mit dem Problem', en: 'file with the problem' }))
    .option('--cpu <seconds>', say({ de: 'Rechenzeit in Sekunden', en: 'seconds of computing time' }), defaults.cpu)
    .option('--work <units>', say({ de: 'feste Arbeit statt Zeit: überall derselbe Plan', en: 'fixed work in place of time: the same plan everywhere' }))
    .option('--seed <number>', say({ de: 'Anfang der Zufallszahlen', en: 'where the random numbers begin' }), defaults.seed)
    .option('--out <file>', say({ de: 'Datei statt der Standardausgabe', en: 'file instead of standard output' }))
    .option('--repair', say({ de: 'Veröffentlichtes stehen lassen, so wenig wie möglich verlegen', en: 'keep what is published, move as few sessions as possible' }), false)
    .option('--report', say({ de: 'jeden Wunsch einzeln berichten', en: 'report wish by wish' }), false)
    .addHelpText(
      'after',
      examples(
        ['fachtag plan problem.json --cpu 10 --seed 1 --out plan.json --report', { de: 'eine Konferenz', en: 'a conference' }],
        ['fachtag plan comp-2007-2-1.tim --cpu 60 --out comp-2007-2-1.sln', { de: 'ein Stundenplan', en: 'a timetable' }],
      ),
    )
    .action((problem: string, typed: Typed) => plan(terminal, problem, typed))
} // biome-ignore format: one option a line reads as a table
