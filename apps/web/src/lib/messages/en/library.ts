import type { Messages } from '../messages.ts'

export const library: Messages['library'] = {
  topics: {
    title: 'Topics',
    lead: 'What the conferences talked about, across all years.',
    empty: 'There are no topics yet.',
    alsoCalled: 'Also known as',
    overTheYears: 'Over the years',
    sessions: (count) => (count === 1 ? '1 session' : `${count} sessions`),
    years: (first, last) => (first === last ? first : `${first} to ${last}`),
    noSessions: 'No session on this topic is on record yet.',
  },
  materials: {
    kinds: { slides: 'Slides', handout: 'Handout', recording: 'Recording', photo: 'Photo', link: 'Link' },
    announced: 'announced, not here yet',
    lost: 'not preserved',
    withoutConsent: 'not released',
    licence: (name) => `Licence: ${name}`,
    about: (session) => `on “${session}”`,
  },
}
