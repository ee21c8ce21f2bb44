import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import { foldOrganisationName } from '../../../people/organisations/rules.ts'
import type { DirectoryList, DirectoryPage, OrganisationEntry } from '../types.ts'

/** The organisations of all series, by name, `size` of them from `offset` on; `text` stands in one of their names. Two queries. */
export async function listDirectoryOrganisations(
  ctx: Context,
  page: DirectoryPage = {},
): Promise<DirectoryList<OrganisationEntry>> {
  ctx.authorize('directory.view', null)
  const { text = '', offset = 0, size = 50 } = page
  const pattern = `%${foldOrganisationName(text).replace(/[\\%_]/g, '\\$&')}%`
  const matching = ctx.db.selectFrom('organisations').$if(text.trim() !== '', (query) =>
    query.where(sql<boolean>`exists (select from organisation_names known
        where known.organisation_id = organisations.id and known.folded like ${pattern})`),
  )
  const { total } = await matching.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const entries = await matching
    .select([
      'id',
      'name',
      'kind',
      'land',
      sql<number>`(select count(distinct session_id) from published_appearances
        where organisation_id = organisations.id)`.as('sessions'),
    ])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .offset(offset)
    .limit(size)
    .execute()
  return { total, entries }
}
