import { describe, expect, test } from 'vitest'
import { readXlsx, writeXlsx } from './xlsx.ts'

const sheet = { name: 'Programm', header: ['Titel', 'Datum'], widths: [20, 12] }

describe('workbooks', () => {
  test('keep text, numbers, dates and gaps', async () => {
    const rows = [
      ['=1+1', new Date('2030-03-31T00:00:00Z')],
      ['Zeile 1\nZeile 2', null],
      [' führendes Leerzeichen <&>"', 42],
      [true, '00123'],
      ['_x0041_ _x005F_ _X0041_ _xyz_', '\ufffd a\ufffdb'],
    ]
    expect(await readXlsx(await writeXlsx({ ...sheet, rows }))).toEqual({
      kind: 'read',
      rows: [sheet.header, ...rows].map((cells, index) => ({ line: index + 1, cells })),
    })
  })

  test('keep texts that JavaScript knows as names of its own', async () => {
    const table = await readXlsx(await writeXlsx({ ...sheet, rows: [['constructor', '__proto__']] }))
    expect(table).toMatchObject({ rows: [{ cells: sheet.header }, { cells: ['constructor ', '__proto__ '] }] })
  })

  test('get a name that Excel allows', async () => {
    const bytes = await writeXlsx({ ...sheet, name: 'Programm [2030]: Reihe 1/2 — und noch viel mehr Text', rows: [] })
    expect(await readXlsx(bytes)).toMatchObject({ kind: 'read' })
  })

  test('that are none are refused', async () => {
    const text = new TextEncoder().encode('PK\u0003\u0004 kein Archiv, nur ein Anfang')
    expect(await readXlsx(text)).toMatchObject({ kind: 'refused', code: 'xlsx.malformed' })
    const whole = await writeXlsx({ ...sheet, rows: [['a', 'b']] })
    expect(await readXlsx(whole.subarray(0, whole.length - 200))).toMatchObject({ kind: 'refused' })
  })

  test('that say they unpack to gigabytes are refused before unpacking', async () => {
    const bytes = new Uint8Array(await writeXlsx({ ...sheet, rows: [] }))
    const view = new DataView(bytes.buffer)
    const end = bytes.length - 22
    expect(view.getUint32(end, true)).toBe(0x06054b50)
    view.setUint32(view.getUint32(end + 16, true) + 24, 2 ** 31, true)
    expect(await readXlsx(bytes)).toMatchObject({ kind: 'refused', code: 'file.too_large' })
  })
})
