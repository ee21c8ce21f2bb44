import type { GridCell, GridRow } from '@fachtag/core/modules/programme/grid/types'

/** Longer rows do not get taller: an hour in which one workshop runs is no empty page. */
const tallestMinutes = 30

function rowSize(row: GridRow): string {
  if (row.isGap) return 'var(--gap)'
  return `minmax(calc(${Math.min(row.minutes, tallestMinutes)}*var(--minute)),auto)`
}

/** `grid-template-rows` for a head and these rows: at least as tall as they are long, as tall as their content needs. */
export function rowTemplate(rows: readonly GridRow[]): string {
  const runs: { size: string; count: number }[] = []
  for (const size of rows.map(rowSize)) {
    const last = runs.at(-1)
    if (last?.size === size) last.count++
    else runs.push({ size, count: 1 })
  }
  return ['var(--head)', ...runs.map(({ size, count }) => (count === 1 ? size : `repeat(${count},${size})`))].join(' ')
}

/** `grid-area` of a cell below the head and beside the times. */
export function cellArea(cell: GridCell): string {
  return `${cell.rowStart + 1}/${cell.laneStart + 1}/${cell.rowEnd + 1}/${cell.laneEnd + 1}`
}
