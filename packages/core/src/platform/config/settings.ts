import type { LocalizedText } from '../../kernel/localized-text.ts'
import { readSender } from '../mail/sender.ts'
import { readMailServer } from '../mail/server-address.ts'
import { folder, hostName, oneOf, type Parser, postgresUrl, webOrigin, wholeNumber, yesOrNo } from './parsers.ts'

/** One setting: the environment variable, what it means, what it expects, and what holds when it is not set. */
export interface Setting<T> {
  readonly env: string
  readonly parse: Parser<T>
  /** In the form the environment would give it. Absent: the setting is empty (`null`) unless it is set. */
  readonly default?: string
  readonly meaning: LocalizedText
  /** Ends the sentence "… is expected". */
  readonly expects: LocalizedText
  /** The value may hold a password and is never shown. */
  readonly secret?: true
}

const setting = <T>(declared: Setting<T> & { default: string }) => declared
const optional = <T>(declared: Setting<T>): Setting<T | null> => declared

/** Every setting there is. The manual page is generated from this table, `fachtag doctor` explains from it. */
export const settings = {
  host: setting({
    env: 'HOST',
    default: '127.0.0.1',
    parse: hostName,
    meaning: {
      de: 'Adresse, auf der Fachtag lauscht. 127.0.0.1 heißt: nur von dieser Maschine aus, etwa durch den Reverse Proxy.',
      en: 'Address that Fachtag listens on. 127.0.0.1 means: only from this machine, for instance through the reverse proxy.',
    },
    expects: {
      de: 'ein Rechnername oder eine IP-Adresse ohne Port',
      en: 'a host name or an IP address without a port',
    },
  }),
  port: setting({
    env: 'PORT',
    default: '3000',
    parse: wholeNumber(0, 65_535),
    meaning: {
      de: 'Port, auf dem Fachtag lauscht. 0 heißt: irgendein freier.',
      en: 'Port that Fachtag listens on. 0 means: any free one.',
    },
    expects: { de: 'eine ganze Zahl von 0 bis 65535', en: 'a whole number from 0 to 65535' },
  }),
  origin: optional({
    env: 'ORIGIN',
    parse: webOrigin,
    meaning: {
      de: 'Adresse, unter der Lesende die Site aufrufen. Sie steht in Links, Kalendern und Feeds. Ohne Angabe: http://HOST:PORT.',
      en: 'Address under which readers open the site. It appears in links, calendars and feeds. Not set: http://HOST:PORT.',
    },
    expects: {
      de: 'eine Adresse wie https://fachtag.example.org ohne Pfad',
      en: 'an address like https://fachtag.example.org without a path',
    },
  }),
  data: setting({
    env: 'FACHTAG_DATA',
    default: './data',
    parse: folder,
    meaning: {
      de: 'Ordner für alles, was Fachtag selbst ablegt, auch für die eingebaute Datenbank.',
      en: 'Folder for everything that Fachtag stores itself, the built-in database included.',
    },
    expects: { de: 'ein Ordner', en: 'a folder' },
  }),
  databaseUrl: optional({
    env: 'DATABASE_URL',
    secret: true,
    parse: postgresUrl,
    meaning: {
      de: 'PostgreSQL ab Version 15, das statt der eingebauten Datenbank benutzt wird.',
      en: 'PostgreSQL from version 15 on, used instead of the built-in database.',
    },
    expects: {
      de: 'eine Adresse wie postgres://benutzer:passwort@rechner:5432/datenbank',
      en: 'an address like postgres://user:password@host:5432/database',
    },
  }),
  databaseConnections: setting({
    env: 'DATABASE_CONNECTIONS',
    default: '10',
    parse: wholeNumber(2, 200),
    meaning: {
      de: 'So viele Verbindungen hält ein Prozess höchstens für Seiten und Befehle offen. Aufträge und Benachrichtigungen brauchen bis zu fünf weitere.',
      en: 'The most connections that one process keeps open for pages and commands. Jobs and notifications need up to five more.',
    },
    expects: { de: 'eine ganze Zahl von 2 bis 200', en: 'a whole number from 2 to 200' },
  }),
  mailServer: optional({
    env: 'SMTP_URL',
    secret: true,
    parse: readMailServer,
    meaning: {
      de: 'Mailserver, über den Fachtag versendet. smtps:// verschlüsselt von Anfang an (Port 465), smtp:// besteht auf STARTTLS (Port 587), außer auf derselben Maschine (Port 25) und mit ?tls=no. Ohne Angabe bleibt Post im Postausgang.',
      en: 'Mail server that Fachtag sends through. smtps:// encrypts from the start (port 465), smtp:// insists on STARTTLS (port 587), except on the same machine (port 25) and with ?tls=no. Not set: mail stays in the outbox.',
    },
    expects: {
      de: 'eine Adresse wie smtp://benutzer:passwort@mail.example.org; ein Passwort nie zusammen mit ?tls=no',
      en: 'an address like smtp://user:password@mail.example.org; never a password together with ?tls=no',
    },
  }),
  mailFrom: optional({
    env: 'MAIL_FROM',
    parse: readSender,
    meaning: {
      de: 'Von wem Mails kommen. Nötig, sobald SMTP_URL gesetzt ist.',
      en: 'Whom mail comes from. Needed as soon as SMTP_URL is set.',
    },
    expects: {
      de: 'eine Adresse wie IT-Fachtag <fachtag@example.org>',
      en: 'an address like IT-Fachtag <fachtag@example.org>',
    },
  }),
  migrate: setting({
    env: 'FACHTAG_MIGRATE',
    default: 'yes',
    parse: yesOrNo,
    meaning: {
      de: 'Ob „fachtag serve“ das Datenbankschema beim Start auf den neuesten Stand bringt. Bei „no“ tut das nur „fachtag migrate“.',
      en: 'Whether “fachtag serve” brings the database schema up to date when it starts. With “no”, only “fachtag migrate” does.',
    },
    expects: { de: 'yes oder no', en: 'yes or no' },
  }),
  worker: setting({
    env: 'FACHTAG_WORKER',
    default: 'yes',
    parse: yesOrNo,
    meaning: {
      de: 'Ob „fachtag serve“ auch Aufträge abarbeitet. Bei „no“ tut das ein eigener Prozess „fachtag worker“.',
      en: 'Whether “fachtag serve” also works on jobs. With “no”, a process of its own does: “fachtag worker”.',
    },
    expects: { de: 'yes oder no', en: 'yes or no' },
  }),
  logLevel: setting({
    env: 'LOG_LEVEL',
    default: 'info',
    parse: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    meaning: {
      de: 'Ab welcher Wichtigkeit etwas ins Protokoll kommt.',
      en: 'How important an entry of the log must be.',
    },
    expects: { de: 'debug, info, warn, error oder silent', en: 'debug, info, warn, error or silent' },
  }),
}

export type SettingName = keyof typeof settings

/** The values of all settings. */
export type Settings = {
  readonly [K in SettingName]: (typeof settings)[K] extends Setting<infer T> ? T : never
}
