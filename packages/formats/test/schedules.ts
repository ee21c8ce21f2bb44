import fc from 'fast-check'
import type { Schedule, ScheduleLink, SchedulePerson, ScheduleSession } from '../src/schedule/types.ts'
import { cleanLine, cleanText } from '../src/text/clean.ts'

const absent = undefined
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: absent, freq: 2 })

const unit = fc.oneof(
  fc.constantFrom(...'aZé ß,;:"\'<>&|=+-@#*_`[]()\\!?', ']]>', '?>', '\u2028', '\u00a0', '€', '𝄞'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const raw = fc.string({ unit, minLength: 1, maxLength: 30 })

/** One line of any text, in the form that a schedule holds. */
export const line = raw.map((text) => cleanLine(text) ?? 'x')
const prose = fc
  .string({ unit: fc.oneof(unit, fc.constantFrom('\n', '\n\n', '\t')), minLength: 1, maxLength: 60 })
  .map((text) => cleanText(text) ?? 'x')

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href),
  fc.constant('mailto:buero@fachtag.example'),
)
const link: fc.Arbitrary<ScheduleLink> = fc.record({ title: line, url: address })
const date = fc.integer({ min: 0, max: 4 }).map((days) => `2030-03-${29 + days > 31 ? '31' : 29 + days}`)
/** Includes the hours in which the clocks of Europe change. */
const start = fc
  .tuple(date, fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30', '45'))
  .map(([day, hour, minute]) => `${day}T${String(hour).padStart(2, '0')}:${minute}`)

const person: fc.Arbitrary<SchedulePerson> = fc.record({
  // Few of each, so that people share keys and names.
  reference: some(fc.oneof(line, fc.constantFrom('1', '2', '03', 'a'))),
  guid: some(
    fc.oneof(fc.constantFrom('3f2c8e10-1111-4222-8333-444455556666', '00000000-0000-4000-8000-000000000001'), line),
  ),
  name: fc.oneof(line, fc.constantFrom('Erika', 'Max')),
  role: some(fc.constantFrom('speaker', 'moderator', 'panelist', 'host')),
  mode: some(fc.constantFrom('on-site', 'remote')),
  function: some(line),
  organisation: some(line),
  biography: some(prose),
})

const distinctPeople = fc.uniqueArray(person, {
  maxLength: 4,
  selector: ({ reference, guid, name, role }) => JSON.stringify([reference ?? guid ?? name, role]),
})

function session(rooms: readonly string[], tracks: readonly string[]): fc.Arbitrary<ScheduleSession> {
  return fc.record({
    reference: fc.oneof(line, fc.integer({ min: 0, max: 99 }).map(String)),
    guid: some(
      fc.oneof(
        fc.uuid(),
        fc.uuid().map((uuid) => uuid.toUpperCase()),
        line,
      ),
    ),
    slug: some(fc.oneof(line, fc.stringMatching(/^[a-z]{4,6}-[a-z0-9]{4,8}$/))),
    title: line,
    subtitle: some(line),
    abstract: some(prose),
    description: some(prose),
    type: some(line),
    language: some(fc.constantFrom('de', 'en', 'de-AT')),
    track: tracks.length > 0 ? some(fc.constantFrom(...tracks)) : fc.constant(absent),
    room: rooms.length > 0 ? some(fc.constantFrom(...rooms)) : fc.constant(absent),
    day: some(date),
    start: some(start),
    durationMinutes: some(fc.integer({ min: 0, max: 7000 })),
    people: distinctPeople,
    links: fc.array(link, { maxLength: 2 }),
    attachments: fc.array(link, { maxLength: 2 }),
    url: some(address),
    feedbackUrl: some(address),
    recordingLicence: some(line),
    doNotRecord: some(fc.boolean()),
    isPlenary: some(fc.boolean()),
    isCancelled: some(fc.boolean()),
  })
}

/** Any schedule that the type allows: known and unknown times, odd names, keys that fit no schema. */
export const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    rooms: fc.uniqueArray(line, { maxLength: 3 }),
    tracks: fc.uniqueArray(line, { maxLength: 3 }),
  })
  .chain(({ rooms, tracks }) =>
    fc.record({
      title: line,
      acronym: some(fc.oneof(line, fc.constant('fachtag2030'))),
      version: some(line),
      firstDay: some(date),
      lastDay: some(date),
      timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kathmandu', 'Etc/GMT+5'),
      venue: some(line),
      city: some(line),
      url: some(address),
      rooms: fc.tuple(
        ...rooms.map((name) =>
          fc.record({
            name: fc.constant(name),
            slug: some(line),
            guid: some(fc.oneof(fc.uuid(), line)),
            description: some(prose),
            capacity: some(fc.nat()),
          }),
        ),
      ),
      tracks: fc.tuple(
        ...tracks.map((name) =>
          fc.record({ name: fc.constant(name), slug: some(line), colour: some(fc.constantFrom('#0a1b2c', '#ffffff')) }),
        ),
      ),
      sessions: fc.uniqueArray(session(rooms, tracks), { maxLength: 5, selector: ({ reference }) => reference }),
    }),
  )
