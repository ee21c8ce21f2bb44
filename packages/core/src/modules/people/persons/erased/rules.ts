import { erasedName } from '../../../../platform/personal-data/words.ts'

/**
 * Who stands in programmes in the place of everybody who was erased. One for all: nothing says which of the appearances
 * were once one person's.
 */
export const erasedPerson = {
  id: 'per_00000000000000000000000000',
  slug: 'person-auf-wunsch-entfernt',
  name: erasedName,
} as const
