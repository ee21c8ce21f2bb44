/** First parts of addresses that mean something else: no series can live there. */
const reserved: ReadonlySet<string> = new Set([
  'abbestellen',
  'rundschreiben',
  'postfach',
  'anmelden',
  'api',
  'archiv',
  'barriere-melden',
  'barrierefreiheit',
  'datenschutz',
  'einladung',
  'einrichten',
  'en',
  'healthz',
  'impressum',
  'kein-zutritt',
  'konto',
  'nicht-gefunden',
  'metrics',
  'organisationen',
  'organisieren',
  'personen',
  'post',
  'readyz',
  'suche',
  'themen',
  'vorlagen',
])

/** Whether the address `/<slug>` is taken by a page of the site itself. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug)
}
