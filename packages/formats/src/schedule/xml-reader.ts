import { parseJson } from '../json/value.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml/tree.ts'
import { ScheduleBuilder } from './builder.ts'
import { extended } from './extension.ts'
import { Fields, scheduleZone } from './fields.ts'
import { type Place, ProblemList, quoted } from './problems.ts'
import type { ReadOptions, ReadResult, Schedule, SchedulePerson, ScheduleSession } from './types.ts'
import { timeOfDay } from './wall-time.ts'

type Reading = {
  readonly fields: Fields
  readonly problems: ProblemList
  readonly builder: ScheduleBuilder
  readonly dayChange: string | undefined
  /** People of the file's own list, by id. */
  readonly people: ReadonlyMap<string, SchedulePerson>
}
type Day = { readonly date: string | undefined; readonly room: string | undefined; readonly place: Place }

/**
 * Reads schedule.xml: Pentabarf (FOSDEM), frab, pretalx and the c3voc schema, by Pentabarf's element names, which all of
 * them kept. Descriptions in HTML become Markdown. Never throws; see `ReadResult`.
 */
export function readScheduleXml(text: string, options: ReadOptions = {}): ReadResult {
  const problems = new ProblemList()
  const parsed = parseXml(text)
  if (parsed.kind === 'refused') {
    problems.error(parsed.code, parsed.message, { line: parsed.line })
    return problems.result(null)
  }
  const { root } = parsed
  const conference = childOf(root, 'conference')
  if (root.name !== 'schedule' || !conference) {
    const found = root.name === 'schedule' ? 'has no <conference>' : `is <${root.name.slice(0, 40)}>`
    const message = `The root must be <schedule> with a <conference>, but ${found}`
    problems.error('schedule.root_unexpected', message, { line: root.line, field: root.name.slice(0, 40) })
    return problems.result(null)
  }
  return problems.result(readRoot(root, conference, options, problems))
}

function readRoot(root: XmlElement, conference: XmlElement, options: ReadOptions, problems: ProblemList): Schedule {
  const timeZone = scheduleZone(childOf(conference, 'time_zone_name')?.text, options.timeZone, problems)
  const baseUrl = URL.parse(childOf(conference, 'base_url')?.text ?? '')?.href
  const textIsMarkdown = childOf(root, 'generator')?.attributes.name === 'Fachtag'
  const fields = new Fields(problems, { timeZone, textIsMarkdown, baseUrl })
  const builder = new ScheduleBuilder(problems)
  const dayChange = timeOfDay(childOf(conference, 'day_change')?.text ?? '')
  const reading = { fields, problems, builder, dayChange, people: listedPeople(root, fields) }
  readTracks(root, conference, reading)
  for (const [index, day] of childrenOf(root, 'day').entries()) readDay(day, `day[${index}]`, reading)
  const plain = builder.build({ ...readHead(root, conference, reading), timeZone })
  return textIsMarkdown ? withInstruction(plain, root, problems) : plain
}

/** Our own files say in a processing instruction what schedule.xml has no place for. */
function withInstruction(plain: Schedule, root: XmlElement, problems: ProblemList): Schedule {
  const instruction = root.instructions.fachtag
  if (instruction === undefined || problems.hasError) return plain
  const parsed = parseJson(instruction)
  if (parsed.kind === 'read') return extended(plain, parsed.value, problems)
  problems.error('schedule.extension_malformed', parsed.message, { line: root.line, field: '<?fachtag?>' })
  return plain
}

function readHead(root: XmlElement, conference: XmlElement, { fields, problems }: Reading) {
  const value = (name: string) => childOf(conference, name)?.text
  const place = (name: string) => ({ line: childOf(conference, name)?.line, field: `conference.${name}` })
  const title = fields.line(value('title'))
  if (!title)
    problems.error('schedule.title_missing', 'The conference has no title', {
      line: conference.line,
      field: 'conference.title',
    })
  const address = childOf(conference, 'url') ? 'url' : 'base_url'
  return {
    title: title ?? '',
    acronym: fields.line(value('acronym')),
    version: fields.line(childOf(root, 'version')?.text),
    firstDay: fields.date(value('start'), 'schedule.start_invalid', place('start')),
    lastDay: fields.date(value('end'), 'schedule.end_invalid', place('end')),
    venue: fields.line(value('venue')),
    city: fields.line(value('city')),
    url: fields.address(value(address), place(address)),
  }
}

function readTracks(root: XmlElement, conference: XmlElement, { fields, builder }: Reading): void {
  const tracks = [...childrenOf(childOf(root, 'tracks'), 'track'), ...childrenOf(conference, 'track')]
  for (const [index, track] of tracks.entries()) {
    const name = fields.line(track.attributes.name ?? track.text)
    const colour = /^#[0-9a-f]{6}$/i.exec(track.attributes.color ?? '')?.[0].toLowerCase()
    const slug = fields.line(track.attributes.slug)
    if (name) builder.listTrack({ name, slug, colour }, { line: track.line, field: `track[${index}]` })
  }
}

