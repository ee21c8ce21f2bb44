import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import { sentences as english, type Said, type Sentences, tell } from '@fachtag/planner/cli/sentences'

/** What the planner says of a plan, by its codes; the planner itself has the English sentences. */
export const germanPlanSentences: Sentences = {
  conference: '{placed} Programmpunkte haben einen Platz, {unplaced} keinen; Kosten der Wünsche: {cost}',
  timetable: 'Kosten der Wünsche: {cost}; Abstand zur Lösbarkeit: {distance}',
  score: 'Punkte: {hard}hard/{soft}soft',
  objective: 'Zielwert {objective}; {unplaced} ohne Platz',
  search: '{evaluated} Züge bewertet',
  placing: 'Alles zu platzieren brauchte {seconds} Sekunden Rechenzeit',
  'ended work done': 'Beendet, weil die Arbeit getan ist',
  'ended clock': 'Von der Uhr beendet oder verkürzt: eine andere Maschine plant vielleicht anders',
  'ended cancelled': 'Vorzeitig angehalten',
  'ended optimal': 'Beendet mit einem Plan, der nicht besser sein kann',
  cost: '{wish}: {cost}',
  attendable: '{percent} % von dem, was gemerkt ist, lassen sich besuchen',
  'session nowhere': '{session} hat keinen Platz: {reasons}',
  'session waiting': '{session} hat noch keinen Platz, obwohl nichts dagegen steht: mehr Zeit fände einen',
  'events nowhere': 'Ohne Platz sind die Veranstaltungen {events}',
  'nowhere unproved':
    'Nichts beweist, dass es für sie keinen gibt: mehr Zeit oder eine andere Zahl für --seed findet vielleicht einen',
  'no slot': 'Veranstaltung {event} darf in keinem Zeitfenster stehen',
  'no room': 'Für Veranstaltung {event} ist kein Raum groß genug und ausgestattet',
  order: 'Die Reihenfolge lässt Veranstaltung {event} kein erlaubtes Zeitfenster',
  student:
    'Was Teilnehmer {student} besucht, passt nicht in verschiedene Zeitfenster: mindestens {missing} muss entfallen',
  places: 'Zeitfenster und Räume reichen nicht, wer auch kommt: mindestens {missing} muss entfallen',
  broken: 'Die Prüfung findet: {text}',
}

/** What the planner said, in both languages. */
export function tellPlan(said: Said): LocalizedText & { readonly de: string; readonly en: string } {
  return { de: tell(said, germanPlanSentences, 'de'), en: tell(said, english, 'en') }
}
