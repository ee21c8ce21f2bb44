import type { Notice, TakenBack } from '../sync/types.ts'
import { tellEdit } from './journal.ts'
import type { Places } from './places.ts'
import type { Texts } from './texts.ts'

type Known = { readonly me: string | null; readonly names: Readonly<Record<string, string>> }
export type Told = { readonly text: string; readonly isBad: boolean }

function tellTakenBack({ why, ids }: TakenBack, places: Places, { editor: { notice: t }, warnings }: Texts): string {
  const what = ids.map((id) => warnings.quoted(places.title(id))).join(', ')
  if (why === 'conflict' || why === 'unknown') return t[why]
  return t[why](what)
}

/** What an editor is told, and whether it is something that they have to see. */
export function tellNotice(notice: Notice, places: Places, texts: Texts, known: Known): Told {
  const { notice: t, say } = texts.editor
  switch (notice.kind) {
    case 'taken-back':
      return { text: tellTakenBack(notice, places, texts), isBad: true }
    case 'nothing-to-step':
      return { text: notice.step === 'undo' ? t.nothingToUndo : t.nothingToRedo, isBad: false }
    case 'stepped':
      return { text: say.stepped(tellEdit(notice.edit, known, places, texts)), isBad: false }
    case 'others':
      return { text: notice.edits.map((edit) => tellEdit(edit, known, places, texts)).join('. '), isBad: false }
    case 'read-anew':
      return { text: t.readAnew, isBad: false }
    case 'variant-changed':
      return { text: t.variantChanged, isBad: false }
  }
}