function listedPeople(root: XmlElement, fields: Fields): Map<string, SchedulePerson> {
  const people = new Map<string, SchedulePerson>()
  for (const person of childrenOf(childOf(root, 'persons'), 'person')) {
    const name = fields.line(childOf(person, 'name')?.text)
    const texts = ['biography', 'extended_biography'].map((part) => fields.prose(childOf(person, part)?.text))
    const biography = texts.filter((part) => part !== undefined).join('\n\n') || undefined
    if (name && person.attributes.id) people.set(person.attributes.id, { name, biography })
  }
  return people
}

function readDay(day: XmlElement, path: string, reading: Reading): void {
  const place = { line: day.line, field: `${path}.date` }
  const given = day.attributes.date ?? day.attributes.start
  if (!given) reading.problems.error('day.date_missing', 'A <day> needs a date', place)
  const date = reading.fields.date(given, 'day.date_invalid', place)
  for (const [roomIndex, room] of childrenOf(day, 'room').entries()) {
    const roomPath = `${path}.room[${roomIndex}]`
    const name = reading.fields.line(room.attributes.name)
    if (room.attributes.name === undefined) {
      reading.problems.error('room.name_missing', 'A <room> needs a name', {
        line: room.line,
        field: `${roomPath}.name`,
      })
    }
    if (name)
      reading.builder.addRoom({
        name,
        slug: reading.fields.line(room.attributes.slug),
        guid: reading.fields.line(room.attributes.guid),
      })
    for (const [index, event] of childrenOf(room, 'event').entries()) {
      readEvent(event, { date, room: name, place: { line: event.line, field: `${roomPath}.event[${index}]` } }, reading)
    }
  }
}

function readEvent(event: XmlElement, day: Day, reading: Reading): void {
  const { fields, problems, builder } = reading
  const parts = new Map(event.children.map((child) => [child.name, child]))
  const place = (name: string) => ({ line: parts.get(name)?.line ?? event.line, field: `${day.place.field}.${name}` })
  const line = (name: string) => fields.line(parts.get(name)?.text)
  const { id, code, guid } = event.attributes
  const reference = fields.line(id ?? code ?? guid)
  const title = line('title')
  if (!reference) problems.error('session.reference_missing', 'An <event> needs an id, code or guid', place('id'))
  if (!title) problems.error('session.title_missing', 'An <event> needs a title', place('title'))
  const room = line('room')
  if (room && day.room && room !== day.room) {
    const message = `${quoted(room)} stands inside <room name=${quoted(day.room)}>`
    problems.error('session.room_contradicts', message, place('room'))
  }
  const words = { dateTime: parts.get('date')?.text, time: parts.get('start')?.text }
  const start = fields.start(
    { ...words, day: day.date, dayChange: reading.dayChange },
    place(words.dateTime ? 'date' : 'start'),
  )
  if (!reference || !title) return
  const session: ScheduleSession = {
    reference,
    guid: fields.line(guid),
    slug: line('slug'),
    title,
    subtitle: line('subtitle'),
    abstract: fields.prose(parts.get('abstract')?.text),
    description: fields.prose(parts.get('description')?.text),
    type: line('type'),
    language: fields.language(parts.get('language')?.text, place('language')),
    track: line('track'),
    room: day.room,
    day: day.date,
    start,
    durationMinutes: fields.minutes(parts.get('duration')?.text, place('duration')),
    people: readPeople(parts.get('persons'), reading),
    links: readLinks(parts.get('links'), 'link', day.place, reading),
    attachments: readLinks(parts.get('attachments'), 'attachment', day.place, reading),
    url: fields.address(parts.get('url')?.text, place('url')),
    feedbackUrl: fields.address(parts.get('feedback_url')?.text, place('feedback_url')),
    ...readRecording(parts.get('recording'), fields),
  }
  builder.addSession(session, day.place)
}

function readPeople(persons: XmlElement | undefined, { fields, people }: Reading): SchedulePerson[] {
  return childrenOf(persons, 'person').flatMap((person) => {
    const listed = people.get(person.attributes.id ?? '')
    const name = fields.line(person.text) ?? listed?.name
    if (!name) return []
    const guid = fields.line(person.attributes.guid)
    return [{ reference: fields.line(person.attributes.id) ?? guid, guid, name, biography: listed?.biography }]
  })
}

function readLinks(list: XmlElement | undefined, name: string, event: Place, { fields }: Reading) {
  return childrenOf(list, name).flatMap((link, index) => {
    return fields.link(link.text, link.attributes.href, { line: link.line, field: `${event.field}.${name}[${index}]` })
  })
}

function readRecording(recording: XmlElement | undefined, fields: Fields) {
  const optOut = fields.line(childOf(recording, 'optout')?.text)?.toLowerCase()
  return {
    recordingLicence: fields.line(childOf(recording, 'license')?.text),
    doNotRecord: optOut === undefined ? undefined : ['true', '1', 'yes'].includes(optOut),
  }
}
