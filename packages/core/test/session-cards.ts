import type { SessionCard } from '../src/modules/programme/sessions/types.ts'
import type { ProgrammeAppearance, ProgrammeRoom, ProgrammeTrack } from '../src/modules/programme/types.ts'

/** A session card on 5 November 2031 that has what a rule needs and nothing else. */
export function makeCard(slug: string, given: Partial<SessionCard> = {}): SessionCard {
  return {
    id: `ses_${slug}`,
    slug,
    type: 'talk',
    state: 'planned',
    title: slug,
    titleIsGiven: true,
    subtitle: null,
    language: 'de',
    track: null,
    room: null,
    isPlenary: false,
    day: '2031-11-05',
    startsAt: null,
    endsAt: null,
    durationMinutes: null,
    position: 0,
    topicIds: [],
    appearances: [],
    ...given,
  }
}

/** The same card from `from` to `to` (`HH:mm`) on its day. */
export function makeTimedCard(slug: string, from: string, to: string, given: Partial<SessionCard> = {}): SessionCard {
  const [startsAt, endsAt] = [`2031-11-05T${from}`, `2031-11-05T${to}`]
  const durationMinutes = (Date.parse(`${endsAt}Z`) - Date.parse(`${startsAt}Z`)) / 60_000
  return makeCard(slug, { startsAt, endsAt, durationMinutes, ...given })
}

export function makeTrack(slug: string, position = 0): ProgrammeTrack {
  return { id: `trk_${slug}`, slug, name: `Reihe ${slug}`, colour: null, position }
}

export function makeRoom(slug: string, position = 0): ProgrammeRoom {
  return { id: `roo_${slug}`, slug, name: `Saal ${slug}`, capacity: null, position }
}

/** Somebody who speaks on site, without a page of their own. */
export function makeAppearance(name: string, given: Partial<ProgrammeAppearance> = {}): ProgrammeAppearance {
  return {
    id: `app_${name}`,
    personId: null,
    personSlug: null,
    name,
    role: 'speaker',
    mode: 'on-site',
    state: 'planned',
    replacesId: null,
    function: null,
    organisationId: null,
    organisationSlug: null,
    organisationName: null,
    note: null,
    ...given,
  }
}
