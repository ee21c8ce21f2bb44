import type { GridRow } from '@fachtag/core/modules/programme/grid/types'
import { expect, it } from 'vitest'
import { cellArea, rowTemplate } from './grid-style.ts'

const row = (minutes: number, isGap = false): GridRow => ({ startsAt: '2031-11-05T09:00', minutes, isGap })
const size = (minutes: number) => `minmax(calc(${minutes}*var(--minute)),auto)`

it.each([
  ['only the head', [], 'var(--head)'],
  ['a row as tall as it is long', [row(20)], `var(--head) ${size(20)}`],
  ['a long row no taller than half an hour', [row(480)], `var(--head) ${size(30)}`],
  ['equal rows together', [row(5), row(5), row(5), row(10)], `var(--head) repeat(3,${size(5)}) ${size(10)}`],
  ['a gap folded', [row(5), row(600, true), row(5)], `var(--head) ${size(5)} var(--gap) ${size(5)}`],
])('rowTemplate: %s', (_, rows, expected) => {
  expect(rowTemplate(rows)).toBe(expected)
})

it('leaves room for the head and the times', () => {
  expect(cellArea({ id: 'x', rowStart: 1, rowEnd: 3, laneStart: 2, laneEnd: 4 })).toBe('2/3/4/5')
})
