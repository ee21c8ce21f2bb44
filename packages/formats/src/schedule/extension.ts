import { applyMergePatch, createMergePatch } from '../json/merge-patch.ts'
import { type JsonObject, listOf, objectOf, textOf } from '../json/value.ts'
import { cleanLine } from '../text/clean.ts'
import { ScheduleBuilder } from './builder.ts'
import { identifySessions } from './identity.ts'
import type { ProblemList } from './problems.ts'
import { roomFrom, sessionFrom, trackFrom } from './shape.ts'
import type { Schedule } from './types.ts'
import { dateOf, timeZoneOf } from './wall-time.ts'

/**
 * What a standard format has no place for, to travel beside it so that nothing is lost. It is the difference between the
 * schedule and what any reader gets from the standard part, so it is empty where that part says everything, and who edits
 * that part changes what is read.
 */
export type ScheduleExtension = {
  /** Merge patch of everything but the sessions. */
  readonly head?: JsonObject | undefined
  /** Merge patches of sessions, by the guid in the file. */
  readonly sessions?: JsonObject | undefined
  /** Sessions without a start, whole. */
  readonly unscheduled?: readonly unknown[] | undefined
  /** References in the schedule's own order, where the file arranges them differently. */
  readonly order?: readonly string[] | undefined
}

/** The extension that makes `schedule` out of `plain`, which is what the standard part reads as; `undefined` if nothing is missing. */
export function extensionFor(schedule: Schedule, plain: Schedule): ScheduleExtension | undefined {
  const { sessions, ...head } = schedule
  const { sessions: plainSessions, ...plainHead } = plain
  const byGuid = new Map(plainSessions.map((session) => [session.guid, session]))
  const patches: Record<string, JsonObject> = {}
  for (const { session, guid } of identifySessions(schedule)) {
    const known = byGuid.get(guid)
    const patch = known && createMergePatch(known, session)
    if (patch) patches[guid] = patch
  }
  const unscheduled = sessions.filter((session) => session.start === undefined)
  const fileOrder = plainSessions.map(({ guid }) => guid)
  const ownOrder = identifySessions(schedule).map(({ guid }) => guid)
  const isSameOrder = unscheduled.length === 0 && fileOrder.every((guid, index) => guid === ownOrder[index])
  const extension: ScheduleExtension = {
    head: createMergePatch(plainHead, head),
    sessions: Object.keys(patches).length > 0 ? patches : undefined,
    unscheduled: unscheduled.length > 0 ? unscheduled : undefined,
    order: isSameOrder ? undefined : sessions.map(({ reference }) => reference),
  }
  return Object.values(extension).some((part) => part !== undefined) ? extension : undefined
}

/** The schedule with its extension. The extension is as little trusted as the file: what has the wrong shape is left out. */
export function extended(plain: Schedule, extension: unknown, problems: ProblemList): Schedule {
  const { head, sessions: patches, unscheduled, order } = objectOf(extension)
  const { sessions, ...plainHead } = plain
  const merged = applyMergePatch(plainHead, head)
  const builder = new ScheduleBuilder(problems)
  for (const room of listOf(merged.rooms).flatMap(roomFrom)) builder.addRoom(room)
  for (const track of listOf(merged.tracks).flatMap(trackFrom)) builder.listTrack(track, { field: 'tracks' })
  const all = [
    ...sessions.map((session) => applyMergePatch(session, objectOf(patches)[session.guid ?? ''])),
    ...listOf(unscheduled),
  ].flatMap(sessionFrom)
  const position = new Map(listOf(order).map((reference, index) => [reference, index]))
  const ordered = all.toSorted((a, b) => (position.get(a.reference) ?? 0) - (position.get(b.reference) ?? 0))
  for (const session of ordered) builder.addSession(session, { field: `extension[${session.reference.slice(0, 60)}]` })
  return builder.build(headFrom(merged, plain))
}

function headFrom(merged: JsonObject, plain: Schedule): Omit<Schedule, 'rooms' | 'tracks' | 'sessions'> {
  const line = (value: unknown) => cleanLine(textOf(value))
  const url = URL.parse(textOf(merged.url) ?? '')
  return {
    title: line(merged.title) ?? plain.title,
    acronym: line(merged.acronym),
    version: line(merged.version),
    firstDay: dateOf(textOf(merged.firstDay) ?? ''),
    lastDay: dateOf(textOf(merged.lastDay) ?? ''),
    timeZone: timeZoneOf(textOf(merged.timeZone) ?? '') ?? plain.timeZone,
    venue: line(merged.venue),
    city: line(merged.city),
    url: url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined,
  }
}
