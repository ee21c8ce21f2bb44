import { type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import { readEventParts, readPerson } from './json-event.ts'
import type { JsonReading } from './json-source.ts'
import { type Place, quoted } from './problems.ts'
import type { SchedulePerson } from './types.ts'
import { isoDateTime, minutesBetween } from './wall-time.ts'

type Lists = {
  readonly rooms: ReadonlyMap<string, string>
  readonly tracks: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, SchedulePerson>
  readonly days: readonly Day[]
}
type Day = { readonly date: string; readonly start: string; readonly end: string }

/** Reads the events of version 2 of the c3voc schema: a flat list that refers to rooms, tracks, people and days. */
export function readHubEvents(schedule: JsonObject, conference: JsonObject, reading: JsonReading): void {
  const people = listOf(schedule.persons).flatMap((entry) => readPerson(objectOf(entry), reading))
  const lists: Lists = {
    rooms: namesBy('guid', conference.rooms, reading),
    tracks: namesBy('slug', conference.tracks, reading),
    people: new Map(people.flatMap((person) => (person.guid ? [[person.guid, person] as const] : []))),
    days: readDays(conference, reading),
  }
  for (const [index, entry] of listOf(schedule.events).entries()) {
    readEvent(objectOf(entry), `schedule.events[${index}]`, lists, reading)
  }
}

function readEvent(event: JsonObject, field: string, lists: Lists, reading: JsonReading): void {
  const { fields, builder } = reading
  const parts = readEventParts(event, field, reading)
  if (!parts) return
  const start = fields.start({ dateTime: textOf(event.start) }, { field: `${field}.start` })
  const end = fields.start({ dateTime: textOf(event.end) }, { field: `${field}.end` })
  const day =
    start && (lists.days.find((known) => known.start <= start && start < known.end)?.date ?? start.slice(0, 10))
  const minutes = start && end ? minutesBetween(start, end) : undefined
  if (minutes !== undefined && minutes < 0) {
    reading.problems.error('session.end_invalid', `Ends at ${end}, before it starts (${start})`, {
      field: `${field}.end`,
    })
  }
  const feedback = listOf(event.links)
    .map(objectOf)
    .find((link) => link.type === 'FEEDBACK')
  builder.addSession(
    {
      ...parts,
      links: parts.links.filter((link) => link.url !== feedback?.url),
      feedbackUrl: fields.address(textOf(feedback?.url), { field: `${field}.links` }),
      room: named(event.room, 'guid', lists.rooms, { field: `${field}.room` }, reading),
      track: named(event.track, 'slug', lists.tracks, { field: `${field}.track` }, reading),
      day,
      start,
      durationMinutes: minutes,
      people: listOf(event.participants).flatMap((entry) => readParticipant(objectOf(entry), lists, reading)),
    },
    { field },
  )
}

function readParticipant(participant: JsonObject, lists: Lists, reading: JsonReading): SchedulePerson[] {
  const listed = lists.people.get(textOf(participant.guid) ?? '')
  return readPerson({ ...listed, ...participant }, reading).map((person) => {
    return { ...person, biography: person.biography ?? listed?.biography }
  })
}

/** The name of the listed room or track that an event refers to by key or by name. */
function named(
  value: unknown,
  key: 'guid' | 'slug',
  known: ReadonlyMap<string, string>,
  place: Place,
  { fields, problems }: JsonReading,
): string | undefined {
  const reference = objectOf(value)
  const id = textOf(reference[key])
  const listed = id === undefined ? undefined : known.get(id)
  const name =
    listed ?? fields.line(textOf(reference.name)) ?? (typeof value === 'string' ? fields.line(value) : undefined)
  if (id !== undefined && !listed && !name) {
    const kind = key === 'guid' ? 'room' : 'track'
    problems.error(`session.${kind}_unknown`, `No ${kind} with the ${key} ${quoted(id)} is listed`, place)
  }
  return name
}

function namesBy(key: 'guid' | 'slug', list: unknown, { fields }: JsonReading): Map<string, string> {
  const names = new Map<string, string>()
  for (const entry of listOf(list).map(objectOf)) {
    const id = textOf(entry[key])
    const name = fields.line(textOf(entry.name))
    if (id && name) names.set(id, name)
  }
  return names
}

function readDays(conference: JsonObject, { fields, problems }: JsonReading): Day[] {
  return listOf(conference.days).flatMap((entry, index) => {
    const day = objectOf(entry)
    const field = `schedule.conference.days[${index}]`
    const date = fields.date(textOf(day.date), 'day.date_invalid', { field: `${field}.date` })
    const [start, end] = (['start', 'end'] as const).map((name) => {
      const moment = textOf(day[name])
      if (moment && !isoDateTime(moment)) {
        problems.error(`day.${name}_invalid`, `${quoted(moment)} is not a date and time`, { field: `${field}.${name}` })
        return undefined
      }
      return fields.start({ dateTime: moment }, { field: `${field}.${name}` })
    })
    return date && start && end ? [{ date, start, end }] : []
  })
}
