import { countOf, type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import { extended } from './extension.ts'
import { scheduleZone } from './fields.ts'
import { readHubEvents } from './hub-events.ts'
import { readEventParts, readPerson } from './json-event.ts'
import { type JsonReading, readJson, refuseRoot, startReading } from './json-source.ts'
import { type ProblemList, quoted } from './problems.ts'
import type { ReadOptions, ReadResult, Schedule, ScheduleSession } from './types.ts'

/**
 * Reads schedule.json: version 1 of the c3voc schema as frab and pretalx write it, and version 2 as the CCC's hub does.
 * Never throws; see `ReadResult`.
 */
export function readScheduleJson(text: string, options: ReadOptions = {}): ReadResult {
  return readJson(text, (root, problems) => {
    const document = objectOf(root)
    const schedule = objectOf(document.schedule)
    const conference = objectOf(schedule.conference)
    if (!Array.isArray(schedule.events) && !Array.isArray(conference.days)) {
      return refuseRoot(root, 'schedule.conference.days or schedule.events', problems)
    }
    return readDocument(document, schedule, conference, options, problems)
  })
}

function readDocument(
  document: JsonObject,
  schedule: JsonObject,
  conference: JsonObject,
  options: ReadOptions,
  problems: ProblemList,
): Schedule {
  const zoneName = textOf(conference.time_zone_name ?? objectOf(conference.meta).time_zone_name)
  const timeZone = scheduleZone(zoneName, options.timeZone, problems)
  const textIsMarkdown = objectOf(document.generator).name === 'Fachtag'
  const reading = startReading(problems, { timeZone, textIsMarkdown, baseUrl: textOf(schedule.base_url) })
  readTracks(conference, reading)
  readRooms(conference, reading)
  if (Array.isArray(schedule.events)) readHubEvents(schedule, conference, reading)
  else readDays(conference, reading)
  const plain = reading.builder.build({ ...readHead(schedule, conference, reading), timeZone })
  const isOurs = textIsMarkdown && schedule.fachtag !== undefined && !problems.hasError
  return isOurs ? extended(plain, schedule.fachtag, problems) : plain
}

function readHead(schedule: JsonObject, conference: JsonObject, { fields, problems }: JsonReading) {
  const title = fields.line(textOf(conference.title))
  const field = 'schedule.conference'
  if (!title) problems.error('schedule.title_missing', 'The conference has no title', { field: `${field}.title` })
  const address = conference.url ? 'conference.url' : 'base_url'
  return {
    title: title ?? '',
    acronym: fields.line(textOf(conference.acronym)),
    version: fields.line(textOf(schedule.version)),
    firstDay: fields.date(textOf(conference.start), 'schedule.start_invalid', { field: `${field}.start` }),
    lastDay: fields.date(textOf(conference.end), 'schedule.end_invalid', { field: `${field}.end` }),
    url: fields.address(textOf(conference.url ?? schedule.base_url), { field: `schedule.${address}` }),
  }
}

function readTracks(conference: JsonObject, { fields, builder }: JsonReading): void {
  for (const [index, entry] of listOf(conference.tracks).entries()) {
    const track = objectOf(entry)
    const name = fields.line(textOf(track.name))
    const given = textOf(track.color) ?? textOf(objectOf(track.colors).light)
    const colour = /^#[0-9a-f]{6}$/i.exec(given ?? '')?.[0].toLowerCase()
    const place = { field: `schedule.conference.tracks[${index}]` }
    if (name) builder.listTrack({ name, slug: fields.line(textOf(track.slug)), colour }, place)
  }
}

function readRooms(conference: JsonObject, { fields, builder }: JsonReading): void {
  for (const entry of listOf(conference.rooms)) {
    const room = objectOf(entry)
    const name = fields.line(textOf(room.name))
    if (!name) continue
    builder.addRoom({
      name,
      slug: fields.line(textOf(room.slug)),
      guid: fields.line(textOf(room.guid)),
      description: fields.prose(textOf(room.description)),
      capacity: countOf(room.capacity),
    })
  }
}

function readDays(conference: JsonObject, reading: JsonReading): void {
  for (const [index, entry] of listOf(conference.days).entries()) {
    const day = objectOf(entry)
    const field = `schedule.conference.days[${index}]`
    if (!textOf(day.date)) reading.problems.error('day.date_missing', 'A day needs a date', { field: `${field}.date` })
    const date = reading.fields.date(textOf(day.date), 'day.date_invalid', { field: `${field}.date` })
    for (const [room, events] of Object.entries(objectOf(day.rooms))) {
      const roomField = `${field}.rooms[${JSON.stringify(room)}]`
      const name = reading.fields.line(room)
      if (name) reading.builder.addRoom({ name })
      for (const [position, event] of listOf(events).entries()) {
        readEvent(objectOf(event), { date, room: name, field: `${roomField}[${position}]` }, reading)
      }
    }
  }
}

type Day = { readonly date: string | undefined; readonly room: string | undefined; readonly field: string }

function readEvent(event: JsonObject, day: Day, reading: JsonReading): void {
  const { fields, problems, builder } = reading
  const place = (name: string) => ({ field: `${day.field}.${name}` })
  const room = fields.line(textOf(event.room))
  if (room && day.room && room !== day.room) {
    const message = `${quoted(room)} stands under the room ${quoted(day.room)}`
    problems.error('session.room_contradicts', message, place('room'))
  }
  const words = { dateTime: textOf(event.date), time: textOf(event.start), day: day.date }
  const parts = readEventParts(event, day.field, reading)
  if (!parts) return
  const session: ScheduleSession = {
    ...parts,
    track: fields.line(textOf(event.track)),
    room: day.room,
    day: day.date,
    start: fields.start(words, place(words.dateTime ? 'date' : 'start')),
    durationMinutes: fields.minutes(textOf(event.duration), place('duration')),
    people: listOf(event.persons).flatMap((person) => readPerson(objectOf(person), reading)),
    feedbackUrl: fields.address(textOf(event.feedback_url), place('feedback_url')),
  }
  builder.addSession(session, { field: day.field })
}
