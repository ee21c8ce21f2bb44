import type { Actor, Predicate } from '../kernel/actor.ts'
import { editionsPolicy } from '../modules/editions/policy.ts'
import { libraryPolicy } from '../modules/library/policy.ts'
import { barrierReportsPolicy } from '../modules/messages/barrier-reports/policy.ts'
import { changesPolicy } from '../modules/messages/changes/policy.ts'
import { mailPolicy } from '../modules/messages/mail/policy.ts'
import { accountsPolicy } from '../modules/people/accounts/policy.ts'
import { peoplePolicy } from '../modules/people/policy.ts'
import { rolesPolicy } from '../modules/people/roles/policy.ts'
import { privacyPolicy } from '../modules/privacy/policy.ts'
import { bookmarksPolicy } from '../modules/programme/bookmarks/policy.ts'
import { consentsPolicy } from '../modules/programme/consents/policy.ts'
import { logisticsPolicy } from '../modules/programme/logistics/policy.ts'
import { programmePolicy } from '../modules/programme/policy.ts'
import type { Permission, Permissions } from '../platform/context/types.ts'

/** Who may do what: the one table. A permission that is not in it is nobody's. */
export const permissions = {
  ...barrierReportsPolicy,
  ...changesPolicy,
  ...mailPolicy,
  ...peoplePolicy,
  ...accountsPolicy,
  ...rolesPolicy,
  ...editionsPolicy,
  ...programmePolicy,
  ...bookmarksPolicy,
  ...consentsPolicy,
  ...logisticsPolicy,
  ...libraryPolicy,
  ...privacyPolicy,
} satisfies Record<Permission, Predicate>

/** Whether the table gives `actor` this permission for `target`. */
export function isAllowed<P extends Permission>(actor: Actor, permission: P, target: Permissions[P]): boolean {
  return Object.hasOwn(permissions, permission) && permissions[permission](actor, target)
}
