/** The words of the forms for an edition and its series. */
export const editionForms = {
  rooms: {
    title: 'Räume',
    create: 'Raum anlegen',
    empty: 'Noch ist kein Raum angelegt.',
    name: 'Name',
    capacity: 'Plätze',
    description: 'Beschreibung',
    descriptionHint: 'Lage, Ausstattung, Zugang: steht in der Druckfassung und in Kalendern',
    sessions: 'Beiträge',
  },
  tracks: {
    title: 'Vortragsreihen',
    create: 'Reihe anlegen',
    empty: 'Noch ist keine Vortragsreihe angelegt.',
    name: 'Name',
    colour: 'Farbe',
    sessions: 'Beiträge',
  },
}
