import type { RoleName } from '../../../kernel/actor.ts'
import type { RoleTarget } from './policy.ts'

/** What the roles are called. */
export const roleTitles: Readonly<Record<RoleName, { readonly de: string; readonly en: string }>> = {
  operator: { de: 'Betrieb', en: 'Operator' },
  'series-organiser': { de: 'Organisation der Reihe', en: 'Series organiser' },
  programme: { de: 'Programm', en: 'Programme' },
  review: { de: 'Begutachtung', en: 'Review' },
  'registration-desk': { de: 'Anmeldung', en: 'Registration desk' },
  finance: { de: 'Finanzen', en: 'Finance' },
  helper: { de: 'Hilfe am Einlass', en: 'Helper at the door' },
  editor: { de: 'Redaktion', en: 'Editor' },
}

const seriesRoles: readonly RoleName[] = ['series-organiser']
const editionRoles: readonly RoleName[] = ['programme', 'review', 'registration-desk', 'finance', 'helper', 'editor']

/** The roles that can be given for the site, a series or an edition. */
export function rolesFor({ seriesId, editionId }: RoleTarget): readonly RoleName[] {
  if (seriesId === null) return ['operator']
  return editionId === null ? seriesRoles : editionRoles
}

/** Whether `role` can be withdrawn where `holders` accounts hold it: somebody has to be left who can give it again. */
export function canWithdraw(role: RoleName, holders: number): boolean {
  return holders > 1 || (role !== 'operator' && role !== 'series-organiser')
}
