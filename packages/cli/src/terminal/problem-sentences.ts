import { type Locale, type LocalizedText, localize } from '@fachtag/core/kernel/localized-text'
import { fill } from '@fachtag/planner/cli/fill'
import type { ProblemError } from '@fachtag/planner/problem-error'
import { germanProblemWords } from './problem-words.ts'

/** Code of a ProblemError of the planner → what the terminal says about it. `{name}` stands for a parameter of the error. */
export const problemSentences: Readonly<Record<string, LocalizedText>> = {
  'argument-wrong': {
    de: '--{name} erwartet eine Zahl ab {least}, nicht „{found}“.',
    en: '--{name} expects a number from {least} on, not “{found}”.',
  },
  'argument-no-whole-number': {
    de: '--{name} erwartet eine ganze Zahl ab {least}, nicht „{found}“.',
    en: '--{name} expects a whole number from {least} on, not “{found}”.',
  },
  'format-unknown': {
    de: '{file} ist kein Problem, das der Planer kennt. „fachtag plan --help“ nennt die Formate.',
    en: '{file} is no problem that the planner knows. “fachtag plan --help” names the formats.',
  },
  'json-wrong': { de: 'Das ist kein JSON: {reason}', en: 'That is no JSON: {reason}' },
  'file-ends': {
    de: 'Die Datei endet zu früh: Zahl {number} fehlt ({what}).',
    en: 'The file ends too early: number {number} is missing ({what}).',
  },
  'file-goes-on': {
    de: 'Nach dem Ende des Problems stehen noch {left} Zahlen in der Datei.',
    en: 'After the end of the problem there are {left} more numbers in the file.',
  },
  'file-number-wrong': {
    de: 'Zahl {number} der Datei ({what}) ist „{found}“; erlaubt sind ganze Zahlen von {least} bis {most}.',
    en: 'Number {number} of the file ({what}) is “{found}”; whole numbers from {least} to {most} are allowed.',
  },
  'number-wrong': {
    de: '„{what}“ ist {found}; erlaubt sind ganze Zahlen ab {least} ({where}).',
    en: '“{what}” is {found}; whole numbers from {least} on are allowed ({where}).',
  },
  'number-too-large': {
    de: '„{what}“ ist {found}; erlaubt sind höchstens {most} ({where}).',
    en: '“{what}” is {found}; at most {most} is allowed ({where}).',
  },
  'field-missing': { de: 'Das Feld „{field}“ fehlt.', en: 'The field “{field}” is missing.' },
  'field-unknown': { de: 'Ein Feld „{field}“ gibt es nicht.', en: 'There is no field “{field}”.' },
  'field-no-text': {
    de: '„{field}“ ist {found}; erwartet wird ein Text in Anführungszeichen.',
    en: '“{field}” is {found}; a text in quotation marks is expected.',
  },
  'field-no-number': {
    de: '„{field}“ ist {found}; erwartet wird eine Zahl ohne Anführungszeichen.',
    en: '“{field}” is {found}; a number without quotation marks is expected.',
  },
  'field-no-flag': {
    de: '„{field}“ ist {found}; erwartet wird true oder false.',
    en: '“{field}” is {found}; true or false is expected.',
  },
  'field-no-list': {
    de: '„{field}“ ist {found}; erwartet wird eine Liste in eckigen Klammern.',
    en: '“{field}” is {found}; a list in square brackets is expected.',
  },
  'field-no-object': {
    de: '„{field}“ ist {found}; erwartet werden Felder in geschweiften Klammern.',
    en: '“{field}” is {found}; fields in braces are expected.',
  },
  'problem-too-large': {
    de: 'Das Problem ist zu groß: {what} sind {found}, höchstens {most} haben Platz.',
    en: 'The problem is too large: {what} are {found}, and there is space for {most} at most.',
  },
  'times-too-far-apart': {
    de: 'Die Zeiten reichen von {from} bis {to}: Das sind in Schritten von {step} Minuten zu viele für den Planer. Ist ein Jahr verschrieben?',
    en: 'The times reach from {from} to {to}: in steps of {step} minutes these are too many for the planner. Is a year mistyped?',
  },
  'costs-too-large': {
    de: 'Programmpunkt {session} kann {found} kosten; der Planer zählt nur bis {most}. Gewichte, Erwartete, Betroffene oder Merklisten sind zu groß.',
    en: 'Session {session} can cost {found}; the planner counts to {most} only. Weights, demand, people affected or bookmarks are too large.',
  },
  'slots-overlap': {
    de: 'Raum {room} hat am {day} zwei Zeitfenster, die sich überschneiden (ab {first} und ab {second}); das kann der Planer nicht.',
    en: 'Room {room} has two time slots on {day} that overlap (from {first} and from {second}); the planner cannot do that.',
  },
  'id-twice': { de: 'Die Kennung {id} ({kind}) kommt zweimal vor.', en: 'The id {id} ({kind}) occurs twice.' },
  'id-unknown': {
    de: 'Die Kennung {id} ({kind}) gibt es nicht; genannt ist sie in: {where}.',
    en: 'There is no id {id} ({kind}); it is named in: {where}.',
  },
  'rows-wrong': {
    de: 'Das Problem hat {found} Zeilen ({kind}), nötig sind {expected}.',
    en: 'The problem has {found} rows ({kind}), and {expected} are needed.',
  },
  'order-circle': {
    de: 'Die Reihenfolge läuft im Kreis: {sessions}.',
    en: 'The order runs in a circle: {sessions}.',
  },
  'time-wrong': {
    de: '„{found}“ ist kein Zeitpunkt wie 2026-11-28T09:00.',
    en: '“{found}” is no time like 2026-11-28T09:00.',
  },
  'interval-wrong': {
    de: 'Die Zeitspanne von {from} bis {to} endet nicht nach ihrem Anfang.',
    en: 'The span from {from} to {to} does not end after it begins.',
  },
  'days-missing': { de: 'Das Problem hat keinen Tag.', en: 'The problem has no day.' },
  'cells-too-few': {
    de: 'Die Vortragsreihen brauchen {needed} Plätze (eine Sitzung in einem Raum), es gibt nur {given}.',
    en: 'The tracks need {needed} places (a session in a room), and there are only {given}.',
  },
  'talk-left-over': {
    de: 'Die Zeiten und Räume reichen nicht für alle Vorträge: Für {talk} bleibt keiner.',
    en: 'The times and rooms do not suffice for all talks: none is left for {talk}.',
  },
  'cell-empty': {
    de: 'Blatt „{sheet}“, Zeile {row}, Spalte {column}: Hier fehlt ein Text.',
    en: 'Sheet “{sheet}”, row {row}, column {column}: a text is missing.',
  },
  'cell-no-whole-number': {
    de: 'Blatt „{sheet}“, Zeile {row}, Spalte {column}: „{found}“ ist keine ganze Zahl ab {least}.',
    en: 'Sheet “{sheet}”, row {row}, column {column}: “{found}” is no whole number from {least} on.',
  },
  'cell-no-penalty': {
    de: 'Blatt „{sheet}“, Zeile {row}, Spalte {column}: „{found}“ ist keine Zahl ab 0.',
    en: 'Sheet “{sheet}”, row {row}, column {column}: “{found}” is no number from 0 on.',
  },
  'cell-no-time': {
    de: 'Blatt „{sheet}“, Zeile {row}, Spalte {column}: „{found}“ ist keine Uhrzeit wie 09:30.',
    en: 'Sheet “{sheet}”, row {row}, column {column}: “{found}” is no time of the day like 09:30.',
  },
  'sheet-missing': { de: 'In der Arbeitsmappe fehlt das Blatt „{sheet}“.', en: 'The workbook has no sheet “{sheet}”.' },
  'slots-too-few': {
    de: 'Die Beiträge brauchen {needed} Zeitfenster, es gibt nur {given}.',
    en: 'The submissions need {needed} time slots, and there are only {given}.',
  },
  'submission-too-long': {
    de: 'Beitrag {submission} braucht {slots} Zeitfenster; die längste Sitzung hat {longest}.',
    en: 'Submission {submission} needs {slots} time slots; the longest session has {longest}.',
  },
  'talk-without-one-length': {
    de: 'Die Zeiten, die Vortrag {talk} nehmen darf, sind verschieden lang ({lengths} Längen).',
    en: 'The times that talk {talk} may take differ in length ({lengths} lengths).',
  },
  'talk-without-place': {
    de: 'Für Vortrag {talk} der Art {type} gibt es keine Zeit mit Raum.',
    en: 'There is no time with a room for talk {talk} of type {type}.',
  },
  'weight-missing': { de: 'Das Gewicht „{name}“ fehlt.', en: 'The weight “{name}” is missing.' },
  'weight-wrong': {
    de: 'Das Gewicht „{name}“ ist nicht zu verstehen: „{found}“.',
    en: 'The weight “{name}” cannot be understood: “{found}”.',
  },
  'weight-too-large': {
    de: 'Das Gewicht „{name}“ ist zu groß: „{found}“; höchstens {hard}hard oder {soft}soft sind möglich.',
    en: 'The weight “{name}” is too large: “{found}”; at most {hard}hard or {soft}soft is possible.',
  },
  'workbook-part-missing': {
    de: 'Das ist keine lesbare Arbeitsmappe (.xlsx): Ihr fehlt der Teil {part}.',
    en: 'That is no readable workbook (.xlsx): its part {part} is missing.',
  },
  'workbook-cell-wrong': {
    de: 'Das ist keine lesbare Arbeitsmappe (.xlsx): Eine Zelle hat keinen Platz auf ihrem Blatt ({cell}).',
    en: 'That is no readable workbook (.xlsx): a cell has no place on its sheet ({cell}).',
  },
  'zip-none': {
    de: 'Das ist keine Arbeitsmappe (.xlsx): Die Datei ist kein Archiv, oder ihr Ende fehlt.',
    en: 'That is no workbook (.xlsx): the file is no archive, or its end is missing.',
  },
  'zip-cut-off': {
    de: 'Die Arbeitsmappe ist unvollständig: In ihrem Archiv fehlt etwas von „{file}“.',
    en: 'The workbook is incomplete: its archive lacks something of “{file}”.',
  },
  'zip-method': {
    de: 'Die Arbeitsmappe ist auf unbekannte Art gepackt („{file}“, Verfahren {method}).',
    en: 'The workbook is packed in an unknown way (“{file}”, method {method}).',
  },
  'zip-broken': {
    de: 'Die Arbeitsmappe ist beschädigt oder zu groß („{file}“: {reason}).',
    en: 'The workbook is broken or too large (“{file}”: {reason}).',
  },
  'zone-unknown': { de: 'Die Zeitzone „{zone}“ ist nicht bekannt.', en: 'The time zone “{zone}” is not known.' },
}

/** Parameters that hold the planner's words, and not only what stands in the file. */
const inWords = ['kind', 'what', 'where'] as const

/** What a person reads about a problem that cannot be planned, in their language. */
export function describeProblem({ code, params, message }: ProblemError, locale: Locale): string {
  const sentence = problemSentences[code]
  if (!sentence) return message
  const told = Object.fromEntries(inWords.map((name) => [name, inGerman(String(params[name] ?? ''))]))
  return fill(localize(sentence, locale), locale === 'de' ? { ...params, ...told } : params, locale)
}

/** Words of the planner, with or without the name of the thing meant behind them: `session 7` → `Programmpunkt 7`. */
function inGerman(text: string): string {
  const word = Object.keys(germanProblemWords).find((one) => text === one || text.startsWith(`${one} `))
  return word === undefined ? text : germanProblemWords[word] + text.slice(word.length)
}
