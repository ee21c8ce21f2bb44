import { platformData } from '../../../platform/personal-data/platform-tables.ts'
import type { PersonalData } from '../../../platform/personal-data/types.ts'
import { editionsData } from '../../editions/personal-data/rules.ts'
import { libraryData } from '../../library/personal-data/rules.ts'
import { messagesData } from '../../messages/personal-data/rules.ts'
import { peopleData } from '../../people/personal-data/rules.ts'
import { programmeData } from '../../programme/personal-data/rules.ts'

const privacyData: readonly PersonalData[] = [
  { table: 'erasure_keys', plain: 'key' },
  { table: 'erasures', plain: 'hash' },
  {
    table: 'account_visits',
    title: { de: 'Letzter Besuch', en: 'Last visit' },
    owner: { account_id: 'account' },
    erasure: { kind: 'delete' },
  },
  {
    table: 'erasure_requests',
    title: { de: 'Wunsch nach Löschung', en: 'Request for erasure' },
    owner: { account_id: 'account' },
    erasure: { kind: 'delete' },
    secret: 'token_hash',
    plain: 'id',
  },
  { table: 'erasure_mentions', plain: 'id table_name row_id' },
  { table: 'retention_periods', plain: 'kind' },
  { table: 'retention_notices', plain: 'kind row_id' },
]

/**
 * Where personal data lives, in every table there is: the one list that the file with somebody's own data, erasure and
 * their tests are made from. Who is erased leaves it from the end to the beginning.
 */
export const personalData: readonly PersonalData[] = [
  ...platformData,
  ...peopleData,
  ...messagesData,
  ...editionsData,
  ...programmeData,
  ...libraryData,
  ...privacyData,
]
