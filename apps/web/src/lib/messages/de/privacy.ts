export const privacy = {
  kinds: {
    photo: 'Fotos',
    recording: 'Aufzeichnung',
    slides: 'Folien und Handreichungen',
    directory: 'Personenverzeichnis',
    'name-at-questions': 'Name bei Fragen',
  },
  states: { given: 'erteilt', refused: 'abgelehnt', revoked: 'widerrufen' },
  open: 'keine Antwort',
  yes: 'Ja',
  no: 'Nein',
  consents: {
    title: 'Ihre Einwilligungen',
    lead: 'Hier entscheiden Sie für jede Veranstaltung, was wir veröffentlichen dürfen. Sie können jede Antwort jederzeit ändern; sie gilt sofort.',
    nothing:
      'Zurzeit gibt es nichts zu entscheiden: Mit Ihrem Konto ist keine Mitwirkung an einer Veranstaltung verbunden.',
    unanswered:
      'Ohne Antwort veröffentlichen wir weder Fotos noch Aufzeichnung noch Folien. Im Personenverzeichnis steht, wer in einem veröffentlichten Programm genannt ist, bis er oder sie widerspricht.',
    save: (edition: string) => `Antworten zu ${edition} speichern`,
    saved: 'Gespeichert. Ihre Antworten gelten ab sofort.',
    history: 'Was Sie bisher entschieden haben',
    byOrganiser: (reason: string) => `vom Organisationsteam notiert: ${reason}`,
    since: (date: string) => `seit ${date}`,
  },
  edition: {
    title: 'Einwilligungen',
    lead: 'Was die Mitwirkenden dieser Ausgabe erlaubt haben. Folien, Aufzeichnungen und Fotos zu einem Programmpunkt sind öffentlich, wenn alle Betroffenen zugestimmt haben.',
    nobody: 'In dieser Ausgabe tritt noch niemand auf.',
    missing: (count: number) =>
      count === 1 ? 'Von einer Person fehlen Antworten.' : `Von ${count} Personen fehlen Antworten.`,
    complete: 'Alle haben geantwortet.',
    person: 'Person',
    ask: 'Fehlende Antworten per Mail erbitten',
    askText:
      'Für jede Person, die noch nicht geantwortet hat, kommt eine Mail in den Postausgang. Dort sehen Sie sie an und geben sie frei.',
    asked: (count: number) =>
      count === 1 ? 'Eine Mail wartet im Postausgang.' : `${count} Mails warten im Postausgang.`,
    withoutAddress: (count: number) =>
      count === 1
        ? 'Von einer Person ist keine E-Mail-Adresse bekannt.'
        : `Von ${count} Personen ist keine E-Mail-Adresse bekannt.`,
    note: 'Antwort notieren',
    noteText: 'Für Antworten, die Sie auf anderem Weg bekommen haben.',
    kind: 'Wofür',
    answer: 'Antwort',
    reason: 'Woher Sie das wissen',
    reasonHint: 'Zum Beispiel „schriftlich am 3. November“. Die Person sieht diese Angabe.',
    submit: 'Antwort notieren und anwenden',
    noted: 'Notiert. Es gilt ab sofort.',
  },
  data: {
    title: 'Ihre Daten',
    lead: 'Alles, was diese Site über Sie gespeichert hat: ansehen, mitnehmen, löschen.',
    file: 'Auskunft',
    fileText:
      'Eine Datei mit allem, was über Sie gespeichert ist: Konto, Anmeldungen, Auftritte, Kontaktdaten, Einwilligungen, Mails, Änderungen (Art. 15 DSGVO).',
    page: 'Als Seite zum Lesen herunterladen',
    json: 'Als JSON für andere Programme herunterladen',
    erase: 'Alles löschen',
    eraseText:
      'Wir löschen Ihr Konto und alles, was über Sie gespeichert ist (Art. 17 DSGVO). In veröffentlichten Programmen steht dann „Person auf Wunsch entfernt“. Das lässt sich nicht rückgängig machen.',
    eraseHonest:
      'Steht Ihr Name in Texten anderer, etwa in einem Rückblick, entscheiden die Verantwortlichen über jede Stelle einzeln.',
    sure: 'Ja, ich will, dass alles über mich gelöscht wird.',
    eraseNow: 'Meine Daten jetzt löschen',
    askMail: 'Link zum Löschen zusenden',
    askMailText:
      'Sie haben sich ohne zweiten Faktor angemeldet. Wir schicken Ihnen deshalb einen Link, mit dem Sie das Löschen bestätigen.',
    confirmTitle: 'Wirklich alles löschen?',
    unsure: 'Bitte bestätigen Sie, dass alles gelöscht werden soll.',
    outcomes: {
      gesendet: 'Wir haben Ihnen einen Link geschickt. Er gilt 24 Stunden.',
      'no-address':
        'Ihr Konto hat keine E-Mail-Adresse. Hinterlegen Sie eine, oder melden Sie sich mit zweitem Faktor an.',
      unknown: 'Dieser Link gilt nicht mehr, oder er gehört zu einem anderen Konto.',
      'last-operator': 'Sie betreiben diese Site allein. Geben Sie diese Aufgabe erst jemand anderem.',
    },
    goneTitle: 'Ihre Daten sind gelöscht',
    gone: 'Sie sind abgemeldet. Auch die Suche findet Sie nicht mehr.',
  },
  forget: {
    title: (name: string) => `Daten löschen: ${name}`,
    lead: 'Das würde gelöscht. Zahlen, etwa wie viele teilgenommen haben, bleiben. Im Programm steht dann „Person auf Wunsch entfernt“.',
    table: 'Wo',
    count: 'Einträge',
    mentions: 'Texte, in denen der Name steht',
    mentionsText:
      'Sie werden nicht von selbst geändert. Nach dem Löschen stehen sie unter „Aufbewahrung“ zur Entscheidung.',
    namesake: 'Jemand anderes heißt genauso. Deshalb werden auch Texte des Programms nicht von selbst geändert.',
    sure: 'Die Person hat darum gebeten, oder die Daten werden nicht mehr gebraucht.',
    submit: 'Endgültig löschen',
    link: 'Alle Daten dieser Person löschen',
    done: 'Die Daten der Person sind gelöscht.',
  },
  retention: {
    title: 'Aufbewahrung',
    lead: 'Was wie lange aufbewahrt wird und was als Nächstes gelöscht wird. Jede Nacht läuft ein Auftrag, der sich daran hält.',
    kind: 'Was',
    period: 'Frist',
    due: 'Fällig',
    soon: 'In den 30 Tagen danach',
    days: (count: number) => (count === 0 ? 'sofort' : count === 1 ? '1 Tag' : `${count} Tage`),
    limits: (min: number, max: number) => `${min} bis ${max} Tage`,
    fixed: 'fest',
    announced: (days: number) => `wird ${days} Tage vorher angekündigt`,
    forgets: 'Der Eintrag bleibt, sein Inhalt wird gelöscht.',
    change: (kind: string) => `Frist für „${kind}“ in Tagen`,
    save: 'Ändern',
    saved: 'Die Frist ist geändert.',
    wrong: 'Diese Frist ist nicht möglich. Bitte eine Zahl innerhalb der Grenzen.',
    mentions: 'Namen gelöschter Personen in Texten',
    mentionsText:
      'Diese Texte nennen jemanden, dessen Daten gelöscht wurden. Ändern Sie den Text, wenn der Name gehen soll, und legen Sie den Hinweis dann ab.',
    noMentions: 'Es ist nichts zu entscheiden.',
    settle: 'Erledigt',
    settleOf: (title: string) => `Erledigt: ${title}`,
    settled: 'Der Hinweis ist abgelegt.',
    open: 'Öffnen',
  },
}
