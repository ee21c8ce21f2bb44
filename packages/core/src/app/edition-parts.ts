import {
  confirmContacts,
  copyOrganisers,
  copyRooms,
  copySkeleton,
  copySlots,
  copyTexts,
  copyTracks,
  copyVenue,
} from '../modules/programme/next-edition/parts/commands.ts'
import {
  countContacts,
  countOfEdition,
  countSkeleton,
  countTexts,
  countVenue,
  listOrganisersToKeep,
} from '../modules/programme/next-edition/parts/queries.ts'
import type { EditionPart } from '../modules/programme/next-edition/types.ts'

/** What an edition takes over from the one before, in the order in which it is copied: the skeleton and the slots look for their places. */
export const editionParts: readonly EditionPart[] = [
  { name: 'venue', count: countVenue, copy: copyVenue },
  {
    name: 'organisers',
    count: async (db, from) => (await listOrganisersToKeep(db, from)).length,
    copy: copyOrganisers,
  },
  { name: 'texts', count: countTexts, copy: copyTexts },
  { name: 'contacts', count: countContacts, copy: confirmContacts },
  { name: 'tracks', count: (db, from) => countOfEdition(db, 'tracks', from), copy: copyTracks },
  { name: 'rooms', count: (db, from) => countOfEdition(db, 'rooms', from), copy: copyRooms },
  { name: 'skeleton', count: countSkeleton, copy: copySkeleton },
  { name: 'slots', count: (db, from) => countOfEdition(db, 'slots', from), copy: copySlots },
]
