import type { ChangedRow } from '@fachtag/core/modules/messages/changes/types'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from './fields.ts'
import { idsIn, type Reader, tellValue } from './values.ts'

const room = 'rom_00000000000000000000000001'
const gone = 'rom_00000000000000000000000002'
const topic = 'top_00000000000000000000000001'
const names = new Map<string, string | { de: string }>([
  [room, 'Saal Nord'],
  [topic, { de: 'E-Akte' }],
])
const de: Reader = { locale: 'de', names }
const en: Reader = { locale: 'en', names }

describe('a value is told', () => {
  test.each<[string, unknown, string, string]>([
    ['name', null, 'leer', 'empty'],
    ['name', '', 'leer', 'empty'],
    ['name', 'Saal', 'Saal', 'Saal'],
    ['capacity', 120, '120', '120'],
    ['is_home', true, 'ja', 'yes'],
    ['room_id', room, 'Saal Nord', 'Saal Nord'],
    ['room_id', gone, 'nicht mehr vorhanden', 'not there any more'],
    ['topic_id', topic, 'E-Akte', 'E-Akte'],
    ['state', 'cancelled', 'abgesagt', 'cancelled'],
    ['date_precision', 'end-of-month', 'Ende des Monats', 'end of the month'],
    ['title', 'cancelled', 'cancelled', 'cancelled'],
    ['kind', 'toString', 'toString', 'toString'],
    ['starts_on', '2031-11-05', '5. November 2031', '5 November 2031'],
    ['starts_at', '2031-11-05T09:30:00', '5. November 2031, 9:30', '5 November 2031, 09:30'],
    ['published_at', '2031-11-05T08:30:00.123+00:00', '5. November 2031, 09:30', '5 November 2031, 09:30'],
    ['links', [], 'leer', 'empty'],
    ['links', [{ url: 'https://a.de', title: null }, { url: 'https://b.de', title: 'B' }], 'https://a.de\nhttps://b.de, B', 'https://a.de\nhttps://b.de, B'],
    ['audience', {}, 'leer', 'empty'],
  ])('%s: %j', (column, value, german, english) => {
    expect([tellValue(column, value, de), tellValue(column, value, en)]).toEqual([german, english])
  }) // biome-ignore format: one case a line

  test('with names for the ids in it, however deep', () => {
    expect(idsIn({ a: room, b: [{ c: gone }], d: 'rom_1', e: null, f: 7 })).toEqual([room, gone])
  })
})

function row(given: Partial<ChangedRow>): ChangedRow {
  const place = { objectTable: 'rooms', objectId: room, editionId: null, seriesId: null }
  return { id: 1, table: 'rooms', operation: 'update', before: null, after: null, isErased: false, ...place, ...given }
}

const told = (given: Partial<ChangedRow>, known: readonly string[] = []) =>
  fieldsOf(row(given), de, new Set(known)).map(({ label, before, after }) => [label, before, after])

describe('a row is told', () => {
  test('with what stood there before and after, also where that is nothing', () => {
    expect(told({ before: { name: 'Saal', capacity: null }, after: { name: 'Saal Nord', capacity: 80 } })).toEqual([
      ['Name', 'Saal', 'Saal Nord'],
      ['Plätze', 'leer', '80'],
    ])
  })

  test('without what says nothing, when it came and when it went', () => {
    const image = { id: room, revision: 3, name: 'Saal', description: null, slug: '', edition_id: 'edi_1' }
    expect(told({ operation: 'insert', after: image }, ['edi_1'])).toEqual([['Name', null, 'Saal']])
    expect(told({ operation: 'delete', before: image }, ['edi_1'])).toEqual([['Name', 'Saal', null]])
  })

  test('language by language, only where it changed', () => {
    const texts = { before: { title: { de: 'Alt', en: 'Same' } }, after: { title: { de: 'Neu', en: 'Same' } } }
    expect(told(texts)).toEqual([['Titel (Deutsch)', 'Alt', 'Neu']])
    expect(told({ operation: 'insert', after: { title: { de: 'Neu' } } })).toEqual([['Titel (Deutsch)', null, 'Neu']])
  })

  test('word by word where a text is long', () => {
    const text = 'Ein Text, der lang genug ist, dass man seine Wörter einzeln vergleicht, steht hier.'
    const [field] = fieldsOf(
      row({ before: { body: text }, after: { body: text.replace('hier', 'dort') } }),
      de,
      new Set(),
    )
    expect(field!.pieces?.filter((piece) => piece.kind !== 'same')).toEqual([
      { kind: 'gone', text: 'hier.' },
      { kind: 'new', text: 'dort.' },
    ])
  })
})
