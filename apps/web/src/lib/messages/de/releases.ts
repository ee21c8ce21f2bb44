import type { Mark } from '@fachtag/core/modules/programme/comparison/types'
import type { ImpactName } from '@fachtag/core/modules/programme/impact/counting/types'

const count = (one: string, many: string) => (number: number) => (number === 1 ? one : `${number} ${many}`)

const marks: Readonly<Record<Mark, string>> = {
  added: 'Neu',
  removed: 'Nicht mehr im Programm',
  cancelled: 'Entfällt',
  reinstated: 'Findet doch statt',
  moved: 'Verlegt',
  changed: 'Geändert',
}

const touched: Readonly<Record<ImpactName, (count: number) => string>> = {
  bookmarks: count('eine Merkliste', 'Merklisten'),
}

/** Publishing, what was published, and who is told. */
export const releases = {
  impact: {
    title: 'Wen das betrifft',
    nobody: 'Betroffen ist niemand: keine Person, kein Raum.',
    sentence: (list: string) => `Betroffen: ${list}.`,
    people: count('eine mitwirkende Person', 'Mitwirkende'),
    rooms: count('ein Raum', 'Räume'),
    sessions: count('ein Programmpunkt', 'Programmpunkte'),
    touched,
    roomList: 'Räume',
    details: 'Im Einzelnen',
  },
  grid: {
    title: 'Im Zeitplan',
    days: 'Tage mit Änderungen',
    marks,
    ghost: (mark: string) => `${mark}; hier stand bisher`,
    ghosts: 'Bisher hier',
    now: 'jetzt',
    changesOn: count('eine Änderung', 'Änderungen'),
    onlyTouched: 'Nur Räume, in denen sich etwas ändert',
    whole: 'Alle Räume zeigen',
    key: 'Legende',
    unmarked: 'Unverändert',
    withoutTime: 'Ohne Uhrzeit',
    nothing: 'An diesem Tag steht nichts.',
  },
  errors: {
    title: 'Fehler, die noch offen sind',
    lead: (number: number) =>
      number === 1
        ? 'Ein Fehler ist noch offen. Er hindert Sie nicht, aber sehen Sie ihn sich bitte an.'
        : `${number} Fehler sind noch offen. Sie hindern Sie nicht, aber sehen Sie sie sich bitte an.`,
    seen: 'Ich habe das gesehen und veröffentliche trotzdem',
    unseen: 'Es wurde noch nichts veröffentlicht',
    unseenHelp: 'Bitte sehen Sie sich die offenen Fehler an, und setzen Sie den Haken darunter.',
  },
  outdated: 'Es wurde noch nichts veröffentlicht',
  outdatedHelp:
    'Während Sie auf dieser Seite waren, hat sich das Programm geändert. Unten sehen Sie den neuen Stand. Was Sie eingetragen haben, steht noch da.',
  mails: {
    title: 'Wer Bescheid bekommt',
    none: 'Niemand, der auftritt, muss etwas erfahren.',
    lead: (number: number) =>
      number === 1
        ? 'Eine Person bekommt eine Mail. Ohne Haken bekommt sie keine.'
        : `${number} Personen bekommen je eine Mail mit allem, was sich für sie ändert. Ohne Haken bekommt jemand keine.`,
    when: 'Wann die Mails hinausgehen',
    modes: {
      now: 'Gleich nach dem Veröffentlichen',
      review: 'Erst prüfen: Sie warten im Postausgang',
      none: 'Keine Mails schreiben',
    },
    line: 'Zeile für alle',
    lineHint: 'Steht in jeder Mail unter den Änderungen',
    tell: (name: string) => `Mail an ${name}`,
    show: 'Mail ansehen',
    language: { de: 'auf Deutsch', en: 'auf Englisch' },
    subject: 'Betreff',
    texts: 'Den Text der Mails ändern',
    unreached: 'Bitte anders Bescheid geben',
    unreachedLead: 'Diese Personen erreicht keine Mail.',
    reasons: { 'no-address': 'keine Adresse bekannt', bounced: 'die letzte Mail kam zurück' },
    phone: (number: string) => `Telefon ${number}`,
    addAddress: 'Adresse eintragen',
    more: (number: number) => `Weitere ${number} Mails: Was sich ändert, steht bei jedem Namen, der Text wie oben.`,
    changes: {
      joined: 'neu dabei',
      left: 'nicht mehr eingeplant',
      moved: 'verlegt',
      dropped: 'entfällt',
      reinstated: 'findet doch statt',
      retitled: 'neuer Titel',
      company: 'andere Mitwirkende',
    },
  },
  told: (number: number, isHeldBack: boolean) => {
    if (number === 0) return 'Es wurde keine Mail geschrieben.'
    const mails = number === 1 ? 'Eine Mail' : `${number} Mails`
    if (isHeldBack) return `${mails} ${number === 1 ? 'wartet' : 'warten'} im Postausgang darauf, dass Sie sie prüfen.`
    return `${mails} ${number === 1 ? 'ist' : 'sind'} unterwegs.`
  },
  outbox: 'Zum Postausgang',
  publish: 'Veröffentlichen',
  allReleases: 'Alle Programmstände ansehen',
  stands: {
    title: 'Programmstände',
    lead: 'Jeder Programmstand bleibt so, wie er veröffentlicht wurde. Sie können ihn ansehen, vergleichen und zurückholen.',
    none: 'Noch wurde nichts veröffentlicht.',
    number: 'Nummer',
    name: 'Name und Hinweis',
    when: 'Veröffentlicht',
    by: 'Von',
    changes: 'Änderungen',
    unknown: 'nicht vermerkt',
    latest: 'jetzt zu sehen',
    compare: 'Vergleichen',
    from: 'Von',
    to: 'Nach',
    draft: 'Entwurf',
    nothing: 'Vor der ersten Veröffentlichung',
    stand: (number: number, name: string) =>
      name === String(number) ? `Programmstand ${number}` : `Programmstand ${number}: ${name}`,
    counts: {
      added: count('1 neu', 'neu'),
      removed: count('1 entfernt', 'entfernt'),
      cancelled: count('1 entfällt', 'entfallen'),
      reinstated: count('1 doch im Programm', 'doch im Programm'),
      moved: count('1 verlegt', 'verlegt'),
      changed: count('1 geändert', 'geändert'),
    },
    unchanged: 'nur Reihen oder Räume',
  },
  stand: {
    published: (when: string, by: string | null) =>
      by ? `Veröffentlicht am ${when} von ${by}` : `Veröffentlicht am ${when}`,
    programme: 'Das Programm, wie es zu sehen war',
    changed: 'Das hat dieser Programmstand geändert',
    first: 'Dieser Programmstand war der erste.',
    sinceThen: 'Mit dem Entwurf vergleichen',
    before: 'Mit dem Programmstand davor vergleichen',
    restore: 'Als Entwurf zurückholen',
    republish: 'Noch einmal veröffentlichen',
    all: 'Alle Programmstände',
  },
  comparison: {
    title: (from: string, to: string) => `Vergleich: ${from} und ${to}`,
    same: 'Beide sind gleich.',
    changes: 'Das ist anders',
  },
  restore: {
    title: (stand: string) => `${stand} als Entwurf zurückholen`,
    lead: 'Der Entwurf wird wieder so, wie dieser Programmstand war. Was jetzt im Entwurf steht und dort nicht vorkam, wird herausgenommen, aber nicht gelöscht. Die Öffentlichkeit sieht davon nichts, bis Sie den Entwurf veröffentlichen.',
    changes: 'Das ändert sich im Entwurf',
    same: 'Der Entwurf ist schon so wie dieser Programmstand.',
    submit: 'Entwurf ersetzen',
    cancel: 'Abbrechen',
    done: 'Der Entwurf ist wieder so wie dieser Programmstand. Veröffentlicht ist noch nichts.',
  },
  republish: {
    title: (stand: string) => `${stand} noch einmal veröffentlichen`,
    lead: 'Dieser Programmstand wird noch einmal veröffentlicht, als neuer mit eigener Nummer. Die Öffentlichkeit sieht ihn sofort. Der Entwurf bleibt, wie er ist.',
    same: 'Die Öffentlichkeit sieht das Programm schon so.',
    submit: 'Noch einmal veröffentlichen',
  },
  changelog: {
    title: 'Änderungen im Programm',
    of: (edition: string) => `Änderungen im Programm: ${edition}`,
    lead: 'Hier steht, was sich am Programm geändert hat, das Neueste zuerst. Kalender, die Sie abonniert haben, ändern sich mit.',
    none: 'Seit der ersten Veröffentlichung hat sich nichts geändert.',
    feed: 'Als Feed abonnieren (Atom)',
    on: (date: string) => `Geändert am ${date}`,
    since: (date: string) => `Geändert am ${date}.`,
    more: 'Was sich geändert hat',
    lists: {
      added: 'Neu im Programm',
      removed: 'Nicht mehr im Programm',
      cancelled: 'Entfällt',
      reinstated: 'Findet doch statt',
      moved: 'Andere Zeit oder anderer Raum',
      changed: 'Geänderte Angaben',
    },
    small: 'Kleinere Änderungen an Reihen oder Räumen.',
    summary: (title: string, list: string) => `${title}: ${list}`,
  },
}
