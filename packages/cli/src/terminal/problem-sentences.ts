import type { LocalizedText } from '@fachtag/core/kernel/localized-text'

/** Code of a ProblemError of the planner → what the terminal says about it. `{name}` stands for a parameter of the error. */
export const problemSentences: Readonly<Record<string, LocalizedText>> = {
  'argument-wrong': {
    de: '--{name} erwartet eine Zahl ab {least}, nicht „{found}“.',
    en: '--{name} expects a number from {least} on, not “{found}”.',
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
    de: 'Die Zeiten und Räume reichen nicht für alles, was geplant werden soll.',
    en: 'The times and rooms do not suffice for all that is to be planned.',
  },
  'cell-wrong': {
    de: 'Blatt „{sheet}“, Zeile {row}, Spalte {column}: erwartet wird {expected}, da steht „{found}“.',
    en: 'Sheet “{sheet}”, row {row}, column {column}: expected is {expected}, there stands “{found}”.',
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
  'workbook-wrong': {
    de: 'Das ist keine lesbare Arbeitsmappe (.xlsx); es fehlt: {missing}.',
    en: 'That is no readable workbook (.xlsx); missing: {missing}.',
  },
  'zip-wrong': {
    de: 'Das ist keine lesbare Arbeitsmappe (.xlsx): Ihr Archiv ist beschädigt oder zu groß ({reason}).',
    en: 'That is no readable workbook (.xlsx): its archive is broken or too large ({reason}).',
  },
  'zone-unknown': { de: 'Die Zeitzone „{zone}“ ist nicht bekannt.', en: 'The time zone “{zone}” is not known.' },
}
