import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { ChangedField, ChangeReport, Place, SessionRef } from '@fachtag/core/modules/programme/changelog/types'
import { formatDate } from '#lib/format/dates.ts'
import { formatClock } from '#lib/format/times.ts'
import { type Messages, messages } from '#lib/messages/messages.ts'

/** One kind of change, with the sessions that it happened to and what there is to say of each. */
export type ToldList = {
  readonly name: keyof Messages['releases']['changelog']['lists']
  readonly entries: readonly { readonly session: SessionRef; readonly details: readonly string[] }[]
}

/** The lists of a report that are not empty, in words. */
export function tellReport(report: ChangeReport, locale: Locale): readonly ToldList[] {
  const all = messages(locale)
  const t = all.contentForms.publish
  const fields: Readonly<Record<string, string>> = t.fields
  const placeOf = ({ day, startsAt, room }: Place) =>
    [day && formatDate(day, locale), startsAt && all.format.clock(formatClock(startsAt, locale)), room]
      .filter(Boolean)
      .join(', ') || t.nowhere
  const tellField = ({ field, from, to }: ChangedField) => {
    const name = fields[field] ?? field
    return (from || to) && from !== to ? `${name}: ${from || '–'} → ${to || '–'}` : name
  }
  const plain = (sessions: readonly SessionRef[]) => sessions.map((session) => ({ session, details: [] }))
  const lists: readonly ToldList[] = [
    { name: 'added', entries: plain(report.added) },
    { name: 'removed', entries: plain(report.removed) },
    { name: 'cancelled', entries: plain(report.cancelled) },
    { name: 'reinstated', entries: plain(report.reinstated) },
    {
      name: 'moved',
      entries: report.moved.map((session) => ({
        session,
        details: [`${placeOf(session.from)} → ${placeOf(session.to)}`],
      })),
    },
    {
      name: 'changed',
      entries: report.changed.map((session) => ({ session, details: session.fields.map(tellField) })),
    },
  ]
  return lists.filter(({ entries }) => entries.length > 0)
}

/** Whether tracks or rooms themselves came, went or are called otherwise. */
export function touchesPlaces({ tracks, rooms }: ChangeReport): boolean {
  return [tracks, rooms].some((list) => list.added.length + list.removed.length + list.changed.length > 0)
}

/** A report as plain text of at most about `most` sessions, for feeds. */
export function summariseReport(report: ChangeReport, locale: Locale, most = 20): string {
  const t = messages(locale).releases.changelog
  const lines = tellReport(report, locale).map(({ name, entries }) => {
    const shown = entries.slice(0, most).map(({ session, details }) => [session.title, ...details].join(', '))
    return t.summary(t.lists[name], shown.join('; ') + (entries.length > most ? ` … (${entries.length})` : ''))
  })
  return [...lines, ...(touchesPlaces(report) ? [t.small] : [])].join('\n')
}
