import { cleanLine } from '../text/clean.ts'
import { partFrom } from './shape.ts'
import type { TableField } from './table-columns.ts'
import type { SessionRow } from './table-row.ts'
import type { SchedulePerson } from './types.ts'

/**
 * One person in each line of the cell, or several in one line with `;` between. Role, function and organisation stand in the
 * same line of their own columns. A column for who moderates has names only.
 */
export function readPeople(row: SessionRow): SchedulePerson[] {
  const lines = (field: TableField) => (row.text(field) ?? '').split(/\r\n?|\n/)
  const names = (field: TableField) => {
    const given = lines(field)
    return given.length === 1 ? given[0]!.split(';') : given
  }
  const [roles, modes, functions, organisations] = [
    lines('roles'),
    lines('modes'),
    lines('functions'),
    lines('organisations'),
  ]
  const people = names('people').map((name, index) => {
    const part = { role: roleOf(roles[index]), mode: modeOf(modes[index]) }
    return { name, ...partFrom({ ...part, function: functions[index], organisation: organisations[index] }) }
  })
  const moderators = names('moderators').map((name) => ({ name, role: 'moderator' as const }))
  return [...people, ...moderators].flatMap((person) => {
    const name = cleanLine(person.name)
    return name ? [{ ...person, name }] : []
  })
}

function roleOf(word: string | undefined): string | undefined {
  const text = word?.trim().toLowerCase() ?? ''
  if (/^(moderat|chair)/.test(text)) return 'moderator'
  if (/^(podium|panel|diskutant)/.test(text)) return 'panelist'
  if (/^(gastgeb|host|leitung)/.test(text)) return 'host'
  return /^(refer|vortrag|sprech|speaker)/.test(text) ? 'speaker' : undefined
}

function modeOf(word: string | undefined): string | undefined {
  const text = word?.trim().toLowerCase() ?? ''
  if (/^(remote|online|zugeschaltet|video)/.test(text)) return 'remote'
  return /^(vor ort|on-?site|präsenz)/.test(text) ? 'on-site' : undefined
}
