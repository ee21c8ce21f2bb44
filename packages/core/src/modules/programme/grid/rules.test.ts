import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseColumns, isForAll, layOut, wallMinutes, wallTimeOf } from './rules.ts'
import type { Grid, GridCell, GridItem } from './types.ts'

const at = (time: string) => `2031-11-05T${time}`

function item(id: string, time: string, durationMinutes: number | null, columnId: string | null, isForAll = false) {
  return { id, startsAt: at(time), durationMinutes, columnId, isForAll } satisfies GridItem
}

const cellsOf = (grid: Grid) => grid.bands.flatMap((band) => band.cells)

function cell(grid: Grid, id: string): GridCell {
  return cellsOf(grid).find((one) => one.id === id)!
}

describe('layOut', () => {
  it('gives each track a column in the given order and a row per real boundary', () => {
    const grid = layOut(
      [item('b1', '10:00', 45, 'b'), item('a1', '10:00', 90, 'a'), item('b2', '10:45', 45, 'b')],
      ['a', 'b', 'unused'],
    )
    expect(grid.columns).toEqual([
      { id: 'a', firstLane: 1, lanes: 1 },
      { id: 'b', firstLane: 2, lanes: 1 },
    ])
    expect(grid.rows).toEqual([
      { startsAt: at('10:00'), minutes: 45, isGap: false },
      { startsAt: at('10:45'), minutes: 45, isGap: false },
    ])
    expect(cell(grid, 'a1')).toEqual({ id: 'a1', rowStart: 1, rowEnd: 3, laneStart: 1, laneEnd: 2 })
    expect(cell(grid, 'b2')).toEqual({ id: 'b2', rowStart: 2, rowEnd: 3, laneStart: 2, laneEnd: 3 })
    expect(grid.bands.map((band) => [band.startsAt, band.rowStart, band.rowEnd])).toEqual([
      [at('10:00'), 1, 2],
      [at('10:45'), 2, 3],
    ])
    expect(grid.bands[0]!.cells.map((one) => one.id)).toEqual(['a1', 'b1'])
  })

  it('runs a plenary across all columns', () => {
    const grid = layOut(
      [item('open', '09:00', 30, null, true), item('a1', '09:30', 30, 'a'), item('b1', '09:30', 30, 'b')],
      ['a', 'b'],
    )
    expect(cell(grid, 'open')).toMatchObject({ laneStart: 1, laneEnd: 3 })
    expect(grid.columns.map((column) => column.id)).toEqual(['a', 'b'])
  })

  it('runs a break across the columns that are free, where a workshop goes on beside it', () => {
    const talks = ['a', 'b'].map((column) => item(`${column}1`, '09:30', 45, column))
    const grid = layOut(
      [...talks, item('work', '09:30', 120, 'c'), item('break', '10:15', 30, null, true)],
      ['a', 'b', 'c'],
    )
    expect(cell(grid, 'break')).toMatchObject({ laneStart: 1, laneEnd: 3 })
    expect(grid.columns).toHaveLength(3)
  })

  it('runs two common sessions at one time side by side where there is room for both', () => {
    const talks = ['a', 'b', 'c', 'd'].map((column) => item(`${column}1`, '09:00', 30, column))
    const [one, two] = [item('one', '09:30', 30, null, true), item('two', '09:30', 30, null, true)]
    const grid = layOut([...talks, one, two], ['a', 'b', 'c', 'd'])
    expect(cell(grid, 'one')).toMatchObject({ laneStart: 1, laneEnd: 5 })
    expect(cell(grid, 'two')).toMatchObject({ laneStart: 5, laneEnd: 6 })
  })

  it('puts what is for all into a column of its own where no two free columns lie side by side', () => {
    const grid = layOut([item('desk', '09:00', 120, null, true), item('a1', '09:30', 30, 'a')], ['a'])
    expect(grid.columns.map((column) => column.id)).toEqual(['a', null])
    expect(cell(grid, 'desk')).toMatchObject({ laneStart: 2, laneEnd: 3, rowStart: 1, rowEnd: 4 })
  })

  it('splits a column where its sessions overlap, and only as far as needed', () => {
    const grid = layOut(
      [
        item('x', '10:00', 60, 'a'),
        item('y', '10:30', 60, 'a'),
        item('z', '11:00', 30, 'a'),
        item('b', '10:00', 30, 'b'),
      ],
      ['a', 'b'],
    )
    expect(grid.columns).toEqual([
      { id: 'a', firstLane: 1, lanes: 2 },
      { id: 'b', firstLane: 3, lanes: 1 },
    ])
    expect([cell(grid, 'x').laneStart, cell(grid, 'y').laneStart, cell(grid, 'z').laneStart]).toEqual([1, 2, 1])
  })

  it('folds the time in which nothing happens', () => {
    const grid = layOut([item('am', '09:00', 60, 'a'), item('pm', '19:00', 60, 'a')], ['a'])
    expect(grid.rows.map((row) => [row.minutes, row.isGap])).toEqual([
      [60, false],
      [540, true],
      [60, false],
    ])
  })

  it('draws a session of unknown duration for half an hour, or until the next one in its column', () => {
    const grid = layOut([item('x', '10:00', null, 'a'), item('y', '10:20', null, 'a'), item('z', '10:00', 60, 'b')], [])
    expect(grid.rows.map((row) => row.startsAt.slice(11))).toEqual(['10:00', '10:20', '10:50'])
    expect(grid.columns.map((column) => column.lanes)).toEqual([1, 1])
  })

  it('keeps counting after midnight', () => {
    const late = { ...item('late', '23:30', 90, 'a') }
    const night = { ...item('night', '00:30', 30, 'b'), startsAt: '2031-11-06T00:30' }
    const grid = layOut([night, late], ['a', 'b'])
    expect(grid.rows.map((row) => row.startsAt)).toEqual([at('23:30'), '2031-11-06T00:30'])
  })

  it('is empty for no sessions', () => {
    expect(layOut([], ['a'])).toEqual({ columns: [], lanes: 1, rows: [], bands: [] })
  })
})

