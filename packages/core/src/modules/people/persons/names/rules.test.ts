import { describe, expect, test } from 'vitest'
import { foldName, nameWithFamily, parsePersonName, titledName } from './rules.ts'

describe('parsePersonName', () => {
  test.each([
    ['Max Muster', null, 'Max', 'Muster', 'muster max'],
    ['  Erika   Beispiel ', null, 'Erika', 'Beispiel', 'beispiel erika'],
    ['Prof. Dr. Erika Beispiel', 'Prof. Dr.', 'Erika', 'Beispiel', 'beispiel erika'],
    ['Dr.-Ing. Max Muster', 'Dr.-Ing.', 'Max', 'Muster', 'muster max'],
    [
      'Prof. Dr. rer. nat. habil. Dr. h. c. mult. Max Muster',
      'Prof. Dr. rer. nat. habil. Dr. h. c. mult.',
      'Max',
      'Muster',
      'muster max',
    ],
    ['Dipl.-Inf. (FH) Max Muster', 'Dipl.-Inf. (FH)', 'Max', 'Muster', 'muster max'],
    ['Professorin Erika Beispiel', 'Professorin', 'Erika', 'Beispiel', 'beispiel erika'],
    ['Ursula von der Beispiel', null, 'Ursula', 'von der Beispiel', 'beispiel ursula von der'],
    ['Jan van Muster', null, 'Jan', 'van Muster', 'muster jan van'],
    ['Max Müller-Lüdenscheidt', null, 'Max', 'Müller-Lüdenscheidt', 'muller ludenscheidt max'],
    ['Øystein Weiß', null, 'Øystein', 'Weiß', 'weiss oystein'],
    ['Max Muster, M. Sc.', null, 'Max', 'Muster', 'muster max'],
    ['Max "Maxi" Muster (Stadt Musterhausen)', null, 'Max', 'Muster', 'muster max'],
    ['Max Muster Jr.', null, 'Max', 'Muster', 'muster max'],
    ['山田 太郎', null, '山田', '太郎', '太郎 山田'],
  ])('%s', (text, academicTitle, givenName, familyName, sortKey) => {
    expect(parsePersonName(text)).toMatchObject({ academicTitle, givenName, familyName, sortKey })
  })

  test.each([
    ['erdgeist', 'erdgeist'],
    ['Dr.', 'dr'],
    ['(name)', 'name'],
    ['???', '???'],
  ])('a name of one word is only a name: %s', (text, sortKey) => {
    expect(parsePersonName(text)).toEqual({
      name: text,
      academicTitle: null,
      givenName: null,
      familyName: null,
      sortKey,
    })
  })

  test('sorts like the German collation', () => {
    const names = ['Zoe Ähre', 'Adam Zeh', 'Eva von Aal', 'Udo Ahorn', 'Ida Öl', 'Ole Olm']
    const sorted = names.toSorted((a, b) => (parsePersonName(a).sortKey < parsePersonName(b).sortKey ? -1 : 1))
    const family = (name: string) => name.split(' ').at(-1)!
    const { compare } = new Intl.Collator('de')
    expect(sorted.map(family)).toEqual(names.map(family).toSorted(compare))
  })
})

test('titledName puts back what parsePersonName split off', () => {
  expect(titledName(parsePersonName('Prof. Dr. Erika Beispiel'))).toBe('Prof. Dr. Erika Beispiel')
  expect(titledName(parsePersonName('Erika Beispiel'))).toBe('Erika Beispiel')
})

describe('foldName', () => {
  test.each([
    ['Jörg Müller', 'Joerg Mueller'],
    ['Dr. Jérôme Petit', 'jerome  petit'],
    ['Zoë O’Hara', "Zoe O'Hara"],
    ['Max Groß', 'MAX GROSS'],
    ['Jo\u0308rg', 'Jörg'],
  ])('%s = %s', (a, b) => expect(foldName(a)).toBe(foldName(b)))

  test.each([
    ['Jörg Müller', 'Jorg Muller'],
    ['Anna 山田', 'Anna 田中'],
    ['Иван', 'Игорь'],
    ['!!!', '???'],
  ])('%s ≠ %s', (a, b) => expect(foldName(a)).not.toBe(foldName(b)))
})

test.each([
  ['Ana García López', 'García López', 'Ana', 'García López', 'garcia lopez ana'],
  ['Ida von der Höhe', 'von der Höhe', 'Ida', 'von der Höhe', 'hohe ida von der'],
  ['Kai de la Torre Ruiz', 'de la Torre Ruiz', 'Kai', 'de la Torre Ruiz', 'torre ruiz kai de la'],
  ['Ida Öhm', undefined, 'Ida', 'Öhm', 'ohm ida'],
  ['Ida Öhm', 'Berg', 'Ida', 'Öhm', 'ohm ida'],
  ['Plato', 'Plato', null, 'Plato', 'plato'],
])('%s with the family name %s', (name, family, givenName, familyName, sortKey) => {
  expect(nameWithFamily(name, family)).toEqual({ name, givenName, familyName, sortKey })
})
