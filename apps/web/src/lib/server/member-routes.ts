import type { EditionScope, SeriesScope } from '@fachtag/core/kernel/scope'
import type { Permission, Permissions } from '@fachtag/core/platform/context/types'

/** The permissions that can be asked about a scope of this type. */
type PermissionOn<Scope> = { [P in Permission]: Scope extends Permissions[P] ? P : never }[Permission]

/**
 * What a route that is not public asks for: about the whole site, about the series in its address, or about the edition
 * in its address; or no more than to have signed in.
 */
export type MemberRoute =
  | { readonly scope: 'site'; readonly need: PermissionOn<null> | 'signed-in' }
  | { readonly scope: 'series'; readonly need: PermissionOn<SeriesScope> }
  | { readonly scope: 'edition'; readonly need: PermissionOn<EditionScope> }

/** Every route for those who have signed in. A route that is neither here nor on the public list is nobody's. */
export const memberRoutes: Readonly<Record<string, MemberRoute>> = {
  '/konto': { scope: 'site', need: 'signed-in' },
  '/konto/adresse': { scope: 'site', need: 'signed-in' },
  '/konto/anmeldungen': { scope: 'site', need: 'signed-in' },
  '/konto/app': { scope: 'site', need: 'signed-in' },
  '/konto/notfallcodes': { scope: 'site', need: 'signed-in' },
  '/konto/passkeys': { scope: 'site', need: 'signed-in' },
  '/konto/passkeys/neu': { scope: 'site', need: 'signed-in' },
  '/konto/zweiter-faktor': { scope: 'site', need: 'signed-in' },
  '/konto/einwilligungen': { scope: 'site', need: 'signed-in' },
  '/konto/daten': { scope: 'site', need: 'signed-in' },
  '/konto/daten/loeschen': { scope: 'site', need: 'signed-in' },
  '/konto/daten.html': { scope: 'site', need: 'signed-in' },
  '/konto/daten.json': { scope: 'site', need: 'signed-in' },
  '/organisieren/aufbewahrung': { scope: 'site', need: 'retention.manage' },
  '/organisieren/personen/[id]/loeschen': { scope: 'site', need: 'directory.view' },
  '/organisieren/[series]/[edition]/einwilligungen': { scope: 'edition', need: 'consent.view' },
  '/organisieren/konten': { scope: 'site', need: 'account.manage' },
  '/organisieren': { scope: 'site', need: 'workplace.enter' },
  '/organisieren/neu': { scope: 'site', need: 'series.create' },
  '/organisieren/seiten': { scope: 'site', need: 'page.manage' },
  '/organisieren/seiten/[page=legal]': { scope: 'site', need: 'page.manage' },
  '/organisieren/[series]': { scope: 'series', need: 'series.view' },
  '/organisieren/[series]/neu': { scope: 'series', need: 'series.manage' },
  '/organisieren/[series]/stammdaten': { scope: 'series', need: 'series.manage' },
  '/organisieren/[series]/ansprechpersonen': { scope: 'series', need: 'series.manage' },
  '/organisieren/[series]/quellen': { scope: 'series', need: 'series.manage' },
  '/organisieren/[series]/quellen/[id]': { scope: 'series', need: 'series.manage' },
  '/organisieren/[series]/bilder': { scope: 'series', need: 'image.manage' },
  '/organisieren/[series]/bilder/[id]': { scope: 'series', need: 'image.manage' },
  '/organisieren/[series]/aktuelles': { scope: 'series', need: 'news.manage' },
  '/organisieren/[series]/aktuelles/[id]': { scope: 'series', need: 'news.manage' },
  '/organisieren/[series]/aktuelles/[id]/vorschau': { scope: 'series', need: 'news.manage' },
  '/organisieren/[series]/rubriken': { scope: 'series', need: 'news.manage' },
  '/organisieren/[series]/[edition]/stammdaten': { scope: 'edition', need: 'edition.manage' },
  '/organisieren/[series]/[edition]/vorschau': { scope: 'edition', need: 'edition.view' },
  '/organisieren/[series]/[edition]/angaben': { scope: 'edition', need: 'edition.manage' },
  '/organisieren/[series]/[edition]/aktuelles': { scope: 'edition', need: 'news.manage' },
  '/organisieren/[series]/[edition]/aktuelles/[id]': { scope: 'edition', need: 'news.manage' },
  '/organisieren/[series]/[edition]/aktuelles/[id]/vorschau': { scope: 'edition', need: 'news.manage' },
  '/organisieren/[series]/[edition]/rueckblick': { scope: 'edition', need: 'recap.manage' },
  '/organisieren/[series]/[edition]/rueckblick/[id]': { scope: 'edition', need: 'recap.manage' },
  '/organisieren/[series]/[edition]/rueckblick/[id]/vorschau': { scope: 'edition', need: 'recap.manage' },
  '/organisieren/rollen': { scope: 'site', need: 'operator.manage' },
  '/organisieren/[series]/rollen': { scope: 'series', need: 'role.manage' },
  '/organisieren/[series]/[edition]/rollen': { scope: 'edition', need: 'role.manage' },
  '/organisieren/nachschlagen': { scope: 'site', need: 'directory.view' },
  '/organisieren/[series]/post': { scope: 'series', need: 'mail.manage' },
  '/organisieren/[series]/post/[mail]': { scope: 'series', need: 'mail.manage' },
  '/organisieren/[series]/vorlagen': { scope: 'series', need: 'mail.rewrite' },
  '/organisieren/[series]/vorlagen/[template]': { scope: 'series', need: 'mail.rewrite' },
  '/organisieren/[series]/[edition]/post': { scope: 'edition', need: 'mail.manage' },
  '/organisieren/[series]/[edition]/post/[mail]': { scope: 'edition', need: 'mail.manage' },
  '/organisieren/[series]/[edition]/rundschreiben': { scope: 'edition', need: 'mail.manage' },
  '/organisieren/[series]/[edition]/raeume': { scope: 'edition', need: 'place.manage' },
  '/organisieren/[series]/[edition]/raeume/[id]': { scope: 'edition', need: 'place.manage' },
  '/organisieren/[series]/[edition]/reihen': { scope: 'edition', need: 'place.manage' },
  '/organisieren/[series]/[edition]/reihen/[id]': { scope: 'edition', need: 'place.manage' },
  '/organisieren/personen': { scope: 'site', need: 'directory.view' },
  '/organisieren/personen/[id]': { scope: 'site', need: 'directory.view' },
  '/organisieren/personen/[id]/zusammenfuehren': { scope: 'site', need: 'directory.view' },
  '/organisieren/organisationen': { scope: 'site', need: 'directory.view' },
  '/organisieren/organisationen/[id]': { scope: 'site', need: 'directory.view' },
  '/organisieren/organisationen/[id]/zusammenfuehren': { scope: 'site', need: 'directory.view' },
  '/organisieren/themen': { scope: 'site', need: 'directory.view' },
  '/organisieren/themen/[id]': { scope: 'site', need: 'directory.view' },
  '/organisieren/themen/[id]/zusammenfuehren': { scope: 'site', need: 'directory.view' },
  '/organisieren/[series]/neue-ausgabe': { scope: 'series', need: 'series.manage' },
  '/organisieren/[series]/[edition]': { scope: 'edition', need: 'edition.view' },
  '/organisieren/[series]/[edition]/beitraege': { scope: 'edition', need: 'programme.view' },
  '/organisieren/[series]/[edition]/beitraege/[id]': { scope: 'edition', need: 'programme.edit' },
  '/organisieren/[series]/[edition]/veroeffentlichen': { scope: 'edition', need: 'programme.publish' },
  '/organisieren/[series]/[edition]/anfragen': { scope: 'edition', need: 'programme.edit' },
  '/organisieren/[series]/[edition]/unterlagen': { scope: 'edition', need: 'material.manage' },
  '/organisieren/[series]/[edition]/unterlagen/[id]': { scope: 'edition', need: 'material.manage' },
}
