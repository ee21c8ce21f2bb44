import { parseArgs } from 'node:util'
import { sets } from './planner-sets.ts'
import { type Figure, formatFigure, judgeReport, printReport } from './report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cpu: { type: 'string' },
    seeds: { type: 'string' },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

function refuse(what: string): never {
  console.error(`${what} Sets: ${Object.keys(sets).join(', ')}. Options: --cpu SECONDS --seeds N --short --json`)
  process.exit(2)
}

function positive(name: 'cpu' | 'seeds'): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  return Number(text) > 0 ? Number(text) : refuse(`--${name} expects a number above 0, not ${text}.`)
}

const unknown = positionals.filter((name) => !Object.hasOwn(sets, name))
if (unknown.length > 0) refuse(`No set ${unknown.join(', ')}.`)
const settings = { cpu: positive('cpu'), seeds: positive('seeds'), short: values.short }
const figures: Figure[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(sets)) {
  const { source, run } = sets[name]!
  if (!values.json) console.log(`# ${name}: ${source}`)
  for (const figure of await run(settings)) {
    figures.push(figure)
    if (!values.json) console.log(formatFigure(figure))
  }
}
if (values.json) printReport('planner', figures, true)
else judgeReport(figures)
