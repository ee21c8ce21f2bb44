import type { ContributorLack } from '@fachtag/core/modules/programme/logistics/contributors/types'
import type { CheckResult, Fallback, Readiness } from '@fachtag/core/modules/programme/logistics/readiness/types'
import type { Presence, SpeakerNeed, Travel } from '@fachtag/core/modules/programme/logistics/types'

const presences: Readonly<Record<Presence, string>> = {
  unknown: 'weiß niemand',
  always: 'ganztägig da',
  partly: 'nur zu bestimmten Zeiten',
  never: 'kann nicht da sein',
}

const travels: Readonly<Record<Travel, string>> = {
  local: 'ist vor Ort',
  train: 'Bahn',
  car: 'Auto',
  plane: 'Flugzeug',
  other: 'anders',
}

const needs: Readonly<Record<SpeakerNeed, string>> = {
  'own-laptop': 'eigener Rechner',
  adapter: 'Adapter für den Projektor',
  sound: 'Ton vom Rechner',
  clicker: 'Fernbedienung für Folien',
  flipchart: 'Flipchart',
  'step-free': 'stufenloser Zugang',
  interpreter: 'Dolmetschen (Sprache, Gebärden, Schrift)',
}

const results: Readonly<Record<CheckResult, string>> = {
  open: 'noch offen',
  good: 'gut',
  problems: 'mit Problemen',
}

const fallbacks: Readonly<Record<Fallback, string>> = {
  phone: 'Anruf: Ton über Telefon',
  recording: 'Aufzeichnung wird gezeigt',
  'stand-in': 'Jemand von der Nachrückliste springt ein',
}

const readiness: Readonly<Record<Readiness, string>> = {
  ready: 'bereit',
  nearly: 'fast bereit',
  'not-ready': 'nicht bereit',
}

const lacks: Readonly<Record<ContributorLack, string>> = {
  presence: 'Verfügbarkeit',
  arrival: 'Anreise',
  contact: 'E-Mail-Adresse',
  consents: 'Einwilligungen',
  readiness: 'Verbindung',
}

