import { booleanOf, countOf, type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import { cleanLine, cleanText } from '../text/clean.ts'
import type { SchedulePerson, ScheduleRoom, ScheduleSession, ScheduleTrack } from './types.ts'
import { dateOf, isoDateTime } from './wall-time.ts'

/*
 * Values of unknown origin as parts of a schedule: known properties of the right shape are taken, everything else is left
 * out. What has not even a name is no part at all.
 */

export function roomFrom(value: unknown): ScheduleRoom[] {
  const room = objectOf(value)
  const name = line(room.name)
  if (!name) return []
  const { guid, slug, description, capacity } = room
  return [{ name, guid: line(guid), slug: line(slug), description: prose(description), capacity: countOf(capacity) }]
}

export function trackFrom(value: unknown): ScheduleTrack[] {
  const track = objectOf(value)
  const name = line(track.name)
  const colour = /^#[0-9a-f]{6}$/i.exec(textOf(track.colour) ?? '')?.[0].toLowerCase()
  return name ? [{ name, slug: line(track.slug), colour }] : []
}

export function sessionFrom(value: unknown): ScheduleSession[] {
  const session = objectOf(value)
  const reference = line(session.reference)
  const title = line(session.title)
  if (!reference || !title) return []
  const moment = isoDateTime(textOf(session.start) ?? '')
  return [
    {
      reference,
      guid: line(session.guid),
      slug: line(session.slug),
      title,
      subtitle: line(session.subtitle),
      abstract: prose(session.abstract),
      description: prose(session.description),
      type: line(session.type),
      language: line(session.language),
      track: line(session.track),
      room: line(session.room),
      day: dateOf(textOf(session.day) ?? ''),
      start: moment?.local,
      durationMinutes: countOf(session.durationMinutes),
      people: listOf(session.people).flatMap(personFrom),
      links: listOf(session.links).flatMap(linkFrom),
      attachments: listOf(session.attachments).flatMap(linkFrom),
      url: address(session.url),
      feedbackUrl: address(session.feedbackUrl),
      recordingLicence: line(session.recordingLicence),
      doNotRecord: booleanOf(session.doNotRecord),
      isPlenary: booleanOf(session.isPlenary),
      isCancelled: booleanOf(session.isCancelled),
    },
  ]
}

function personFrom(value: unknown): SchedulePerson[] {
  const person = objectOf(value)
  const name = line(person.name)
  if (!name) return []
  return [
    {
      reference: line(person.reference),
      guid: line(person.guid),
      name,
      ...partFrom(person),
      biography: prose(person.biography),
    },
  ]
}

/** What a person does in a session, and for whom. */
export function partFrom(person: JsonObject): Pick<SchedulePerson, 'role' | 'mode' | 'function' | 'organisation'> {
  return {
    role: oneOf(['speaker', 'moderator', 'panelist', 'host'], textOf(person.role)?.toLowerCase()),
    mode: oneOf(['on-site', 'remote'], textOf(person.mode)),
    function: line(person.function),
    organisation: line(person.organisation),
  }
}

function linkFrom(value: unknown) {
  const link = objectOf(value)
  const url = address(link.url)
  return url ? [{ title: line(link.title) ?? url, url }] : []
}

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined): T | undefined {
  return allowed.find((word) => word === value)
}

function line(value: unknown): string | undefined {
  return cleanLine(textOf(value))
}

function prose(value: unknown): string | undefined {
  return cleanText(textOf(value))
}

function address(value: unknown): string | undefined {
  const url = URL.parse(textOf(value) ?? '')
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}
