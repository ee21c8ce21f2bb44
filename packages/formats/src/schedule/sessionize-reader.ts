import { booleanOf, type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import { scheduleZone } from './fields.ts'
import { type JsonReading, readJson, refuseRoot, startReading } from './json-source.ts'
import type { ReadOptions, ReadResult, SchedulePerson, ScheduleSession } from './types.ts'
import { minutesBetween } from './wall-time.ts'

type Session = { readonly value: JsonObject; readonly field: string }
type Lists = {
  readonly rooms: ReadonlyMap<string, string>
  readonly speakers: ReadonlyMap<string, JsonObject>
  /** Title of the category and name of the item, by the item's id. */
  readonly categoryItems: ReadonlyMap<string, Choice>
}
type Choice = { readonly category: string; readonly item: string }

/**
 * Reads Sessionize's API views All, Sessions and GridSmart. Track, format and language are found by the names of the
 * organisers' own categories. Never throws; see `ReadResult`.
 */
export function readSessionize(text: string, options: ReadOptions = {}): ReadResult {
  return readJson(text, (root, problems) => {
    const sessions = findSessions(root)
    if (!sessions) return refuseRoot(root, 'a Sessionize view with sessions', problems)
    const timeZone = scheduleZone(undefined, options.timeZone, problems)
    const reading = startReading(problems, { timeZone, textIsMarkdown: false })
    const lists = readLists(objectOf(root), reading)
    for (const session of sessions) readSession(session, lists, reading)
    return reading.builder.build({ title: reading.fields.line(options.title) ?? 'Sessionize', timeZone })
  })
}

function findSessions(root: unknown): Session[] | undefined {
  const at = (list: unknown, path: string): Session[] =>
    listOf(list).map((value, index) => ({ value: objectOf(value), field: `${path}[${index}]` }))
  const document = objectOf(root)
  if (Array.isArray(document.sessions)) return at(document.sessions, 'sessions')
  if (!Array.isArray(root)) return undefined
  const groups = root.map(objectOf)
  if (!groups.every((group) => Array.isArray(group.sessions) || Array.isArray(group.rooms))) return undefined
  return groups.flatMap((group, index) => [
    ...at(group.sessions, `[${index}].sessions`),
    ...listOf(group.rooms).flatMap((room, position) => {
      return at(objectOf(room).sessions, `[${index}].rooms[${position}].sessions`)
    }),
  ])
}

function readLists(document: JsonObject, { fields, builder }: JsonReading): Lists {
  const rooms = new Map<string, string>()
  for (const room of listOf(document.rooms).map(objectOf)) {
    const name = fields.line(textOf(room.name))
    if (!name) continue
    rooms.set(textOf(room.id) ?? '', name)
    builder.addRoom({ name })
  }
  const categoryItems = new Map<string, Choice>()
  for (const category of listOf(document.categories).map(objectOf)) {
    for (const item of listOf(category.items).map(objectOf)) {
      categoryItems.set(textOf(item.id) ?? '', {
        category: textOf(category.title) ?? '',
        item: textOf(item.name) ?? '',
      })
    }
  }
  const speakers = listOf(document.speakers).map(objectOf)
  return { rooms, categoryItems, speakers: new Map(speakers.map((speaker) => [textOf(speaker.id) ?? '', speaker])) }
}

function readSession({ value, field }: Session, lists: Lists, reading: JsonReading): void {
  const { fields, problems, builder } = reading
  const place = (name: string) => ({ field: `${field}.${name}` })
  const reference = fields.line(textOf(value.id))
  const title = fields.line(textOf(value.title))
  if (!reference) problems.error('session.reference_missing', 'A session needs an id', place('id'))
  if (!title) problems.error('session.title_missing', 'A session needs a title', place('title'))
  if (!reference || !title) return
  const start = fields.start({ dateTime: textOf(value.startsAt) }, place('startsAt'))
  const end = fields.start({ dateTime: textOf(value.endsAt) }, place('endsAt'))
  const minutes = start && end ? minutesBetween(start, end) : undefined
  if (minutes !== undefined && minutes < 0) {
    problems.error('session.end_invalid', `Ends at ${end}, before it starts (${start})`, place('endsAt'))
  }
  const isService = booleanOf(value.isServiceSession)
  const choice = chooser(value, lists)
  const session: ScheduleSession = {
    reference,
    title,
    description: fields.prose(textOf(value.description)),
    type: fields.line(choice(/format|type|art/i)) ?? (isService ? 'service' : undefined),
    language: languageOf(choice(/^lang|sprache/i)),
    track: fields.line(choice(/track|reihe/i)),
    room: fields.line(textOf(value.room)) ?? lists.rooms.get(textOf(value.roomId) ?? ''),
    day: start?.slice(0, 10),
    start,
    durationMinutes: minutes,
    people: listOf(value.speakers).flatMap((speaker) => readSpeaker(speaker, lists, reading)),
    links: [
      ...fields.link('Livestream', textOf(value.liveUrl), place('liveUrl')),
      ...fields.link('Aufzeichnung', textOf(value.recordingUrl), place('recordingUrl')),
    ],
    attachments: [],
    isPlenary: booleanOf(value.isPlenumSession),
    isCancelled: textOf(value.status)?.toLowerCase() === 'canceled' ? true : undefined,
  }
  builder.addSession(session, { field })
}

/** Answers the chosen item of the first category whose title matches. */
function chooser(session: JsonObject, lists: Lists): (title: RegExp) => string | undefined {
  const listed = listOf(session.categoryItems).map((id) => lists.categoryItems.get(textOf(id) ?? ''))
  const inline = listOf(session.categories)
    .map(objectOf)
    .map((category) => ({
      category: textOf(category.name) ?? '',
      item: textOf(objectOf(listOf(category.categoryItems)[0]).name) ?? '',
    }))
  const choices = [...listed.filter((choice) => choice !== undefined), ...inline]
  return (title) => choices.find((choice) => title.test(choice.category))?.item
}

function languageOf(name: string | undefined): string | undefined {
  if (!name) return undefined
  const known: readonly [RegExp, string][] = [
    [/^(german|deutsch|de)\b/i, 'de'],
    [/^(english|englisch|en)\b/i, 'en'],
  ]
  return known.find(([pattern]) => pattern.test(name.trim()))?.[1]
}

function readSpeaker(entry: unknown, lists: Lists, { fields }: JsonReading): SchedulePerson[] {
  const own = objectOf(entry)
  const id = textOf(own.id) ?? textOf(entry)
  const speaker = { ...lists.speakers.get(id ?? ''), ...own }
  const fullName = textOf(speaker.fullName) ?? `${textOf(speaker.firstName) ?? ''} ${textOf(speaker.lastName) ?? ''}`
  const name = fields.line(textOf(speaker.name)) ?? fields.line(fullName)
  if (!name) return []
  const biography = fields.prose(textOf(speaker.bio))
  return [{ reference: fields.line(id), name, function: fields.line(textOf(speaker.tagLine)), biography }]
}
