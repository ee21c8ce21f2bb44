import { wantedParameters } from '#lib/programme/wanted.ts'

/**
 * How a public route may be kept: `page` until something published changes, as long as its query holds nothing but
 * the named parameters; `never` when the answer is of the moment.
 */
export type PublicRoute = { readonly keep: 'page' | 'never'; readonly query?: readonly string[] }

const page: PublicRoute = { keep: 'page' }
const never: PublicRoute = { keep: 'never' }

/** Every route that anybody may ask for. A route that is not listed here is refused to the public. */
export const publicRoutes: Readonly<Record<string, PublicRoute>> = {
  '/': page,
  '/archiv': page,
  '/themen': page,
  '/themen/[topic]': page,
  '/personen': { keep: 'page', query: ['buchstabe', 'seite'] },
  '/personen/[person]': page,
  '/personen/[person].vcf': page,
  '/personen/[person].ics': page,
  '/organisationen/[organisation]': page,
  '/suche': { keep: 'page', query: ['q', 'art', 'jahr', 'thema', 'land', 'seite'] },
  '/suche/vorschlaege': { keep: 'page', query: ['q', 'sprache'] },
  '/[series]': page,
  '/[series]/aktuelles': page,
  '/[series]/aktuelles.atom': page,
  '/[series]/aktuelles/[entry]': page,
  '/[series]/kontakt/[contact].vcf': page,
  '/[series]/[edition]': page,
  '/[series]/[edition].ics': page,
  '/[series]/[edition]/rueckblick': page,
  '/[series]/[edition]/programm/[[day=day]]': { keep: 'page', query: wantedParameters },
  '/[series]/[edition]/programm.[format=programme]': page,
  '/[series]/[edition]/programm/aenderungen': page,
  '/[series]/[edition]/programm/aenderungen.atom': page,
  '/[series]/[edition]/programm/reihe/[track].ics': page,
  '/[series]/[edition]/programm/beitrag/[session]': page,
  '/[series]/[edition]/programm/beitrag/[session].ics': page,
  '/[series]/[edition]/merkliste': { keep: 'page', query: ['s'] },
  '/[series]/[edition]/merkliste/zaehlen': never,
  '/[series]/[edition]/merkliste.ics': { keep: 'page', query: ['s'] },
  '/[page=legal]': page,
  '/barriere-melden': never,
  '/anmelden': never,
  '/anmelden/code': never,
  '/anmelden/link': never,
  '/anmelden/passkey': never,
  '/anmelden/anbieter': never,
  '/anmelden/anbieter/zurueck': never,
  '/einladung': never,
  '/einrichten': never,
  '/geloescht': never,
  '/kein-zutritt': never,
  '/abbestellen/[token]': never,
  // Only in the demonstration; anywhere else they answer 404.
  '/postfach': never,
  '/postfach/[mail]': never,
  '/postfach/[mail]/inhalt': never,
  // Kept by readers instead: a picture never changes under its address.
  '/bilder/[image]': never,
  '/sitemap.xml': page,
  '/robots.txt': page,
}
