import { booleanOf, type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import type { JsonReading } from './json-source.ts'
import { partFrom } from './shape.ts'
import type { SchedulePerson } from './types.ts'

/** What an event says in the same words in both versions of the schema; `undefined` when it is no event. */
export function readEventParts(event: JsonObject, field: string, { fields, problems }: JsonReading) {
  const place = (name: string) => ({ field: `${field}.${name}` })
  const reference = fields.line(textOf(event.id) ?? textOf(event.code) ?? textOf(event.guid))
  const title = fields.line(textOf(event.title))
  if (!reference) problems.error('session.reference_missing', 'An event needs an id, code or guid', place('id'))
  if (!title) problems.error('session.title_missing', 'An event needs a title', place('title'))
  if (!reference || !title) return undefined
  const links = (name: 'links' | 'attachments') =>
    listOf(event[name]).flatMap((entry, index) => {
      const link = objectOf(entry)
      const label = textOf(link.title) ?? textOf(link.type)
      return fields.link(label, textOf(link.url), place(`${name}[${index}].url`))
    })
  return {
    reference,
    guid: fields.line(textOf(event.guid)),
    slug: fields.line(textOf(event.slug)),
    title,
    subtitle: fields.line(textOf(event.subtitle)),
    abstract: fields.prose(textOf(event.abstract)),
    description: fields.prose(textOf(event.description)),
    type: fields.line(textOf(event.type)),
    language: fields.language(textOf(event.language), place('language')),
    links: links('links'),
    attachments: links('attachments'),
    url: fields.address(textOf(event.url), place('url')),
    recordingLicence: fields.line(textOf(event.recording_license)),
    doNotRecord: booleanOf(event.do_not_record),
  }
}

/** A person as an event or a list of people names them; none without a name. */
export function readPerson(person: JsonObject, { fields }: JsonReading): SchedulePerson[] {
  const name = fields.line(textOf(person.public_name) ?? textOf(person.name))
  if (!name) return []
  const reference = fields.line(textOf(person.id) ?? textOf(person.code) ?? textOf(person.guid))
  const biography = fields.prose(textOf(person.biography))
  return [{ reference, guid: fields.line(textOf(person.guid)), name, ...partFrom(person), biography }]
}
