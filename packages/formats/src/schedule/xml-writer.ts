import { element, optional, XmlFragment, xmlDocument } from '../xml/element.ts'
import { extensionFor } from './extension.ts'
import { type IdentifiedSession, identifyPeople, isUuid } from './identity.ts'
import { type TimetableDay, timetableOf } from './timetable.ts'
import type { Schedule, ScheduleLink, SchedulePerson, ScheduleTrack } from './types.ts'
import { withOffset } from './wall-time.ts'
import { readScheduleXml } from './xml-reader.ts'

/**
 * Writes schedule.xml, valid against the c3voc schema (a schedule of which not one day is known excepted: the schema wants a
 * day). What the schema has no place for travels in a processing instruction, XML's own means for what concerns one
 * application, so that `readScheduleXml` gives the same schedule back.
 */
export function writeScheduleXml(schedule: Schedule): string {
  const plain = xmlDocument(rootElement(schedule, []))
  const read = readScheduleXml(plain).schedule
  const extension = read && extensionFor(schedule, read)
  return extension ? xmlDocument(rootElement(schedule, [instruction(extension)])) : plain
}

function rootElement(schedule: Schedule, extras: readonly XmlFragment[]): XmlFragment {
  const { days } = timetableOf(schedule)
  return element('schedule', {}, [
    element('generator', { name: 'Fachtag' }),
    element('version', {}, [schedule.version ?? '']),
    element('conference', {}, [
      element('title', {}, [schedule.title]),
      /^[a-z0-9_-]{4,}$/.test(schedule.acronym ?? '') ? optional('acronym', schedule.acronym) : undefined,
      optional('start', schedule.firstDay),
      optional('end', schedule.lastDay),
      element('days', {}, [String(days.length)]),
      element('timeslot_duration', {}, ['00:05']),
      webAddress('url', schedule.url),
      element('time_zone_name', {}, [schedule.timeZone]),
      ...schedule.tracks.map(trackElement),
    ]),
    ...days.map((day) => dayElement(day, schedule)),
    ...extras,
  ])
}

function trackElement({ name, slug, colour }: ScheduleTrack): XmlFragment {
  return element('track', { name, color: colour, slug: /^[a-z][a-z0-9-]+$/.test(slug ?? '') ? slug : undefined })
}

function dayElement(day: TimetableDay, schedule: Schedule): XmlFragment {
  const { timeZone } = schedule
  const [start, end] = [withOffset(day.start, timeZone), withOffset(day.end, timeZone)]
  const slugs = new Set<string>()
  const rooms = [...day.rooms].map(([name, sessions]) => {
    const guid = schedule.rooms.find((room) => room.name === name)?.guid
    const events = sessions.map((session) => eventElement(session, timeZone, slugs))
    return element('room', { name, guid: isUuid(guid ?? '') ? guid : undefined }, events)
  })
  return element('day', { index: day.index, date: day.date, start, end }, rooms)
}

function eventElement({ session, id, guid }: IdentifiedSession, timeZone: string, slugs: Set<string>): XmlFragment {
  const { recordingLicence, doNotRecord } = session
  const hasRecording = recordingLicence !== undefined || doNotRecord !== undefined
  return element('event', { guid, id }, [
    element('date', {}, [withOffset(session.start!, timeZone)]),
    element('start', {}, [session.start!.slice(11)]),
    element('duration', {}, [duration(session.durationMinutes)]),
    element('room', {}, [session.room ?? '']),
    slugElement(session.slug, slugs),
    webAddress('url', session.url),
    element('title', {}, [session.title]),
    optional('subtitle', session.subtitle),
    element('track', {}, [session.track ?? '']),
    element('type', {}, [session.type ?? '']),
    optional('language', session.language),
    element('abstract', {}, [session.abstract ?? '']),
    optional('description', session.description),
    hasRecording
      ? element('recording', {}, [
          element('license', {}, [recordingLicence ?? '']),
          element('optout', {}, [String(doNotRecord ?? false)]),
        ])
      : undefined,
    element('persons', {}, personElements(session.people)),
    linkList('links', 'link', session.links),
    linkList('attachments', 'attachment', session.attachments),
    webAddress('feedback_url', session.feedbackUrl),
  ])
}

/** A person with two roles stands here once: the schema has no roles. The extension knows both. */
function personElements(people: readonly SchedulePerson[]): XmlFragment[] {
  const distinct = identifyPeople(people, () => undefined)
  return distinct.map(({ person, id, guid }) => element('person', { id, guid }, [person.name]))
}

function linkList(name: string, itemName: string, links: readonly ScheduleLink[]): XmlFragment {
  return element(
    name,
    {},
    links.map((link) => element(itemName, { href: link.url }, [link.title])),
  )
}

/** The schema wants slugs unique, and a prefix before the first hyphen. */
function slugElement(slug: string | undefined, used: Set<string>): XmlFragment | undefined {
  if (!slug || used.has(slug) || !/^[a-z0-9_]{4,}-[a-z0-9\-_]{4,}$/.test(slug)) return undefined
  used.add(slug)
  return element('slug', {}, [slug])
}

function webAddress(name: string, address: string | undefined): XmlFragment | undefined {
  return /^https?:/.test(address ?? '') ? optional(name, address) : undefined
}

/** `HH:MM`; the schema allows two digits for the hours. */
function duration(minutes = 0): string {
  const capped = Math.min(minutes, 99 * 60 + 59)
  return `${String(Math.floor(capped / 60)).padStart(2, '0')}:${String(capped % 60).padStart(2, '0')}`
}

/** JSON in a processing instruction; `>` is escaped so that nothing in it can end it. */
function instruction(extension: object): XmlFragment {
  return new XmlFragment(`<?fachtag ${JSON.stringify(extension).replaceAll('>', '\\u003e')}?>`)
}
