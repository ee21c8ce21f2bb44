/** What a column of a programme table can hold. */
export const tableFields = [
  'reference',
  'day',
  'start',
  'end',
  'durationMinutes',
  'title',
  'subtitle',
  'type',
  'track',
  'room',
  'language',
  'people',
  'moderators',
  'roles',
  'modes',
  'functions',
  'organisations',
  'abstract',
  'description',
  'url',
  'isPlenary',
  'isCancelled',
] as const
export type TableField = (typeof tableFields)[number]

/** Which column holds which field, by index. */
export type ColumnIndex = ReadonlyMap<TableField, number>

/** Headings chosen by hand, by field; compared without regard to case and spaces around. */
export type ColumnMapping = { readonly [field in TableField]?: string | undefined }

/** Headings that are understood; the first German one is what is written. */
const headings: Readonly<Record<TableField, string>> = {
  reference: 'Kennung, ID, Nr, Nummer, Code, Reference',
  day: 'Datum, Tag, Date, Day',
  start: 'Beginn, Start, Von, Uhrzeit, Zeit, Anfang, Begin, Time, Startzeit, Start time',
  end: 'Ende, Bis, End, Endzeit, End time',
  durationMinutes: 'Dauer in Minuten, Dauer, Dauer (Minuten), Dauer (Min), Minuten, Duration, Minutes, Länge',
  title: 'Titel, Title, Thema, Vortrag, Programmpunkt, Beitrag, Session',
  subtitle: 'Untertitel, Subtitle',
  type: 'Art, Format, Typ, Type, Beitragsart, Session format',
  track: 'Vortragsreihe, Reihe, Track, Strang, Themenreihe',
  room: 'Raum, Saal, Ort, Room',
  language: 'Sprache, Language',
  people:
    'Mitwirkende, Personen, Referenten, Referent, Referentinnen und Referenten, Referent/-in, Referentin, ' +
    'Referierende, Vortragende, Vortragende/r, Sprecher, Sprecher/-in, Speaker, Speakers, People, Name, Namen',
  moderators: 'Moderation, Moderator, Moderatorin, Moderator/-in, Moderierende, Chair',
  roles: 'Rollen, Rolle, Role, Roles',
  modes: 'Teilnahme, Mode, Modes, Vor Ort oder zugeschaltet',
  functions: 'Funktionen, Funktion, Position, Function, Functions, Job title',
  organisations: 'Organisationen, Organisation, Institution, Behörde, Firma, Unternehmen, Organization, Company',
  abstract: 'Kurzfassung, Kurzbeschreibung, Zusammenfassung, Abstract, Summary',
  description: 'Beschreibung, Text, Inhalt, Description',
  url: 'Adresse, URL, Link, Webseite',
  isPlenary: 'Plenum, Plenary',
  isCancelled: 'Entfällt, Abgesagt, Cancelled, Canceled',
}

const headingsOf = (field: TableField): string[] => headings[field].split(', ')

/** The heading under which a field is written. */
export function headingOf(field: TableField): string {
  return headingsOf(field)[0]!
}

/** Finds the columns by their headings: those chosen by hand first, then the known ones. Each column counts once. */
export function findColumns(header: readonly string[], chosen: ColumnMapping = {}): ColumnIndex {
  const keys = header.map(headingKey)
  const found = new Map<TableField, number>()
  for (const field of tableFields) {
    const index = chosen[field] === undefined ? -1 : keys.indexOf(headingKey(chosen[field]))
    if (index >= 0) found.set(field, index)
  }
  const taken = new Set(found.values())
  for (const field of tableFields) {
    if (chosen[field] !== undefined) continue
    const known = headingsOf(field).map(headingKey)
    const index = known.map((key) => keys.findIndex((own, at) => own === key && !taken.has(at))).find((at) => at >= 0)
    if (index === undefined) continue
    found.set(field, index)
    taken.add(index)
  }
  return found
}

/** "Referent/-in:" and "referentin" are one heading. */
function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
