import type { LocalizedText } from '@fachtag/core/kernel/localized-text'

/** Code of a DomainError → what the terminal says about it. `{name}` stands for a parameter of the error. */
export const sentences: Readonly<Record<string, LocalizedText>> = {
  'settings.invalid': {
    de: 'Diese Einstellungen sind nicht zu verstehen: {names}. „fachtag doctor“ erklärt, was sie erwarten.',
    en: 'These settings cannot be understood: {names}. “fachtag doctor” explains what they expect.',
  },
  'access.denied': { de: 'Das ist nicht erlaubt ({permission}).', en: 'That is not allowed ({permission}).' },
  'database.migration_failed': {
    de: 'Die Datenbank ließ sich nicht auf den neuesten Stand bringen. Schritt {migration} meldet: {reason}',
    en: 'The database could not be brought up to date. Step {migration} says: {reason}',
  },
}
