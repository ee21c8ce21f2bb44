import { resolveLineup } from '@fachtag/core/modules/programme/lineup/rules'
import type { LineupEntry } from '@fachtag/core/modules/programme/lineup/types'
import type { ProgrammeAppearance } from '@fachtag/core/modules/programme/types'
import type { Messages } from '#lib/messages/messages.ts'

/** What an appearance is called: the person, else the organisation they stand for. */
export function nameOf(appearance: ProgrammeAppearance): string {
  return appearance.name ?? appearance.organisationName ?? ''
}

function describe({ appearance, standsInFor }: LineupEntry, t: Messages['programme']): string {
  const planned = standsInFor.at(-1)
  const notes = [
    planned ? t.insteadOf(nameOf(planned)) : '',
    appearance.mode === 'remote' ? t.remote : '',
    appearance.state === 'planned' ? '' : t.absent,
  ].filter(Boolean)
  const name = appearance.role === 'moderator' ? `${t.roles.moderator}: ${nameOf(appearance)}` : nameOf(appearance)
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name
}

/** Everybody in a session on one line, with what is special about their part in words. */
export function nameLine(appearances: readonly ProgrammeAppearance[], t: Messages['programme']): string {
  return resolveLineup(appearances)
    .map((entry) => describe(entry, t))
    .join(', ')
}