const anyItems = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 10_000 }).map(String),
    startsAt: fc.integer({ min: 0, max: 200 }).map((n) => wallTimeOf(wallMinutes(at('08:00')) + n * 5)),
    durationMinutes: fc.option(fc.integer({ min: 1, max: 300 })),
    columnId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    isForAll: fc.boolean(),
  }),
  { selector: (one) => one.id, maxLength: 40 },
)

describe('layOut, whatever the programme', () => {
  it('shows every session exactly once, at the row of its start, inside the grid', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const grid = layOut(items, ['a', 'b', 'c', 'd'])
        const cells = cellsOf(grid)
        expect(cells.map((one) => one.id).sort()).toEqual(items.map((one) => one.id).sort())
        for (const one of cells) {
          const source = items.find((candidate) => candidate.id === one.id)!
          expect(grid.rows[one.rowStart - 1]!.startsAt).toBe(source.startsAt)
          expect(one.rowEnd).toBeGreaterThan(one.rowStart)
          expect(one.rowEnd).toBeLessThanOrEqual(grid.rows.length + 1)
          expect(one.laneEnd).toBeLessThanOrEqual(grid.lanes + 1)
        }
      }),
    )
  })

  it('never puts two sessions on the same square', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const taken = new Set<string>()
        for (const one of cellsOf(layOut(items, ['d', 'c']))) {
          for (let row = one.rowStart; row < one.rowEnd; row++) {
            for (let lane = one.laneStart; lane < one.laneEnd; lane++) {
              expect(taken.has(`${row}/${lane}`)).toBe(false)
              taken.add(`${row}/${lane}`)
            }
          }
        }
      }),
    )
  })

  it('has rows without a hole, and calls gap exactly those that no session touches', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const grid = layOut(items, [])
        const used = new Set(
          cellsOf(grid).flatMap((one) =>
            Array.from({ length: one.rowEnd - one.rowStart }, (_, offset) => one.rowStart + offset),
          ),
        )
        for (const [index, row] of grid.rows.entries()) {
          expect(row.isGap).toBe(!used.has(index + 1))
          const next = grid.rows[index + 1]
          if (next) expect(wallMinutes(next.startsAt)).toBe(wallMinutes(row.startsAt) + row.minutes)
        }
      }),
    )
  })

  it('keeps what is not for all within its own column', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const grid = layOut(items, ['a', 'b', 'c', 'd'])
        for (const one of cellsOf(grid)) {
          const source = items.find((candidate) => candidate.id === one.id)!
          if (source.isForAll) continue
          const column = grid.columns.find((candidate) => candidate.id === source.columnId)!
          expect(one.laneEnd).toBe(one.laneStart + 1)
          expect(one.laneStart).toBeGreaterThanOrEqual(column.firstLane)
          expect(one.laneEnd).toBeLessThanOrEqual(column.firstLane + column.lanes)
        }
      }),
    )
  })
})

describe('chooseColumns', () => {
  it.each([
    ['tracks where both are as good', [0, 3], [0, 3], 'track'],
    ['rooms where they need fewer lanes', [0, 5], [0, 3], 'room'],
    ['tracks where they need fewer lanes', [0, 3], [0, 5], 'track'],
    ['the one that fewer sessions lack, whatever the lanes', [1, 2], [0, 9], 'room'],
    ['tracks where nothing is known of rooms', [0, 3], [7, 1], 'track'],
  ] as const)('%s', (_, tracks, rooms, expected) => {
    const fit = ([missing, lanes]: readonly [number, number]) => ({ missing, lanes })
    expect(chooseColumns(fit(tracks), fit(rooms))).toBe(expected)
  })
})

describe('isForAll', () => {
  it.each([
    [{ isPlenary: true, type: 'talk', track: 't', room: 'r' }, true],
    [{ isPlenary: false, type: 'break', track: null, room: null }, true],
    [{ isPlenary: false, type: 'opening', track: null, room: null }, true],
    [{ isPlenary: false, type: 'break', track: null, room: 'r' }, false],
    [{ isPlenary: false, type: 'talk', track: null, room: null }, false],
  ] as const)('%o → %s', (session, expected) => {
    expect(isForAll(session)).toBe(expected)
  })
})
