import { z } from 'zod'
import { defineJob } from '../../../platform/queue/job.ts'
import { reindexEdition, reindexSite } from './commands.ts'

/** After a publication: the edition is found as it was published. */
export const indexEdition = defineJob({
  name: 'library.index-edition',
  payload: z.object({ editionId: z.string() }),
  run: (ctx, { editionId }) => ctx.transaction((tx) => reindexEdition(tx, editionId)),
})

/** After changes that publish no programme: news, pages, topics and people are found as they are. */
export const indexSite = defineJob({
  name: 'library.index-site',
  payload: z.object({}),
  run: (ctx) => ctx.transaction(reindexSite),
})
