import type { Warning, WarningKind, WarningOf } from '@fachtag/core/modules/programme/warnings/types'
import { wordings } from './sentences.ts'
import { makeTeller, type Teller } from './telling.ts'
import type { WarningLanguage, WarningNames, WordedWarning } from './types.ts'

/** A list of rooms that would do is a proposal, not a directory. */
const proposedRooms = 3

function proposeRooms(warning: Warning, { t, list }: Teller, names: WarningNames): readonly string[] {
  const propose = (rooms: readonly string[], say: (rooms: string) => string) =>
    rooms.length === 0 ? [] : [say(list(rooms.slice(0, proposedRooms).map(t.quoted)))]
  switch (warning.kind) {
    case 'room-too-small':
      return propose(names.roomsOfSize(warning.facts.expectedCount), t.largeEnough)
    case 'room-lacks-equipment':
      return propose(names.roomsWith(warning.facts.missing), t.equipped)
    case 'remote-without-equipment':
      return propose(names.roomsWith(['remote']), t.equipped)
    default:
      return []
  }
}

function word<K extends WarningKind>(warning: WarningOf<K>, tell: Teller, names: WarningNames) {
  const { subject, sentences } = wordings[warning.kind]
  return { subject: subject(warning, tell, names), sentences: sentences(warning, tell, names) }
}

/**
 * A warning in the words of a language: what is so, why it is worth a look, and what would help. Needs nothing of the server,
 * so that the editor says the same while sessions are dragged.
 */
export function wordWarning(warning: Warning, names: WarningNames, language: WarningLanguage): WordedWarning {
  const { t } = language
  const tell = makeTeller(names, language)
  return {
    title: t.kinds[warning.kind],
    ...word(warning, tell, names),
    help: [t.help[warning.kind], ...proposeRooms(warning, tell, names)],
    sessions: warning.sessionIds.map((id) => ({ id, title: names.session(id)?.title ?? t.gone })),
  }
}
