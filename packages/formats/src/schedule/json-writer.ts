import { extensionFor } from './extension.ts'
import { type IdentifiedSession, identifyPeople, isUuid, stableUuid } from './identity.ts'
import { readScheduleJson } from './json-reader.ts'
import { type TimetableDay, timetableOf } from './timetable.ts'
import type { Schedule, ScheduleLink, SchedulePerson, ScheduleRoom } from './types.ts'
import { withOffset } from './wall-time.ts'

const slugPattern = /^[a-z0-9_-]+[a-z0-9]$/

/**
 * Writes schedule.json, valid against version 1 of the c3voc schema. What the schema has no place for stands under
 * `schedule.fachtag`, where it allows additions, so that `readScheduleJson` gives the same schedule back.
 */
export function writeScheduleJson(schedule: Schedule): string {
  const content = scheduleObject(schedule)
  const read = readScheduleJson(JSON.stringify(documentOf(content))).schedule
  const extension = read && extensionFor(schedule, read)
  return JSON.stringify(documentOf(extension ? { ...content, fachtag: extension } : content))
}

function documentOf(schedule: object): object {
  return { $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: 'Fachtag' }, schedule }
}

function scheduleObject(schedule: Schedule): object {
  const { days } = timetableOf(schedule)
  const acronym = acronymOf(schedule)
  return {
    version: schedule.version ?? '',
    conference: {
      acronym,
      title: schedule.title,
      start: schedule.firstDay ?? days[0]?.date ?? '',
      end: schedule.lastDay ?? days.at(-1)?.date ?? '',
      daysCount: days.length,
      timeslot_duration: '00:05',
      ...zoneProperties(schedule.timeZone),
      url: schedule.url,
      tracks: schedule.tracks.map(({ name, slug, colour }) => ({ name, slug: slugOf(slug), color: colour })),
      rooms: schedule.rooms.map((room) => roomObject(room, schedule)),
      days: days.map((day) => dayObject(day, schedule.timeZone, acronym)),
    },
  }
}

/** The schema knows only names of the form Region/City, and UTC; it takes others among what it leaves open. */
function zoneProperties(timeZone: string): object {
  const isKnown = /^[A-Z][a-z]+\/[A-Z][a-z]+|^UTC$/.test(timeZone)
  return isKnown ? { time_zone_name: timeZone } : { meta: { time_zone_name: timeZone } }
}

function roomObject({ name, slug, guid, description, capacity }: ScheduleRoom, schedule: Schedule): object {
  const uuid = isUuid(guid ?? '') ? guid : stableUuid(schedule.acronym ?? schedule.title, 'room', name)
  return { name, slug: slugOf(slug), guid: uuid, description, capacity }
}

function dayObject(day: TimetableDay, timeZone: string, acronym: string): object {
  const rooms = [...day.rooms].map(([name, sessions]) => [
    name,
    sessions.map((session) => eventObject(session, timeZone, acronym)),
  ])
  return {
    index: day.index,
    date: day.date,
    day_start: withOffset(day.start, timeZone),
    day_end: withOffset(day.end, timeZone),
    rooms: Object.fromEntries(rooms),
  }
}

function eventObject({ session, id, guid }: IdentifiedSession, timeZone: string, acronym: string): object {
  return {
    id,
    guid,
    date: withOffset(session.start!, timeZone),
    start: session.start!.slice(11),
    duration: duration(session.durationMinutes),
    room: session.room ?? '',
    slug: slugOf(session.slug) ?? `${acronym}-${id}`,
    // The schema demands an address also of a session that has no page.
    url: session.url ?? `urn:uuid:${guid}`,
    title: session.title,
    subtitle: session.subtitle ?? null,
    track: session.track ?? null,
    type: session.type ?? '',
    language: session.language ?? null,
    abstract: session.abstract ?? null,
    description: session.description ?? null,
    recording_license: session.recordingLicence,
    do_not_record: session.doNotRecord,
    persons: personObjects(session.people),
    links: session.links.map(linkObject),
    attachments: session.attachments.map(linkObject),
    feedback_url: session.feedbackUrl,
  }
}

/** With `name` and not `public_name`: the schema allows one of the two. */
function personObjects(people: readonly SchedulePerson[]): object[] {
  const distinct = identifyPeople(people, ({ role }) => role)
  return distinct.map(({ person: { reference: _, guid: __, ...person }, id, guid }) => ({ id, guid, ...person }))
}

function linkObject({ title, url }: ScheduleLink): object {
  return { title, url }
}

function slugOf(slug: string | undefined): string | undefined {
  return slug !== undefined && slugPattern.test(slug) ? slug : undefined
}

/** At least four of `a-z0-9_`, as the schema wants it. */
function acronymOf({ acronym, title }: Schedule): string {
  const letters = (acronym ?? title)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
  return letters.padEnd(4, '_')
}

function duration(minutes = 0): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
