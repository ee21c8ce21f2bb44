import type { Doing, Edit } from '@fachtag/core/modules/programme/journal/types'
import type { Places } from './places.ts'
import type { Texts } from './texts.ts'

type Journal = Texts['editor']['journal']

/** What was done, as the end of a sentence: "„…“ nach Saal 2, 10:15 Uhr verschoben". */
function tellDoing(doing: Doing, places: Places, t: Journal): string {
  switch (doing.kind) {
    case 'place':
      return t.place(places.title(doing.sessionId), places.where(doing))
    case 'park':
    case 'lock':
    case 'unlock':
      return tellMany(doing.sessionIds, (id) => t[doing.kind](places.title(id)), t)
    case 'swap':
      return t.swap(places.title(doing.sessionIds[0]), places.title(doing.sessionIds[1]))
    case 'resize':
      return t.resize(places.title(doing.sessionId), doing.durationMinutes)
    case 'change-room':
      return t.changeRoom(places.room(doing.fromRoomId), places.room(doing.toRoomId))
    case 'shift':
      return t.shift(doing.minutes)
    case 'copy-day':
      return t.copyDay
    case 'remove-slots':
      return t.removeSlots
    case 'lay-out':
      return t.layOut
    case 'take-over':
      return t.takeOver(doing.variant)
    case 'restore':
      return t.restore(doing.release)
    case 'import':
      return t.import
    case 'plan':
      return t.plan
    case 'surroundings':
      return t.surroundings
    case 'know':
      return t.know[doing.of]
    case 'replace':
    case 'write':
      return t[doing.kind](places.title(doing.sessionId))
  }
}

function tellMany(ids: readonly string[], tell: (id: string) => string, t: Journal): string {
  const [first = '', ...others] = ids
  return others.length === 0 ? tell(first) : t.more(tell(first), others.length)
}

/** What an edit did, without who: for the buttons that take it back. */
export function tellWhat({ moves }: Pick<Edit, 'moves'>, places: Places, { editor: { journal: t } }: Texts): string {
  const [first, ...others] = moves
  if (!first) return t.unknownSession
  const what = tellDoing(first, places, t)
  return others.length === 0 ? what : t.more(what, others.length)
}

type Known = { readonly me: string | null; readonly names: Readonly<Record<string, string>> }

/** What an edit did, and who it was: "Ida K. hat „…“ nach Saal 2, 10:15 Uhr verschoben". */
export function tellEdit(edit: Edit, { me, names }: Known, places: Places, texts: Texts): string {
  const { journal: t, somebody } = texts.editor
  const told = tellWhat(edit, places, texts)
  const what = edit.kind === 'undo' ? t.undone(told) : edit.kind === 'redo' ? t.redone(told) : told
  const { accountId } = edit
  if (accountId !== null && accountId === me) return t.you(what)
  return t.did((accountId === null ? undefined : names[accountId]) ?? somebody, what)
}
