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
const unknown = positionals.filter((name) => !(name in sets))
if (unknown.length > 0) {
  console.error(
    `No set ${unknown.join(', ')}. Sets: ${Object.keys(sets).join(', ')}. Options: --cpu SECONDS --seeds N --short --json`,
  )
  process.exit(2)
}
const settings = {
  cpu: values.cpu === undefined ? undefined : Number(values.cpu),
  seeds: values.seeds === undefined ? undefined : Number(values.seeds),
  short: values.short,
}
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
