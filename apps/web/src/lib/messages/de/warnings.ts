import type { Equipment } from '@fachtag/core/modules/programme/circumstances/types'
import type { ReadinessLack } from '@fachtag/core/modules/programme/logistics/readiness/types'
import type { Severity, WarningKind } from '@fachtag/core/modules/programme/warnings/types'

const severities: Readonly<Record<Severity, string>> = { error: 'Fehler', warning: 'Warnung', hint: 'Hinweis' }

const kinds: Readonly<Record<WarningKind, string>> = {
  'person-in-two-places': 'Gleichzeitig an zwei Orten',
  'room-taken-twice': 'Raum doppelt belegt',
  'room-too-small': 'Raum zu klein',
  'room-lacks-equipment': 'Ausstattung fehlt',
  'remote-without-equipment': 'Zuschaltung ohne Technik',
  'remote-not-ready': 'Zuschaltung nicht vorbereitet',
  'outside-availability': 'Nicht verfügbar',
  'no-time-to-change-rooms': 'Zu wenig Zeit für den Raumwechsel',
  'track-changes-rooms': 'Reihe wechselt den Raum',
  'similar-topics-in-parallel': 'Ähnliche Themen gleichzeitig',
  'moderator-missing': 'Moderation fehlt',
  'person-without-break': 'Zu lange ohne Pause',
  'track-without-break': 'Reihe ohne Pause',
  'order-violated': 'Reihenfolge anders als gewünscht',
  'outside-day': 'Außerhalb des Tages',
  'longer-than-slot': 'Länger als das Zeitfenster',
  'plenary-overlapped': 'Neben einem Punkt für alle',
}

const help: Readonly<Record<WarningKind, string>> = {
  'person-in-two-places': 'Verlegen Sie einen der beiden Programmpunkte, oder lassen Sie jemand anderen einspringen.',
  'room-taken-twice': 'Verlegen Sie einen der beiden in einen anderen Raum oder auf eine andere Zeit.',
  'room-too-small': 'Verlegen Sie den Programmpunkt in einen größeren Raum, oder begrenzen Sie die Zahl der Plätze.',
  'room-lacks-equipment':
    'Wählen Sie einen Raum, der das hat. Ist es da und nur nicht vermerkt, ergänzen Sie die Ausstattung des Raums.',
  'remote-without-equipment':
    'Wählen Sie einen Raum mit Technik für Zuschaltungen. Ist sie da und nur nicht vermerkt, ergänzen Sie die Ausstattung des Raums.',
  'remote-not-ready':
    'Vereinbaren Sie den Verbindungstest, tragen Sie sein Ergebnis ein, und legen Sie fest, was geschieht, wenn die Verbindung ausfällt.',
  'outside-availability': 'Verlegen Sie den Programmpunkt in die genannten Zeiten, oder fragen Sie noch einmal nach.',
  'no-time-to-change-rooms': 'Legen Sie beide in denselben Raum, oder lassen Sie mehr Zeit dazwischen.',
  'track-changes-rooms': 'Wenn es geht, lassen Sie die Reihe den ganzen Tag in einem Raum.',
  'similar-topics-in-parallel':
    'Legen Sie einen von beiden auf eine andere Zeit, damit niemand zwischen ihnen wählen muss.',
  'moderator-missing': 'Tragen Sie am Programmpunkt ein, wer moderiert.',
  'person-without-break': 'Verlegen Sie einen der Programmpunkte so, dass eine Pause entsteht.',
  'track-without-break': 'Schieben Sie eine Pause zwischen die Programmpunkte.',
  'order-violated': 'Tauschen Sie die beiden, oder nehmen Sie den Wunsch zurück.',
  'outside-day': 'Verlegen oder kürzen Sie den Programmpunkt, oder ändern Sie Beginn und Ende des Tages.',
  'longer-than-slot': 'Kürzen Sie den Programmpunkt, oder legen Sie ihn in ein längeres Zeitfenster.',
  'plenary-overlapped': 'Verlegen Sie den anderen Programmpunkt, damit alle dabei sein können.',
}

