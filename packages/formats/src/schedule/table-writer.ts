import { writeCsv } from '../table/csv.ts'
import type { Cell } from '../table/types.ts'
import { writeXlsx } from '../table/xlsx.ts'
import { headingOf, type TableField } from './table-columns.ts'
import type { Schedule, SchedulePerson, ScheduleSession } from './types.ts'
import { plusMinutes } from './wall-time.ts'

/** The columns in the order of the table, with their width in characters. */
const columns: readonly (readonly [Exclude<TableField, 'moderators'>, number])[] = [
  ['day', 12],
  ['start', 8],
  ['end', 8],
  ['durationMinutes', 10],
  ['room', 18],
  ['track', 22],
  ['type', 14],
  ['title', 50],
  ['subtitle', 30],
  ['people', 30],
  ['roles', 14],
  ['modes', 14],
  ['functions', 30],
  ['organisations', 30],
  ['language', 8],
  ['isPlenary', 8],
  ['isCancelled', 8],
  ['abstract', 60],
  ['description', 80],
  ['url', 40],
  ['reference', 16],
]

const roleNames = { speaker: 'Referent/-in', moderator: 'Moderation', panelist: 'Podium', host: 'Gastgeber/-in' }
const modeNames = { 'on-site': 'vor Ort', remote: 'zugeschaltet' }

/** Writes the programme as CSV for Excel in Germany; `readScheduleCsv` understands it. See `tableRow` for what it holds. */
export function writeScheduleCsv(schedule: Schedule): string {
  return writeCsv([
    columns.map(([field]) => headingOf(field)),
    ...schedule.sessions.map((session) => tableRow(session, germanDate)),
  ])
}

/** Writes the programme as a workbook; `readScheduleXlsx` understands it. See `tableRow` for what it holds. */
export function writeScheduleXlsx(schedule: Schedule): Promise<Uint8Array> {
  return writeXlsx({
    name: schedule.title,
    header: columns.map(([field]) => headingOf(field)),
    widths: columns.map(([, width]) => width),
    rows: schedule.sessions.map((session) => tableRow(session, (date) => new Date(`${date}T00:00:00Z`))),
  })
}

/**
 * What a table holds of a session: everything a person plans with, not keys of other systems, links, biographies and
 * recording rights. A session after midnight stands with the date on which it starts.
 */
function tableRow(session: ScheduleSession, date: (text: string) => Cell): Cell[] {
  const { people, start, durationMinutes: minutes } = session
  const day = start?.slice(0, 10) ?? session.day
  const values: Record<Exclude<TableField, 'moderators'>, Cell | undefined> = {
    day: day && date(day),
    start: start?.slice(11),
    end: start !== undefined && minutes !== undefined ? plusMinutes(start, minutes).slice(11) : undefined,
    durationMinutes: minutes,
    room: session.room,
    track: session.track,
    type: session.type,
    title: session.title,
    subtitle: session.subtitle,
    people: lines(people, ({ name }) => name),
    roles: lines(people, ({ role }) => role && roleNames[role]),
    modes: lines(people, ({ mode }) => mode && modeNames[mode]),
    functions: lines(people, (person) => person.function),
    organisations: lines(people, ({ organisation }) => organisation),
    language: session.language,
    isPlenary: yesOrNo(session.isPlenary),
    isCancelled: yesOrNo(session.isCancelled),
    abstract: session.abstract,
    description: session.description,
    url: session.url,
    reference: session.reference,
  }
  return columns.map(([field]) => values[field] ?? null)
}

/** One line for each person, so that the columns about people can be read side by side. */
function lines(
  people: readonly SchedulePerson[],
  value: (person: SchedulePerson) => string | undefined,
): string | undefined {
  const texts = people.map((person) => value(person) ?? '')
  return texts.some((text) => text !== '') ? texts.join('\n') : undefined
}

function yesOrNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'ja' : 'nein'
}

function germanDate(date: string): string {
  return date.split('-').toReversed().join('.')
}