/** The words for how people who appear come, and for what else warnings compare the programme with. */
export const logistics = {
  presences,
  travels,
  needs,
  results,
  fallbacks,
  readiness,
  lacks,
  list: {
    title: 'Mitwirkende',
    lead: 'Alle, die im Entwurf des Programms stehen, mit dem, was über Anreise, Bedarf und Verbindung bekannt ist.',
    empty: 'Im Entwurf steht noch niemand. Tragen Sie an einem Beitrag ein, wer dabei ist.',
    none: 'Niemand entspricht dieser Auswahl.',
    name: 'Name',
    sessions: 'Rolle und Beitrag',
    presence: 'Verfügbarkeit',
    arrival: 'Anreise',
    needs: 'Bedarf',
    line: 'Verbindung',
    reach: 'Erreichbar',
    consents: 'Einwilligungen',
    answered: 'Selbst geantwortet',
    notAnswered: 'nein',
    unknown: 'unbekannt',
    notNeeded: 'nicht nötig',
    byMail: 'Mail',
    byPhone: 'Telefon',
    unreachable: 'nicht erreichbar',
    openConsents: (count: number) => (count === 0 ? 'vollständig' : `${count} offen`),
    role: 'Rolle',
    anyRole: 'alle Rollen',
    mode: 'Teilnahme',
    anyMode: 'vor Ort und per Video',
    lack: 'Es fehlt',
    anyLack: 'ohne Einschränkung',
    something: 'irgendetwas',
    lackCount: (lack: string, count: number) => `${lack} (${count})`,
    filter: 'Anzeigen',
    count: (shown: number, all: number) => `${shown} von ${all} Mitwirkenden`,
    files: 'Liste herunterladen',
    csv: 'Liste als CSV',
    xlsx: 'Liste für Excel',
    calendar: 'Verbindungstests als Kalender',
    ask: 'Um Angaben bitten',
    askText: (count: number) =>
      count === 1
        ? 'Eine Person hat noch nicht selbst geantwortet. Sie bekommt eine Mail mit dem Weg zu ihrer Seite, höchstens einmal am Tag. Die Mail liegt zuerst in der Post, wo Sie sie prüfen und freigeben.'
        : `${count} Personen haben noch nicht selbst geantwortet. Jede bekommt eine Mail mit dem Weg zu ihrer Seite, höchstens einmal am Tag. Die Mails liegen zuerst in der Post, wo Sie sie prüfen und freigeben.`,
    asked: (count: number) => {
      if (count === 0) return 'Heute sind alle schon gefragt worden.'
      return count === 1 ? 'Eine Mail liegt in der Post.' : `${count} Mails liegen in der Post.`
    },
    withoutAddress: (count: number) =>
      count === 1 ? 'Von einer Person fehlt die E-Mail-Adresse.' : `Von ${count} Personen fehlt die E-Mail-Adresse.`,
  },
  form: {
    presence: 'Kann da sein',
    windows: 'Zeiten',
    windowsHint: 'Nur bei „nur zu bestimmten Zeiten“. Ein Tag ohne Uhrzeit gilt von morgens bis nachts.',
    addWindow: 'Zeit hinzufügen',
    day: 'Tag',
    from: 'von',
    until: 'bis',
    arrival: 'Anreise',
    arrivesOn: 'Ankunft am',
    arrivesAt: 'um',
    travel: 'Reist an mit',
    pickUp: 'Abholen',
    pickUpHint: 'Wo, zum Beispiel „Hauptbahnhof, Ausgang Ost“; leer, wenn niemand abholen muss',
    stay: 'Übernachtung',
    stayHint: 'Zum Beispiel das Hotel, oder dass ein Zimmer gebraucht wird',
    needs: 'Bringt mit und braucht',
    needsNote: 'Anmerkung zum Bedarf',
    needsNoteHint:
      'Nur, was für den Auftritt nötig ist; keine Diagnosen. Wer das Programm macht, sieht es. 90 Tage nach der Ausgabe wird alles auf dieser Seite gelöscht, wenn der Betrieb keine andere Frist setzt.',
    checkWish: 'Wann ein Verbindungstest passt',
    checkWishHint: 'Bei Teilnahme per Video, zum Beispiel „dienstags vormittags“',
    check: 'Verbindungstest und Ersatz',
    checkHint: 'Bereit ist, wessen Verbindung gut war und für wen es einen Ersatz gibt.',
    checkOn: 'Termin am',
    checkAt: 'um',
    checkBy: 'Mit wem',
    checkByHint: 'Wer von den Veranstaltenden dabei ist',
    link: 'Einwahl',
    linkHint: 'Link oder Name des Videoraums',
    result: 'Ergebnis',
    note: 'Anmerkung zum Ergebnis',
    fallback: 'Wenn die Verbindung ausfällt',
    fallbackPhone: 'Telefonnummer für den Ersatz',
    standIn: 'Springt ein',
    contact: 'Adresse und Telefon',
    answered: (at: string) => `selbst beantwortet am ${at}`,
    notAnswered: 'noch keine eigene Antwort',
    badge: (readiness: string) => `Verbindung: ${readiness}`,
  },
  own: {
    presences: {
      unknown: 'weiß ich noch nicht',
      always: 'ganztägig',
      partly: 'nur zu bestimmten Zeiten',
      never: 'ich kann nicht da sein',
    } satisfies Record<Presence, string>,
    presence: 'Ich kann da sein',
    travel: 'Ich reise an mit',
    needs: 'Ich bringe mit und brauche',
    title: (edition: string) => `Angaben zu Ihrem Auftritt: ${edition}`,
    lead: 'Sagen Sie, wann Sie da sein können, wie Sie anreisen und was Sie brauchen. Sie können alles bis zur Veranstaltung ändern.',
    whoSees:
      'Das sehen die, die das Programm machen, und sonst niemand. Was sie selbst schon eingetragen haben, steht hier auch. 90 Tage nach der Veranstaltung wird es gelöscht, wenn der Betrieb keine andere Frist setzt.',
    lineTitle: 'Ihr Verbindungstest',
    lineNone: 'Noch ist kein Termin vereinbart. Nennen Sie unten, wann es Ihnen passt.',
    lineAt: (when: string) => `Termin: ${when}`,
    lineBy: (who: string) => `Mit: ${who}`,
    lineLink: 'Einwahl:',
    lineResult: (result: string) => `Ergebnis: ${result}`,
    lineFallback: (fallback: string) => `Wenn die Verbindung ausfällt: ${fallback}`,
    calendar: 'Meine Verbindungstests als Kalender',
    editions: 'Ihre nächsten Auftritte',
    editionsLead: 'Sagen Sie den Veranstaltenden, wann Sie da sind und was Sie brauchen.',
    fill: 'Angaben machen',
    change: 'Angaben ändern',
    open: 'noch nicht beantwortet',
    answered: (at: string) => `beantwortet am ${at}`,
  },
  calendar: {
    name: (edition: string) => `Verbindungstests: ${edition}`,
    ownName: 'Meine Verbindungstests',
    event: (name: string, edition: string) => `Verbindungstest mit ${name} (${edition})`,
    ownEvent: (edition: string) => `Verbindungstest: ${edition}`,
    withWhom: 'Mit',
  },
  rooms: {
    equipment: 'Ausstattung',
    equipmentHint: 'Was vermerkt ist, vergleicht das Programm mit dem Bedarf der Beiträge.',
  },
  session: {
    back: 'Zum Beitrag',
    link: 'Bedarf',
    title: (session: string) => `Bedarf: ${session}`,
    expected: 'Erwartete Zahl',
    expectedHint: 'Wie viele ungefähr kommen; mit den Plätzen des Raums verglichen',
    equipment: 'Braucht im Raum',
  },
  order: {
    title: 'Reihenfolge',
    lead: 'Welcher Beitrag vor einem anderen stattfinden soll. Steht der Entwurf anders, erscheint eine Warnung; verboten ist nichts.',
    empty: 'Noch hat niemand eine Reihenfolge gewünscht.',
    first: 'Dieser Beitrag',
    second: 'soll vorbei sein, bevor dieser beginnt',
    reason: 'Grund',
    reasonHint: 'Zum Beispiel „führt in das Thema ein“',
    add: 'Wunsch eintragen',
    addTitle: 'Neuer Wunsch',
    remove: 'Wunsch löschen',
    removeOf: (first: string, then: string) => `Wunsch löschen: „${first}“ vor „${then}“`,
    sentence: (first: string, then: string) => `„${first}“ soll vor „${then}“ stattfinden.`,
    saved: 'Der Wunsch ist eingetragen.',
    removed: 'Der Wunsch ist gelöscht.',
  },
  pace: {
    title: 'Tageslauf',
    dayBegins: 'Der Tag beginnt um',
    dayEnds: 'Der Tag endet um',
    change: 'Minuten für einen Raumwechsel',
    break: 'Als Pause zählt ab (Minuten)',
    stretch: 'Längste Strecke ohne Pause (Minuten)',
    hint: 'Warnungen vergleichen das Programm damit.',
  },
}
