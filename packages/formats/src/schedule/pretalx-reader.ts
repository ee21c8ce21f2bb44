import { countOf, type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import { scheduleZone } from './fields.ts'
import { type JsonReading, readJson, refuseRoot, startReading } from './json-source.ts'
import { type ProblemList, quoted } from './problems.ts'
import type { ReadOptions, ReadResult, Schedule, SchedulePerson } from './types.ts'
import { minutesBetween, plusMinutes } from './wall-time.ts'

type Submission = { readonly value: JsonObject; readonly field: string }
type Slot = {
  readonly room: string | undefined
  readonly start: string | undefined
  readonly minutes: number | undefined
}

/**
 * Reads submissions as the pretalx API answers them: a page (`results`), a bare list, or the grid of day, minute and room
 * that programmes built on that API publish. Sessions that were not taken are left out. Never throws; see `ReadResult`.
 */
export function readPretalx(text: string, options: ReadOptions = {}): ReadResult {
  return readJson(text, (root, problems) => {
    const submissions = findSubmissions(root)
    if (!submissions) return refuseRoot(root, 'pretalx submissions (results, a list, or schedule by day)', problems)
    const timeZone = scheduleZone(undefined, options.timeZone, problems)
    const reading = startReading(problems, { timeZone, textIsMarkdown: false })
    for (const room of listOf(objectOf(root).rooms)) readRoom(objectOf(room), reading)
    for (const submission of submissions) readSubmission(submission, reading)
    readBreaks(objectOf(objectOf(root).extra), reading)
    return reading.builder.build({ title: titleOf(options, problems), timeZone } satisfies Partial<Schedule>)
  })
}

/** The title that the caller knows; these answers carry none. */
function titleOf(options: ReadOptions, problems: ProblemList): string {
  if (options.title) return options.title
  problems.warning('schedule.title_missing', 'The file names no title')
  return '?'
}

/** Submissions once each, in the order of the file. */
function findSubmissions(root: unknown): Submission[] | undefined {
  const document = objectOf(root)
  const list = Array.isArray(root) ? root : document.results
  if (Array.isArray(list)) {
    const path = Array.isArray(root) ? '' : 'results'
    return list.map((value, index) => ({ value: objectOf(value), field: `${path}[${index}]` }))
  }
  if (!document.schedule && !document.sprints) return undefined
  const found = new Map<unknown, Submission>()
  for (const part of ['schedule', 'sprints']) {
    for (const [day, minutes] of Object.entries(objectOf(document[part]))) {
      for (const [minute, rooms] of Object.entries(objectOf(minutes))) {
        for (const [room, value] of Object.entries(objectOf(rooms))) {
          const submission = { value: objectOf(value), field: `${part}[${day}][${minute}][${room}]` }
          if (!found.has(submission.value.code)) found.set(submission.value.code, submission)
        }
      }
    }
  }
  return [...found.values()]
}

function readRoom(room: JsonObject, { builder, fields }: JsonReading): string | undefined {
  const name = fields.line(textOf(room.name))
  if (!name) return undefined
  const guid = fields.line(textOf(room.guid) ?? textOf(room.uuid))
  builder.addRoom({ name, guid, description: fields.prose(textOf(room.description)), capacity: countOf(room.capacity) })
  return name
}

/** A submission with several slots becomes as many sessions: the first keeps its code, the others count on (`CODE-2`). */
function readSubmission({ value, field }: Submission, reading: JsonReading): void {
  const { fields, problems, builder } = reading
  const state = textOf(value.state) ?? 'confirmed'
  if (['submitted', 'rejected', 'withdrawn', 'draft', 'deleted'].includes(state)) return
  const code = fields.line(textOf(value.code))
  const title = fields.line(textOf(value.title))
  if (!code) problems.error('session.reference_missing', 'A submission needs a code', { field: `${field}.code` })
  if (!title) problems.error('session.title_missing', 'A submission needs a title', { field: `${field}.title` })
  if (!code || !title) return
  for (const [index, slot] of readSlots(value, field, reading).entries()) {
    builder.addSession(
      {
        reference: index === 0 ? code : `${code}-${index + 1}`,
        title,
        abstract: fields.prose(textOf(value.abstract)),
        description: fields.prose(textOf(value.description)),
        type: fields.line(textOf(objectOf(value.submission_type).name ?? value.submission_type)),
        language: fields.language(textOf(value.content_locale), { field: `${field}.content_locale` }),
        track: fields.line(textOf(objectOf(value.track).name ?? value.track)),
        room: slot.room,
        day: slot.start?.slice(0, 10),
        start: slot.start,
        durationMinutes: slot.minutes,
        people: listOf(value.speakers).flatMap((speaker) => readSpeaker(objectOf(speaker), reading)),
        links: [],
        attachments: listOf(value.resources).flatMap((entry, position) => {
          const resource = objectOf(entry)
          const address = textOf(resource.resource ?? resource.link)
          return fields.link(textOf(resource.description), address, { field: `${field}.resources[${position}]` })
        }),
        doNotRecord: typeof value.do_not_record === 'boolean' ? value.do_not_record : undefined,
        isCancelled: state === 'canceled' ? true : undefined,
      },
      { field },
    )
  }
}

function readSlots(value: JsonObject, field: string, reading: JsonReading): Slot[] {
  const isList = Array.isArray(value.slots)
  const entries = isList ? listOf(value.slots) : value.slot ? [value.slot] : []
  const slots = entries.map((entry, index) => {
    return readSlot(objectOf(entry), value, isList ? `${field}.slots[${index}]` : `${field}.slot`, reading)
  })
  if (slots.length === 0) return [{ room: undefined, start: undefined, minutes: countOf(value.duration) }]
  return slots.toSorted((a, b) => ((a.start ?? '~') < (b.start ?? '~') ? -1 : 1))
}

function readSlot(slot: JsonObject, submission: JsonObject, field: string, reading: JsonReading): Slot {
  const { fields, problems } = reading
  const room = typeof slot.room === 'object' ? readRoom(objectOf(slot.room), reading) : fields.line(textOf(slot.room))
  const start = fields.start({ dateTime: textOf(slot.start) }, { field: `${field}.start` })
  const end = fields.start({ dateTime: textOf(slot.end) }, { field: `${field}.end` })
  const minutes = start && end ? minutesBetween(start, end) : (countOf(slot.duration) ?? countOf(submission.duration))
  if (minutes !== undefined && minutes < 0) {
    problems.error('session.end_invalid', `Ends at ${end}, before it starts (${start})`, { field: `${field}.end` })
  }
  return { room, start, minutes }
}

function readSpeaker(speaker: JsonObject, { fields }: JsonReading): SchedulePerson[] {
  const name = fields.line(textOf(speaker.name))
  if (!name) return []
  return [{ reference: fields.line(textOf(speaker.code)), name, biography: fields.prose(textOf(speaker.biography)) }]
}

/** Breaks of the grid: day, minute of the day, and a title; how long they are is not said. */
function readBreaks(extra: JsonObject, { fields, problems, builder }: JsonReading): void {
  for (const [day, minutes] of Object.entries(extra)) {
    const date = fields.date(day, 'day.date_invalid', { field: `extra[${day.slice(0, 20)}]` })
    for (const [minute, value] of Object.entries(objectOf(minutes))) {
      const place = { field: `extra[${day}][${minute}]` }
      const entry = objectOf(value)
      const title = fields.line(textOf(entry.title))
      const reference = fields.line(textOf(entry.id))
      if (!/^\d{1,4}$/.test(minute)) problems.error('session.start_invalid', `${quoted(minute)} is not a minute`, place)
      else if (date && title && reference) {
        const start = plusMinutes(`${date}T00:00`, Number(minute))
        builder.addSession(
          { reference, title, day: date, start, type: 'break', people: [], links: [], attachments: [] },
          place,
        )
      }
    }
  }
}
