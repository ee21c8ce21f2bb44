import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, readWorkbook, writeWorkbook } from './workbook.ts'
import { writeZip } from './zip.ts'

test('texts and numbers come back where they stood, empty cells at the end left out', () => {
  const rows: Cell[][] = [['a', null, 1.5], [], [null, '<b> & "c"', -3], ['=1+1', 'Straße 😀', 0]]
  expect(readWorkbook(writeWorkbook(new Map([['first', rows]])))).toEqual(new Map([['first', rows]]))
})

test('any well-formed text survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
      const kept = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      const back = readWorkbook(writeWorkbook(new Map([['s', [['x', text]]]]))).get('s')!
      expect(back[0]![1] ?? '').toBe(kept)
    }),
    { numRuns: 50 },
  )
})

test('columns beyond Z have two letters and more', () => {
  const row = Array.from({ length: 800 }, (_, i) => i)
  expect(readWorkbook(writeWorkbook(new Map([['wide', [row]]]))).get('wide')).toEqual([row])
})

const book = (sheet: string, strings: string): Uint8Array =>
  writeZip(
    new Map([
      ['xl/workbook.xml', '<workbook><sheets><sheet name="a &amp; b" sheetId="1" r:id="r9"/></sheets></workbook>'],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r9" Target="/xl/worksheets/x.xml"/></Relationships>',
      ],
      ['xl/worksheets/x.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`],
      ['xl/sharedStrings.xml', `<sst>${strings}</sst>`],
    ]),
  )

test('shared texts, runs, phonetic hints, results of formulas, and named characters are read', () => {
  const strings =
    '<si><t>plain</t></si><si><r><t>two </t></r><r><rPr/><t xml:space="preserve">runs</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></si><si/>'
  const cells =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="3" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>' +
    '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="str"><v>&#228;&#xDF;&lt;&unknown;</v></c><c r="F2"/></row>'
  expect(readWorkbook(book(cells, strings))).toEqual(
    new Map([['a & b', [[], ['plain', 'two runs', null, 2, 'äß<&unknown;']]]]),
  )
})

test.each([
  ['<c t="s"><v>0</v></c>', 't="s"'],
  ['<c r="A0"><v>0</v></c>', 'r="A0"'],
  ['<c r="A1048577"><v>0</v></c>', 'r="A1048577"'],
  ['<c r="XFE1"><v>0</v></c>', 'r="XFE1"'],
])('a cell without a place in a sheet is named: %s', (cell, named) => {
  expect(() => readWorkbook(book(cell, ''))).toThrow(`workbook-cell-wrong: cell ${named}`)
})

test('the last cell of a sheet is one', () => {
  expect(readWorkbook(book('<c r="XFD1"><v>7</v></c>', '')).get('a & b')![0]!.at(-1)).toBe(7)
})

test('a workbook without its parts is named by them', () => {
  expect(() => readWorkbook(writeZip(new Map()))).toThrow('workbook-part-missing: part xl/_rels/workbook.xml.rels')
  const aimless = new Map([
    ['xl/workbook.xml', '<sheets><sheet name="a" r:id="r1"/></sheets>'],
    ['xl/_rels/workbook.xml.rels', '<Relationship Id="r1"/>'],
  ])
  expect(() => readWorkbook(writeZip(aimless))).toThrow('workbook-part-missing: part xl/')
})

test('a character that there is not stays as it is written', () => {
  expect(readWorkbook(book('<c r="A1" t="str"><v>&#x110000;</v></c>', '')).get('a & b')).toEqual([['&#x110000;']])
})
