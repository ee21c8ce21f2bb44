import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type ContactCard, writeContactCard } from './vcard.ts'

const read = (card: ContactCard) => new ICAL.Component(ICAL.parse(writeContactCard(card)) as unknown[])
const value = (card: ContactCard, name: string) => read(card).getFirstProperty(name)?.getFirstValue()

describe('writeContactCard', () => {
  test('writes a person with function, organisation, address and ways to reach them', () => {
    const card: ContactCard = {
      name: 'Erika Mustermann',
      familyName: 'Mustermann',
      givenName: 'Erika',
      academicTitle: 'Dr.',
      uid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      organisation: 'Muster-IT; Anstalt des öffentlichen Rechts',
      unit: 'Veranstaltungen',
      function: 'Leiterin, Team Fachtag',
      emails: ['erika@muster.example'],
      phones: ['+49 (0)345 123-456', 'über die Zentrale'],
      address: { street: 'Musterweg 1', postCode: '01234', city: 'Musterstadt', country: 'Deutschland' },
      url: 'https://muster.example/',
      language: 'de',
      revisedAt: '2030-01-02T03:04:05Z',
    }
    const component = read(card)
    expect(component.name).toBe('vcard')
    const values = (name: string) => component.getAllProperties(name).map((property) => property.getFirstValue())
    expect(values('version')).toEqual(['4.0'])
    expect(values('kind')).toEqual(['individual'])
    expect(values('fn')).toEqual(['Dr. Erika Mustermann'])
    expect(values('n')).toEqual([['Mustermann', 'Erika', '', 'Dr.', '']])
    expect(values('org')).toEqual([[card.organisation, card.unit]])
    expect(values('title')).toEqual([card.function])
    expect(values('email')).toEqual(card.emails)
    expect(values('tel')).toEqual(['tel:+49345123456', 'über die Zentrale'])
    expect(values('adr')).toEqual([['', '', 'Musterweg 1', 'Musterstadt', '', '01234', 'Deutschland']])
    expect(values('url')).toEqual([card.url])
    expect(values('uid')).toEqual([card.uid])
    expect(writeContactCard(card)).toContain('\r\nREV:20300102T030405Z\r\n')
  })

  test('does not take a name apart that it only knows as a whole', () => {
    expect(value({ name: 'Otto von Muster' }, 'n')).toEqual(['Otto von Muster', '', '', '', ''])
  })

  test('writes an office without a personal name', () => {
    const text = writeContactCard({ name: 'Tagungsbüro', kind: 'org' })
    expect(text).toContain('\r\nKIND:org\r\n')
    expect(text).not.toContain('\r\nN:')
  })

  test('leaves out what is not known and addresses that are none', () => {
    const text = writeContactCard({ name: 'A', url: 'nirgends', emails: [], address: {} })
    expect(text).toBe('BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nFN:A\r\nN:A;;;;\r\nEND:VCARD\r\n')
  })

  test('keeps a name that is no URI as text', () => {
    expect(writeContactCard({ name: 'A', uid: 'per_1' })).toContain('\r\nUID;VALUE=text:per_1\r\n')
  })

  test('any text comes back and cannot add a property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const line = `x${text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')}y`
        const card = read({ name: line, organisation: `${line}\r\nEMAIL:a@b.example`, note: line })
        expect(card.getFirstProperty('fn')?.getFirstValue()).toBe(line)
        expect(card.getFirstProperty('note')?.getFirstValue()).toBe(line)
        expect(card.getAllProperties('email')).toEqual([])
      }),
    )
  })
})
