/** What a figure must reach. `target` in the output reads "≤ 30" or "≥ 0.8". */
export type Bound = { readonly atMost: number } | { readonly atLeast: number }

/** One measured figure. `target` and `ok` are null where the figure only informs. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target: string | null
  readonly ok: boolean | null
}

/** How a benchmark was called: `--short` ends within 50 seconds, `--json` prints one JSON object as the last line. */
export type BenchArguments = { readonly short: boolean; readonly json: boolean }

export function readArguments(words: readonly string[] = process.argv.slice(2)): BenchArguments {
  return { short: words.includes('--short'), json: words.includes('--json') }
}

/** A figure rounded to four significant digits, judged (unrounded) against `bound` if there is one. */
export function figure(name: string, value: number, unit: string, bound?: Bound): Figure {
  const rounded = Number(value.toPrecision(4))
  if (!bound) return { name, value: rounded, unit, target: null, ok: null }
  return 'atMost' in bound
    ? { name, value: rounded, unit, target: `≤ ${bound.atMost}`, ok: value <= bound.atMost }
    : { name, value: rounded, unit, target: `≥ ${bound.atLeast}`, ok: value >= bound.atLeast }
}

/** The value below which the share `q` (0 to 1) of `values` lies, by the nearest-rank method. NaN for no values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

/** One figure as a line, with its target and whether it is reached. */
export function formatFigure(entry: Figure): string {
  const value = `${entry.value} ${entry.unit}`.trim().padStart(16)
  const verdict = entry.ok === null ? '' : `  ${entry.target} ${entry.ok ? 'ok' : 'MISSED'}`
  return `${entry.name.padEnd(52)}${value}${verdict}`
}

/** The figures as text for people or, with `json`, as the one JSON object that tools read. */
export function formatReport(bench: string, figures: readonly Figure[], json: boolean): string {
  return json ? JSON.stringify({ bench, figures }) : [`# ${bench}`, ...figures.map(formatFigure)].join('\n')
}

/** Makes the process fail when a target was missed. */
export function judgeReport(figures: readonly Figure[]): void {
  if (figures.some((entry) => entry.ok === false)) process.exitCode = 1
}

/** Prints the report as the last thing, and judges it. */
export function printReport(bench: string, figures: readonly Figure[], json: boolean): void {
  process.stdout.write(`${formatReport(bench, figures, json)}\n`)
  judgeReport(figures)
}
