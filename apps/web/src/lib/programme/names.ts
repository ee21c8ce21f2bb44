import { resolveLineup } from '@fachtag/core/modules/programme/lineup/rules'
import type { LineupEntry } from '@fachtag/core/modules/programme/lineup/types'
import type { ProgrammeAppearance } from '@fachtag/core/modules/programme/types'
import type { Messages } from '#lib/messages/messages.ts'

/** What an appearance is called: the person, else the organisation they stand for. */
export function nameOf(appearance: ProgrammeAppearance): string {
  return appearance.name ?? appearance.organisationName ?? ''
}

function notesOn({ appearance, standsInFor }: LineupEntry, t: Messages['programme']): string {
  const planned = standsInFor.at(-1)
  const notes = [
    planned ? t.insteadOf(nameOf(planned)) : '',
    appearance.mode === 'remote' ? t.remote : '',
    appearance.state === 'planned' ? '' : t.absent,
  ].filter(Boolean)
  return notes.length > 0 ? ` (${notes.join(', ')})` : ''
}

/** Everybody in a session on one line, those who moderate last, with what is special about their part in words. */
export function nameLine(appearances: readonly ProgrammeAppearance[], t: Messages['programme']): string {
  const lineup = resolveLineup(appearances)
  const list = (entries: readonly LineupEntry[]) =>
    entries.map((entry) => nameOf(entry.appearance) + notesOn(entry, t)).join(', ')
  const moderators = lineup.filter(({ appearance }) => appearance.role === 'moderator')
  const others = lineup.filter((entry) => !moderators.includes(entry))
  const moderation = moderators.length > 0 ? `${t.roles.moderator}: ${list(moderators)}` : ''
  return [list(others), moderation].filter(Boolean).join(' · ')
}

/** One line for everybody in a session: name, function and organisation, and what is special about their part. */
export function nameLines(appearances: readonly ProgrammeAppearance[], t: Messages['programme']): readonly string[] {
  return resolveLineup(appearances).map((entry) => {
    const { name, function: position, organisationName, role } = entry.appearance
    const who = [name, position, organisationName].filter(Boolean).join(', ')
    return (role === 'moderator' ? `${t.roles.moderator}: ` : '') + who + notesOn(entry, t)
  })
}
