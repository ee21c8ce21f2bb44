import type { LocalizedText } from '../../kernel/localized-text.ts'
import { readSender } from '../mail/sender.ts'
import { readMailServer } from '../mail/server-address.ts'
import { readIssuer, readRoleMapping } from '../oidc/role-mapping.ts'
import {
  folder,
  hostName,
  oneOf,
  type Parser,
  plainText,
  postgresUrl,
  webOrigin,
  wholeNumber,
  yesOrNo,
} from './parsers.ts'

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
  oidcIssuer: optional({
    env: 'OIDC_ISSUER',
    parse: readIssuer,
    meaning: {
      de: 'Anmeldedienst Ihres Hauses (OpenID Connect), über den sich Beschäftigte anmelden. Ohne Angabe gibt es keinen.',
      en: 'Sign-in service of your house (OpenID Connect) through which staff sign in. Not set: there is none.',
    },
    expects: {
      de: 'eine Adresse mit https:// (auf derselben Maschine auch http://), wie sie in der Beschreibung des Dienstes als „issuer“ steht',
      en: 'an address with https:// (on the same machine also http://), as the description of the service gives it as “issuer”',
    },
  }),
  oidcClientId: optional({
    env: 'OIDC_CLIENT_ID',
    parse: plainText,
    meaning: {
      de: 'Name, unter dem Fachtag beim Anmeldedienst eingetragen ist. Als Rückadresse gehört dort ORIGIN/anmelden/anbieter/zurueck hin.',
      en: 'Name under which Fachtag is registered with the sign-in service. The redirect address to register there is ORIGIN/anmelden/anbieter/zurueck.',
    },
    expects: { de: 'ein Text', en: 'a text' },
  }),
  oidcClientSecret: optional({
    env: 'OIDC_CLIENT_SECRET',
    secret: true,
    parse: plainText,
    meaning: {
      de: 'Geheimnis von Fachtag beim Anmeldedienst. Ohne Angabe schützt PKCE allein.',
      en: 'Secret of Fachtag with the sign-in service. Not set: PKCE alone protects.',
    },
    expects: { de: 'ein Text', en: 'a text' },
  }),
  oidcName: optional({
    env: 'OIDC_NAME',
    parse: plainText,
    meaning: {
      de: 'Wie der Anmeldedienst auf dem Knopf heißt. Ohne Angabe: sein Rechnername.',
      en: 'What the sign-in service is called on the button. Not set: its host name.',
    },
    expects: { de: 'ein Text', en: 'a text' },
  }),
  oidcRoleClaim: optional({
    env: 'OIDC_ROLE_CLAIM',
    parse: plainText,
    meaning: {
      de: 'Angabe im ID-Token, in der Gruppen oder Rollen stehen; ein Punkt führt in ein Objekt hinein (realm_access.roles).',
      en: 'Claim of the ID token that holds groups or roles; a dot leads into an object (realm_access.roles).',
    },
    expects: { de: 'ein Text', en: 'a text' },
  }),
  oidcRoles: optional({
    env: 'OIDC_ROLES',
    parse: readRoleMapping,
    meaning: {
      de: 'Welche Gruppe welche Rolle gibt. Bei jeder Anmeldung über den Dienst werden Rollen danach gegeben und entzogen; was Organisierende vergeben haben, bleibt.',
      en: 'Which group gives which role. At each sign-in through the service roles are given and withdrawn by it; what organisers have given stays.',
    },
    expects: {
      de: 'eine Liste wie fachtag-admins=operator,it=series-organiser:it-fachtag,kasse=finance:it-fachtag/2031',
      en: 'a list like fachtag-admins=operator,it=series-organiser:it-fachtag,desk=finance:it-fachtag/2031',
    },
  }),
  trustProxy: setting({
    env: 'TRUST_PROXY',
    default: '0',
    parse: wholeNumber(0, 5),
    meaning: {
      de: 'Wie viele Reverse Proxys vor Fachtag stehen. So viele Einträge von X-Forwarded-For gelten, von hinten gezählt; bei 0 gilt keiner, und alle hinter einem Proxy zählen bei Begrenzungen als ein Netz.',
      en: 'How many reverse proxies stand before Fachtag. That many entries of X-Forwarded-For count, from the end; with 0 none does, and limits take everybody behind a proxy for one network.',
    },
    expects: { de: 'eine ganze Zahl von 0 bis 5', en: 'a whole number from 0 to 5' },
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
