import { describe, expect, test } from 'vitest'
import { CompoundSplitter } from './compound.ts'
import { fold } from './fold.ts'
import { indivisibleWords, simpleNouns } from './lexicon.ts'
import { stem } from './stem.ts'

const corpus = new Set([
  'chatbot',
  'onlineportal',
  'kreisverwaltung',
  'wahlhelfer',
  'torgau',
  'heizungskeller',
  'schaft',
])
const splitter = new CompoundSplitter({
  simple: simpleNouns,
  whole: indivisibleWords,
  knows: (word) => corpus.has(word),
})
const split = (word: string) => splitter.split(fold(word)).map(stem)
const stems = (words: string) => words.split(' ').map((word) => stem(fold(word)))

describe('compounds come apart', () => {
  test.each([
    ['Digitalisierungskonzept', 'Digitalisierung Konzept'],
    ['Digitalisierungskonzepte', 'Digitalisierung Konzept'],
    ['Kreisverwaltung', 'Kreis Verwaltung'],
    ['Kreisverwaltungen', 'Kreis Verwaltung'],
    ['Stadtverwaltung', 'Stadt Verwaltung'],
    ['Landesverwaltung', 'Land Verwaltung'],
    ['Kommunalverwaltung', 'Kommunal Verwaltung'],
    ['Onlinezugangsgesetz', 'Online Zugang Gesetz'],
    ['Datenschutzgrundverordnung', 'Daten Schutz Grund Verordnung'],
    ['Informationssicherheit', 'Information Sicherheit'],
    ['Cybersicherheit', 'Cyber Sicherheit'],
    ['Cyberangriffe', 'Cyber Angriff'],
    ['Personalgewinnung', 'Personal Gewinnung'],
    ['Krisenmanagement', 'Krise Management'],
    ['Rechnungsbearbeitung', 'Rechnung Bearbeitung'],
    ['Bürgerservice', 'Bürger Service'],
    ['Bürgerbüro', 'Bürger Büro'],
    ['Kitaportal', 'Kita Portal'],
    ['Kitaportals', 'Kita Portal'],
    ['Elternportal', 'Eltern Portal'],
    ['Serviceportal', 'Service Portal'],
    ['Verwaltungskooperationen', 'Verwaltung Kooperation'],
    ['Kindertageseinrichtung', 'Kinder Tages Einrichtung'],
    ['Anforderungsmanagement', 'Anforderung Management'],
    ['Arbeitgebermarke', 'Arbeit Geber Marke'],
    ['Bewerbermanagementsystem', 'Bewerber Management System'],
    ['Notfallpläne', 'Notfall Plan'],
    ['Zukunftsstrategie', 'Zukunft Strategie'],
    ['Aufgabenverteilung', 'Aufgabe Verteilung'],
    ['Teamführung', 'Team Führung'],
    ['Diskussionspanel', 'Diskussion Panel'],
    ['Impulsvortrag', 'Impuls Vortrag'],
    ['Ersatzvortrag', 'Ersatz Vortrag'],
    ['Vortragsreihen', 'Vortrag Reihe'],
    ['Stabsstelle', 'Stab Stelle'],
    ['Bundesministerium', 'Bund Ministerium'],
    ['Innenministerium', 'Innen Ministerium'],
    ['Grundvoraussetzung', 'Grund Voraussetzung'],
    ['Schulverwaltung', 'Schul Verwaltung'],
    ['Häuserliste', 'Haus Liste'],
    ['Städtepartnerschaft', 'Stadt Partnerschaft'],
    ['Ärztekammer', 'Arzt Kammer'],
    ['Aktenplan', 'Akte Plan'],
    ['Landkreise', 'Land Kreis'],
    ['Wohngeldantrag', 'Wohngeld Antrag'],
    ['Fachverfahren', 'Fach Verfahren'],
    ['Rahmenregelwerk', 'Rahmen Regel Werk'],
    ['Sicherheitsvorfall', 'Sicherheit Vorfall'],
    ['Haushaltsplanung', 'Haushalt Planung'],
    ['Glasfaserausbau', ''],
  ])('%s → %s', (word, parts) => expect(split(word)).toEqual(parts ? stems(parts) : []))
})

describe('words of the corpus are parts too, and come apart in their turn', () => {
  test.each([
    ['Chatbotbetrieb', 'Chatbot Betrieb'],
    ['Kreisverwaltungsreform', 'Kreis Verwaltung Reform'],
    ['Wahlhelferportal', 'Wahl Helfer Portal'],
    ['Heizungskellertür', 'Heizungskeller Tür'],
  ])('%s → %s', (word, parts) => expect(split(word)).toEqual(stems(parts)))
})

describe('words that must not come apart', () => {
  test.each([
    'Beitrag', 'Vortrag', 'Antrag', 'Auftrag', 'Vertrag', 'Verwaltung', 'Verwaltungen', 'Sicherheit', 'Digitalisierung', 'Wirtschaft',
    'Wissenschaft', 'Gemeinschaft', 'Gesellschaft', 'Landschaft', 'Dienstag', 'Donnerstag', 'Samstag', 'Montag', 'Landtag', 'Bundestag',
    'Fachtag', 'Fachtages', 'Halberstadt', 'Darmstadt', 'Ingolstadt', 'Brandenburg', 'Magdeburg', 'Nordhausen', 'Musterhausen', 'Torgau', 'Testament',
    'Element', 'Moment', 'Abteilung', 'Verantwortung', 'Antwort', 'Bereich', 'Unternehmen', 'Handlung', 'Stationen', 'Minister', 'Ministerin',
    'Kolleginnen', 'Kontakt', 'Personal', 'Protokoll', 'Prozess', 'Rechnung', 'Zusammenarbeit', 'Augenhöhe', 'Zeitpunkt', 'Notiz', 'Akteur',
    'Planung', 'Beratung', 'Bürgermeister', 'Ebenfalls', 'Jahrhundert', 'Tagung', 'Rathaus', 'Leistung', 'Haltung', 'Wirklichkeit',
  ])('%s', (word) => expect(split(word)).toEqual([])) // biome-ignore format: a list of words
})

describe('the letter of an electronic thing is no part', () => {
  test.each([
    ['eAkte', ['akt']],
    ['eRechnung', ['rechnung']],
    ['Ebene', []],
    ['Eigentum', []],
    ['Eltern', []],
  ])('%s', (word, parts) => expect(splitter.split(fold(word)).map(stem)).toEqual(parts.map(stem)))
})

test.each(['', 'abc', '2024', 'ipv6adresse', 'ελλαδαελλαδα', 'x'.repeat(60)])('%j stays whole', (word) => {
  expect(splitter.split(word)).toEqual([])
})

test('parts and linking elements make up the word', () => {
  for (const word of ['digitalisierungskonzept', 'kindertageseinrichtung', 'landesverwaltung', 'aufgabenverteilung']) {
    const parts = splitter.split(word)
    expect(word.startsWith(parts[0]!)).toBe(true)
    expect(word.endsWith(parts.at(-1)!)).toBe(true)
    expect(parts.join('').length).toBeGreaterThanOrEqual(word.length - 2 * parts.length)
  }
})
