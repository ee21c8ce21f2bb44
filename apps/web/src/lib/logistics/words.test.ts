import type { Contributor } from '@fachtag/core/modules/programme/logistics/contributors/types'
import { expect, test } from 'vitest'
import { formatAppointment, formatMoment, tellContributor } from './words.ts'

const ida: Contributor = {
  personId: 'per_1',
  name: 'Ida Öhm',
  sessions: [{ id: 'ses_1', title: 'Alpha', role: 'speaker', mode: 'on-site' }],
  isRemote: false,
  isOnSite: true,
  presence: 'unknown',
  arrivesOn: null,
  arrivesAt: null,
  travel: null,
  needs: [],
  needsNote: null,
  hasMail: false,
  hasPhone: false,
  openConsents: 0,
  readiness: null,
  readinessLacks: [],
  answeredAt: null,
  lacks: [],
}

test('of whom nothing is known it says so', () => {
  expect(tellContributor(ida, 'de')).toEqual({
    sessions: 'Vortrag: Alpha',
    presence: 'weiß niemand',
    arrival: 'unbekannt',
    needs: '',
    line: 'nicht nötig',
    reach: 'nicht erreichbar',
    consents: 'vollständig',
    answered: 'nein',
  })
})

test('of whom everything is known it says that', () => {
  const known: Contributor = {
    ...ida,
    sessions: [...ida.sessions, { id: 'ses_2', title: 'Beta', role: 'moderator', mode: 'remote' }],
    isRemote: true,
    presence: 'partly',
    arrivesOn: '2031-11-04',
    arrivesAt: '08:05',
    travel: 'train',
    needs: ['sound', 'step-free'],
    hasMail: true,
    hasPhone: true,
    openConsents: 2,
    readiness: 'not-ready',
    readinessLacks: ['solution', 'fallback'],
    answeredAt: '2031-10-01T10:00:00Z',
  }
  expect(tellContributor(known, 'de')).toEqual({
    sessions: 'Vortrag: Alpha; Moderation, per Video: Beta',
    presence: 'nur zu bestimmten Zeiten',
    arrival: '4. November 2031, 8:05 Uhr, Bahn',
    needs: 'Ton vom Rechner, stufenloser Zugang',
    line: 'nicht bereit: eine Lösung für die Probleme aus dem Verbindungstest, ein Ersatz, falls die Verbindung ausfällt',
    reach: 'Mail, Telefon',
    consents: '2 offen',
    answered: '1. Oktober 2031',
  })
  expect(tellContributor({ ...known, isOnSite: false }, 'en')).toMatchObject({
    arrival: 'not needed',
    line: 'not ready: a solution for the problems of the line check, a fallback if the line fails',
  })
})

test('a moment says its day, and its time where there is one', () => {
  expect(formatMoment('2031-11-04', null, 'de')).toBe('4. November 2031')
  expect(formatMoment('2031-11-04', '18:20', 'en')).toBe('4 November 2031, 18:20')
  expect(formatAppointment('2031-11-04', '18:20', 'de')).toBe('Dienstag, 4. November 2031, 18:20 Uhr')
  expect(formatAppointment('2031-11-04', null, 'en')).toBe('Tuesday, 4 November 2031')
})
