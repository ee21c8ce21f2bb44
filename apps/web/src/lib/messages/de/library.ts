export const library = {
  topics: {
    title: 'Themen',
    lead: 'Worüber auf den Fachtagen gesprochen wurde, über alle Jahre hinweg.',
    empty: 'Es gibt noch keine Themen.',
    alsoCalled: 'Auch bekannt als',
    overTheYears: 'Über die Jahre',
    sessions: (count: number) => (count === 1 ? '1 Beitrag' : `${count} Beiträge`),
    years: (first: string, last: string) => (first === last ? first : `${first} bis ${last}`),
    noSessions: 'Zu diesem Thema ist noch kein Beitrag verzeichnet.',
  },
  materials: {
    kinds: {
      slides: 'Folien',
      handout: 'Handreichung',
      recording: 'Aufzeichnung',
      photo: 'Foto',
      link: 'Link',
    },
    announced: 'angekündigt, noch nicht da',
    lost: 'nicht erhalten',
    withoutConsent: 'nicht freigegeben',
    licence: (name: string) => `Lizenz: ${name}`,
    about: (session: string) => `zu „${session}“`,
  },
}
