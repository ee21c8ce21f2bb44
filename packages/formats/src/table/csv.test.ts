import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

const cells = (text: string) => {
  const table = readCsv(text)
  return table.kind === 'read' ? table.rows.map((row) => row.cells) : table
}

describe('writeCsv', () => {
  test('writes what Excel in Germany opens without asking', () => {
    expect(
      writeCsv([
        ['Titel', 'Plätze'],
        ['"A"; B', 12],
      ]),
    ).toBe('\ufeff"Titel";"Plätze"\r\n"""A""; B";"12"\r\n')
  })

  test.each(['=1+1', '+49 345 1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
    'keeps %j from running as a formula',
    (text) => {
      expect(writeCsv([[text]])).toBe(`\ufeff"'${text}"\r\n`)
    },
  )

  test('leaves numbers numbers, and writes dates and gaps', () => {
    expect(writeCsv([[-5, null, new Date('2030-01-02T00:00:00Z'), true]])).toBe('\ufeff"-5";"";"2030-01-02";"true"\r\n')
  })
})

describe('readCsv', () => {
  test.each([
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['commas', 'a,b\n1,2'],
    ['tabs', '\ufeffa\tb\n1\t2\n'],
    ['quotes, also around the other delimiter', '"a";"b"\n"1";2'],
  ])('understands %s', (_, text) => {
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('counts the lines of the file, not of the table', () => {
    const table = readCsv('a;b\n"1\n2";3\n\n4;5\n')
    expect(table).toEqual({
      kind: 'read',
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1\n2', '3'] },
        { line: 5, cells: ['4', '5'] },
      ],
    })
  })

  test('refuses quotes that do not end, with the line where they begin', () => {
    expect(readCsv('a;b\n1;2\n"3;4\n5;6')).toEqual({
      kind: 'refused',
      code: 'csv.quote_unclosed',
      message: 'A quoted text does not end',
      line: 3,
    })
  })

  test('refuses more rows than any programme has', () => {
    expect(readCsv('a;b\n'.repeat(50_002))).toMatchObject({ kind: 'refused', code: 'table.too_long' })
  })

  test('any text comes back', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a;,"\'\n\r\t=+-@ ß'), minLength: 1, maxLength: 12 })
    const rows = fc.array(fc.tuple(fc.constant('x'), text, text), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (table) => {
        expect(cells(writeCsv(table))).toEqual(table)
      }),
    )
  })
})
