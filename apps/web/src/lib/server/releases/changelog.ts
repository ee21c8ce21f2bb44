import type { EditionDetail } from '@fachtag/core/modules/editions/types'
import { type ChangelogEntry, listChangelog } from '@fachtag/core/modules/programme/release/queries'
import { listPublishedIds } from '@fachtag/core/modules/programme/sessions/queries'
import { found } from '../found.ts'
import { loadProgramme } from '../programme.ts'

/** The changelog of a public programme, and which of the sessions it names still have a page; 404 without a programme. */
export async function loadChangelog(
  locals: App.Locals,
  params: { readonly series: string; readonly edition: string },
): Promise<{ edition: EditionDetail; entries: readonly ChangelogEntry[]; present: ReadonlyMap<string, string> }> {
  const { edition, overview } = await loadProgramme(locals, params)
  found(overview)
  const { db } = locals.ctx
  const [entries, present] = await Promise.all([listChangelog(db, edition.id), listPublishedIds(db, edition.id)])
  return { edition, entries, present }
}
