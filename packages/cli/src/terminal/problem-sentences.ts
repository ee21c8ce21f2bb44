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
}
