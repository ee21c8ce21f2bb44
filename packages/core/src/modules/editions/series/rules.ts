/** First parts of addresses that mean something else: no series can live there. */
const reserved: ReadonlySet<string> = new Set([
  'abbestellen',
  'abmelden',
  'anmelden',
  'api',
  'archiv',
  'aufbewahrung',
  'barriere-melden',
  'barrierefreiheit',
  'bilder',
  'datenschutz',
  'einladung',
  'einrichten',
  'en',
  'healthz',
  'impressum',
  'kein-zutritt',
  'konten',
  'konto',
  'metrics',
  'nachschlagen',
  'neu',
  'nicht-gefunden',
  'organisationen',
  'organisieren',
  'personen',
  'post',
  'postfach',
  'protokoll',
  'readyz',
  'rollen',
  'rundschreiben',
  'seiten',
  'suche',
  'themen',
  'vorlagen',
])

/** Whether the address `/<slug>` is taken by a page of the site itself. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug)
}