const equipment: Readonly<Record<Equipment, string>> = {
  projector: 'Projektor',
  sound: 'Tonanlage',
  remote: 'Technik für Zuschaltungen',
  recording: 'Aufzeichnung',
  livestream: 'Livestream',
  pinboards: 'Pinnwände',
  'movable-seats': 'bewegliche Bestuhlung',
  'induction-loop': 'Höranlage',
  'step-free': 'stufenloser Zugang',
}

const readinessLacks: Readonly<Record<ReadinessLack, string>> = {
  appointment: 'ein Termin für den Verbindungstest',
  result: 'das Ergebnis des Verbindungstests',
  solution: 'eine Lösung für die Probleme aus dem Verbindungstest',
  fallback: 'ein Ersatz, falls die Verbindung ausfällt',
}

/** What warnings about a programme say. Sessions come with their time and room, rooms and tracks in quotation marks. */
export const warnings = {
  severities,
  kinds,
  help,
  equipment,
  gone: '(nicht mehr vorhanden)',
  quoted: (name: string) => `„${name}“`,
  placed: (title: string, place: string) => `„${title}“ (${place})`,
  clock: (time: string) => `${time} Uhr`,
  clocks: (from: string, until: string) => `${from} bis ${until} Uhr`,
  onDay: (day: string, times: string) => `${day}, ${times}`,
  fromUntil: (from: string, until: string) => `von ${from} bis ${until}`,
  minutes: (count: number) => (count === 1 ? '1 Minute' : `${count} Minuten`),
  hours: (count: number) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
  hoursAndMinutes: (hours: string, minutes: string) => `${hours} ${minutes}`,
  atLeast: (minutes: string) => `mindestens ${minutes}`,
  seats: (count: number) => (count === 1 ? '1 Platz' : `${count} Plätze`),
  largeEnough: (rooms: string) => `Genug Plätze haben: ${rooms}.`,
  equipped: (rooms: string) => `Vermerkt ist das bei: ${rooms}.`,
  reason: (reason: string) => `Begründung des Wunsches: ${reason}`,
  readinessLacks,
  led: { panel: 'ein Podium', workshop: 'ein Workshop' },
  sentences: {
    twoPlaces: (who: string, first: string, second: string, minutes: string) =>
      `${who} ist gleichzeitig für ${first} und ${second} eingeplant. Beide überschneiden sich um ${minutes}.`,
    roomTaken: (room: string, first: string, second: string, minutes: string) =>
      `Im Raum ${room} überschneiden sich ${first} und ${second} um ${minutes}.`,
    tooSmall: (session: string, expected: number, room: string, seats: string) =>
      `Zu ${session} ${expected === 1 ? 'wird 1 Person' : `werden ${expected} Personen`} erwartet; der Raum ${room} hat ${seats}.`,
    lacksEquipment: (session: string, missing: string, room: string) =>
      `${session} braucht: ${missing}. Beim Raum ${room} ist das nicht vermerkt.`,
    remote: (who: string, session: string, room: string) =>
      `${who}: per Video dabei bei ${session}. Beim Raum ${room} ist keine Technik für Zuschaltungen vermerkt.`,
    notReady: (who: string, session: string, lacks: string) =>
      `${who} ist bei ${session} per Video dabei. Dafür fehlt noch: ${lacks}.`,
    neverThere: (who: string, session: string) =>
      `${who} kann zu keiner Zeit da sein, ist aber für ${session} eingeplant.`,
    outside: (who: string, session: string, minutes: string, windows: string) =>
      `${who} kann da sein: ${windows}. ${session} liegt ${minutes} außerhalb.`,
    noTime: (who: string, from: string, to: string, needed: string) =>
      `${who} muss nach ${from} ohne jede Zwischenzeit zu ${to}. Für den Raumwechsel sind ${needed} vorgesehen.`,
    littleTime: (who: string, from: string, to: string, gap: string, needed: string) =>
      `${who} hat zwischen ${from} und ${to} nur ${gap}. Für den Raumwechsel sind ${needed} vorgesehen.`,
    trackMoves: (track: string, day: string, rooms: string) =>
      `Die Reihe ${track} ist am ${day} in mehreren Räumen: ${rooms}. Wer ihr folgt, muss umziehen.`,
    similar: (first: string, second: string, topics: string, minutes: string) =>
      `${first} und ${second} behandeln beide ${topics} und laufen ${minutes} lang gleichzeitig.`,
    noModerator: (session: string, type: string) => `${session} ist ${type}, und niemand leitet die Runde.`,
    personLong: (who: string, day: string, times: string, duration: string, longest: string) =>
      `${who} ist am ${day} von ${times} ohne Pause eingeplant, ${duration} lang. Vorgesehen sind höchstens ${longest}.`,
    trackLong: (track: string, day: string, times: string, duration: string, longest: string) =>
      `Die Reihe ${track} hat am ${day} von ${times} keine Pause, ${duration} lang. Vorgesehen sind höchstens ${longest}.`,
    order: (first: string, then: string, minutes: string) =>
      `${then} soll erst nach ${first} kommen, beginnt aber ${minutes} vor dessen Ende.`,
    early: (session: string, minutes: string) => `${session} beginnt ${minutes} vor dem Beginn des Tages.`,
    late: (session: string, minutes: string) => `${session} endet ${minutes} nach dem Ende des Tages.`,
    overSlot: (session: string, slot: string, minutes: string) =>
      `${session} geht ${minutes} über das Zeitfenster ${slot} hinaus.`,
    besidePlenary: (plenary: string, other: string, minutes: string) =>
      `${plenary} ist für alle gedacht; ${other} läuft ${minutes} lang daneben.`,
  },
  page: {
    title: 'Warnungen',
    lead: 'Was am Entwurf des Programms auffällt. Nichts davon verbietet etwas: Sie können jede Warnung mit einer Begründung hinnehmen.',
    groups: { error: 'Fehler', warning: 'Warnungen', hint: 'Hinweise' },
    explained: {
      error: 'Kann so nicht stattfinden.',
      warning: 'Wird für jemanden schiefgehen.',
      hint: 'Geht, könnte aber besser sein.',
    },
    none: 'Zurzeit fällt nichts auf.',
    noneHere: 'Zu dieser Auswahl gibt es keine Warnung.',
    severity: 'Schwere',
    anySeverity: 'alle',
    kind: 'Art',
    anyKind: 'alle Arten',
    track: 'Reihe',
    anyTrack: 'alle Reihen',
    choice: (name: string, count: number) => `${name} (${count})`,
    filter: 'Auswählen',
    count: (count: number) => (count === 1 ? '1 offene Warnung' : `${count} offene Warnungen`),
    edit: (title: string) => `„${title}“ bearbeiten`,
    inGrid: 'Im Programm zeigen',
    inGridOf: (title: string) => `„${title}“ im Programm zeigen`,
    accept: 'Hinnehmen …',
    acceptOf: (subject: string) => `Hinnehmen: ${subject}`,
    reason: 'Warum ist das in Ordnung?',
    reasonHint: 'Steht für alle, die am Programm arbeiten, bei der Warnung.',
    acceptSubmit: 'Warnung hinnehmen',
    former: (who: string, when: string, reason: string) =>
      `Am ${when} von ${who} hingenommen („${reason}“). Seither hat sich etwas geändert, deshalb steht sie wieder hier.`,
    accepted: 'Hingenommen',
    acceptedBy: (who: string, when: string) => `Hingenommen von ${who} am ${when}`,
    somebody: 'jemandem',
    withdraw: 'Zurücknehmen',
    withdrawOf: (subject: string) => `Zurücknehmen: ${subject}`,
    done: { accepted: 'Die Warnung ist hingenommen.', withdrawn: 'Die Warnung steht wieder bei den offenen.' },
    changed: 'Diese Warnung gibt es so nicht mehr',
    changedText: 'Inzwischen hat jemand etwas am Programm geändert. Bitte sehen Sie sich die Liste noch einmal an.',
  },
}
