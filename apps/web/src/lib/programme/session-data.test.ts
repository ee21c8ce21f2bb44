import type { EditionDetail } from '@fachtag/core/modules/editions/types'
import type { PublicSession } from '@fachtag/core/modules/programme/sessions/types'
import { expect, test } from 'vitest'
import { someSession } from '../../../../../packages/core/test/programme.ts'
import { makeAppearance, makeCard, makeRoom, makeTimedCard } from '../../../../../packages/core/test/session-cards.ts'
import { sessionData } from './session-data.ts'

const url = 'https://example.org/fachtag/2031/programm/beitrag/e-akte'
const venue = { name: 'Kongresshalle', street: 'Am Markt 1', postcode: '04109', city: 'Leipzig', country: 'DE' }
const edition = { timeZone: 'Europe/Berlin', venue } as EditionDetail
const about = (given: Partial<PublicSession>) =>
  JSON.parse(
    JSON.stringify(
      sessionData(
        {
          session: someSession({ id: 'e-akte' }),
          card: makeCard('e-akte'),
          sequence: 0,
          changedAt: null,
          previous: null,
          next: null,
          ...given,
        },
        edition,
        ['E-Akte'],
        url,
      ),
    ),
  )

test('tells when, where, who and what about', () => {
  const session = someSession({
    id: 'e-akte',
    title: 'E-Akte',
    abstract: 'Ein **Bericht**.',
    appearances: [
      makeAppearance('A', { state: 'replaced' }),
      makeAppearance('B', { function: 'CIO', organisationName: 'Stadt C' }),
    ],
  })
  expect(about({ session, card: makeTimedCard('e-akte', '10:00', '10:45', { room: makeRoom('1') }) })).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'E-Akte',
    url,
    description: 'Ein Bericht.',
    startDate: '2031-11-05T10:00:00+01:00',
    endDate: '2031-11-05T10:45:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { name: 'Saal 1, Kongresshalle', address: { addressLocality: 'Leipzig' } },
    performer: [{ name: 'B', jobTitle: 'CIO', worksFor: { name: 'Stadt C' } }],
    keywords: ['E-Akte'],
  })
})

test.each([
  ['a day where no time is known', { card: makeCard('x') }, { startDate: '2031-11-05' }],
  [
    'that it is cancelled',
    { session: someSession({ id: 'x', state: 'cancelled' }) },
    { eventStatus: 'https://schema.org/EventCancelled' },
  ],
  [
    'that somebody joins by video',
    { session: someSession({ id: 'x', appearances: [makeAppearance('A', { mode: 'remote' })] }) },
    { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' },
  ],
])('tells %s', (_, given, expected) => {
  expect(about(given)).toMatchObject(expected)
})

test('says nothing of what is not known', () => {
  const data = about({ card: makeCard('x', { day: null }) })
  expect(data).not.toHaveProperty('startDate')
  expect(data).not.toHaveProperty('endDate')
  expect(data).not.toHaveProperty('description')
})
