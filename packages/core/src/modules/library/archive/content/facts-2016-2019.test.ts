import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalise } from '../canonical/rules.ts'
import { readArchive } from '../files/queries.ts'

const { archive, problems } = await readArchive(
  path.resolve(import.meta.dirname, '../../../../../../../content/mitteldeutscher-it-fachtag'),
)
const content = canonicalise(archive!)
const edition = (slug: string) => content.editions.find((one) => one.slug === slug)!
const session = (year: string, slug: string) => edition(year).sessions.find((one) => one.slug === slug)!
const people = (year: string, slug: string) =>
  session(year, slug).people.map((one) => [one.person, one.function, one.organisation].filter(Boolean).join(', '))
const told = (year: string, slug: string) => JSON.stringify(session(year, slug).recap)
const news = (slug: string) => content.news.find((one) => one.slug === slug)!

/** What a report states, and what the content says. The first column is the key of the report. */
type Fact = readonly [report: string, fact: string, said: unknown, expected: unknown]

const edition2016: Fact[] = [
  ['bericht-2016', 'the second', edition('2016').number, 2],
  [
    'bericht-2016',
    'at the end of November',
    edition('2016').date,
    { startsOn: '2016-11-21', precision: 'end-of-month', certainty: 'fixed', source: 'bericht-2016' },
  ],
  ['bericht-2016', 'in Leipzig', edition('2016').venue?.city, 'Leipzig'],
  [
    'bericht-2016',
    'about 130',
    edition('2016').attendance,
    [{ count: 130, qualifier: 'about', source: 'bericht-2016' }],
  ],
  ['bericht-2016', 'from five Länder', edition('2016').lands.map((one) => one.land), ['12', '13', '14', '15', '16']],
  [
    'bericht-2016',
    'who opened',
    people('2016', 'eroeffnung'),
    ['ralf-rother, Verbandsvorsitzender, kisa', 'lars-greifzu, Leiter Networking und Strategische Entwicklung, lecos'],
  ],
  [
    'bericht-2016',
    'an impulse, by whom is not said',
    [session('2016', 'impuls-folgen-der-digitalisierung').type, people('2016', 'impuls-folgen-der-digitalisierung')],
    ['impulse', []],
  ],
  [
    'bericht-2016',
    'three parallel tracks',
    edition('2016').description.de?.includes('drei parallelen Vortragsreihen'),
    true,
  ],
  [
    'bericht-2016',
    'cooperation of administrations',
    session('2016', 'verwaltungskooperationen').topics,
    ['zusammenarbeit'],
  ],
  [
    'bericht-2016',
    'electronic services and files',
    session('2016', 'verwaltungsdienste-und-akten').topics,
    ['e-akte', 'online-dienste'],
  ],
  [
    'bericht-2016',
    'invoices and service',
    session('2016', 'rechnungsbearbeitung-und-buergerservice').topics,
    ['e-rechnung', 'online-dienste'],
  ],
  ['bericht-2016', 'mobile working', session('2016', 'mobiles-arbeiten').topics, ['mobiles-arbeiten']],
  ['bericht-2016', 'a municipality after an incident, unnamed', people('2016', 'nach-dem-sicherheitsvorfall'), []],
  [
    'bericht-2016',
    'social engineering, an unnamed expert',
    [people('2016', 'gefahren-des-social-engineering'), session('2016', 'gefahren-des-social-engineering').topics[1]],
    [[], 'social-engineering'],
  ],
  [
    'bericht-2016',
    'lies in body language',
    session('2016', 'luegen-und-koerpersprache').title,
    'Lügen und Täuschungen in der Körpersprache erkennen',
  ],
  [
    'bericht-2016',
    'Vienna',
    people('2016', 'digitale-verwaltungsdienste-in-wien'),
    ['norbert-weidinger, magistratsdirektion-wien'],
  ],
  [
    'bericht-2016',
    'Vienna is abroad',
    content.organisations.find((one) => one.slug === 'magistratsdirektion-wien')?.country,
    'AT',
  ],
  [
    'bericht-2016',
    'style guide and measuring in Vienna',
    /Styleguide.*wertet.*Meinung/s.test(told('2016', 'digitale-verwaltungsdienste-in-wien')),
    true,
  ],
  ['bericht-2016', 'Rostock in a picture', people('2016', 'beitrag-aus-rostock'), ['chathy-frenzel, stadt-rostock']],
  [
    'bericht-2016',
    'almost only speakers from municipalities',
    edition('2016').recap?.body.de?.includes('fast alle selbst aus Kommunen'),
    true,
  ],
  [
    'bericht-2016',
    'address of Lecos',
    content.organisations
      .find((one) => one.slug === 'lecos')
      ?.description.de?.includes('Prager Straße 8, 04103 Leipzig, Telefon +49 341 2538-0'),
    true,
  ],
  ['bericht-2016', 'no title of a session is told', edition('2016').sessions.some((one) => one.titleIsGiven), false],
]

const edition2017: Fact[] = [
  ['bericht-2017', 'the third', edition('2017').number, 3],
  [
    'bericht-2017',
    'on 7 November 2017',
    [edition('2017').date?.startsOn, edition('2017').date?.precision],
    ['2017-11-07', 'day'],
  ],
  [
    'bericht-2017',
    'about 180',
    edition('2017').attendance.find((one) => one.count === 180),
    { count: 180, qualifier: 'about', source: 'bericht-2017' },
  ],
  [
    'meldung-2017',
    'about 200',
    edition('2017').attendance.find((one) => one.count === 200),
    { count: 200, qualifier: 'about', source: 'meldung-2017' },
  ],
  [
    'bericht-2017',
    'more than 60 at E-Akte',
    edition('2017').attendance.find((one) => one.session),
    { count: 60, qualifier: 'more-than', session: 'e-akte-in-thueringen', source: 'bericht-2017' },
  ],
  [
    'bericht-2017',
    'mostly from Saxony',
    edition('2017').lands,
    [{ land: '14', isLargest: true, source: 'bericht-2017' }],
  ],
  [
    'meldung-2017',
    'organised by Lecos',
    edition('2017').organisers.map((one) => [one.organisation, one.role]),
    [['lecos', 'organiser']],
  ],
  [
    'bericht-2017',
    'who opened',
    people('2017', 'eroeffnung'),
    ['ralf-resch, Geschäftsführer, vitako', 'lars-greifzu, lecos'],
  ],
  [
    'bericht-2017',
    'Kahlen to the plenary',
    [
      people('2017', 'kommunale-aufgaben-der-naechsten-jahre'),
      session('2017', 'kommunale-aufgaben-der-naechsten-jahre').isPlenary,
    ],
    [['guido-kahlen, Stadtdirektor a. D., stadt-koeln'], true],
  ],
  ['bericht-2017', 'Jena', people('2017', 'digitalisierungskonzept-jena'), ['michael-selle, stadt-jena']],
  [
    'bericht-2017',
    'Leipzig; for whom Rauer spoke is not said',
    people('2017', 'digitalisierungskonzept-leipzig'),
    ['christian-aegerter, stadt-leipzig', 'sebastian-rauer'],
  ],
  ['bericht-2017', 'chatbot by ITDZ Berlin', people('2017', 'chatbot-in-der-verwaltung'), ['itdz-berlin']],
  [
    'bericht-2017',
    'autopilot by Fraunhofer FOKUS',
    [session('2017', 'verwaltung-auf-autopilot').title, people('2017', 'verwaltung-auf-autopilot')],
    ['Verwaltung auf Autopilot', ['fraunhofer-fokus']],
  ],
  [
    'meldung-2017',
    'Groß about roles',
    [session('2017', 'cio-cdo-und-co').title, people('2017', 'cio-cdo-und-co')],
    [
      'CIO, CDO und Co: Braucht das eine Kommune wirklich?',
      ['marc-gross, Leiter des Programmbereichs Organisations- und Informationsmanagement, kgst'],
    ],
  ],
  [
    'meldung-2017',
    'CIO, CDO, Digitale Lotsen',
    /CIO.*CDO.*Digitale Lotsen/s.test(told('2017', 'cio-cdo-und-co')),
    true,
  ],
  [
    'meldung-2017',
    'the answer is yes, within measure',
    session('2017', 'cio-cdo-und-co').recap?.conclusion.de,
    'Ja, eine Kommune braucht diese Rollen, aber mit Augenmaß.',
  ],
  [
    'bericht-2017',
    'OZG by the ministry',
    [people('2017', 'onlinezugangsgesetz'), session('2017', 'onlinezugangsgesetz').topics[1]],
    [['bundesministerium-des-innern'], 'onlinezugangsgesetz'],
  ],
  [
    'bericht-2017',
    'GDPR from May 2018',
    [
      people('2017', 'datenschutz-grundverordnung'),
      session('2017', 'datenschutz-grundverordnung').abstract.includes('Mai 2018'),
    ],
    [['Vertreter, saechsischer-datenschutzbeauftragter'], true],
  ],
  [
    'bericht-2017',
    'scanning by Vitako',
    [
      people('2017', 'ersetzendes-scannen'),
      session('2017', 'ersetzendes-scannen').abstract.includes('Rahmenregelwerk'),
    ],
    [['vitako'], true],
  ],
  ['bericht-2017', 'E-Akte by the Ilm-Kreis', people('2017', 'e-akte-in-thueringen'), ['rocco-wuensche, ilm-kreis']],
  [
    'bericht-2017',
    'security from the ministry',
    people('2017', 'informationssicherheit-in-sachsen'),
    [
      'Vertreter des Referats Informationssicherheit in der Landesverwaltung/Cybersicherheit, saechsisches-innenministerium',
    ],
  ],
  ['bericht-2017', 'social engineering, an unnamed expert', people('2017', 'social-engineering'), []],
  [
    'bericht-2017',
    'Dobler: up to 70 %',
    [session('2017', 'bei-meetings-zeit-sparen').title, people('2017', 'bei-meetings-zeit-sparen')],
    ['Wie Sie bei Meetings bis zu 70% Zeit einsparen', ['markus-dobler, dr-dobler-optimierung']],
  ],
  ['bericht-2017', 'breaks for talking', session('2017', 'kommunikationspausen').type, 'networking'],
  [
    'bericht-2017',
    'next probably on 29 November 2018',
    edition('2017').announcements,
    [{ startsOn: '2018-11-29', certainty: 'probable', edition: '2018', source: 'bericht-2017' }],
  ],
  [
    'bericht-2017',
    'talks were offered for download',
    edition('2017').materials.map((one) => [one.kind, one.state, one.url]),
    [['slides', 'lost', undefined]],
  ],
  ['bericht-2017', 'a record', news('besucherrekord-2017').edition, '2017'],
]

const editions2018and2019: Fact[] = [
  ['meldung-2018', 'the fourth', edition('2018').number, 4],
  [
    'bericht-2017',
    'the day is known only as probable',
    edition('2018').date,
    { startsOn: '2018-11-29', precision: 'day', certainty: 'probable', source: 'bericht-2017' },
  ],
  ['meldung-2018', 'no attendance, no Länder told', [edition('2018').attendance, edition('2018').lands], [[], []]],
  [
    'meldung-2018',
    'Popp opened from Dresden by Skype',
    session('2018', 'eroeffnung').people,
    [
      {
        person: 'thomas-popp',
        organisation: 'freistaat-sachsen',
        role: 'speaker',
        mode: 'remote',
        state: 'planned',
        function: 'CIO des Freistaates Sachsen',
        note: 'per Skype aus Dresden',
      },
    ],
  ],
  ['meldung-2018', 'talks and workshops', edition('2018').description.de?.includes('Vorträge und Workshops'), true],
  ['meldung-2018', 'not reinventing the wheel', edition('2018').recap?.body.de?.includes('das Rad neu erfindet'), true],
  [
    'meldung-2018',
    'a detailed report elsewhere',
    edition('2018').materials.map((one) => [one.kind, one.state]),
    [['link', 'lost']],
  ],
  [
    'meldung-2018',
    'next on 28 November 2019',
    edition('2018').announcements,
    [{ startsOn: '2019-11-28', certainty: 'fixed', edition: '2019', source: 'meldung-2018' }],
  ],
  [
    'meldung-2018',
    'whom to ask',
    content.series.contacts,
    [
      {
        person: 'lars-greifzu',
        organisation: 'lecos',
        function: 'Prokurist',
        phone: '+49 170 5606300',
        edition: '2018',
        source: 'meldung-2018',
      },
    ],
  ],
  [
    'meldung-2018',
    'news of Vitako',
    [news('vitako-verbandsstrategie').category, news('vitako-verbandsstrategie').publishedOn],
    ['kommunale-it', undefined],
  ],
  [
    'meldung-2018',
    'a repository with two Länder',
    /Nordrhein-Westfalen und Baden-Württemberg/.test(news('open-source-repository').summary.de!),
    true,
  ],
  [
    'meldung-2018',
    'a donation of 2,000 euros',
    [
      news('spende-paulis-momente').title.de,
      /Sven Graser 2014/.test(news('spende-paulis-momente').summary.de!),
      /Peter Kühne/.test(news('spende-paulis-momente').body.de!),
    ],
    ['2.000 Euro für „Paulis Momente hilft“', true, true],
  ],
  [
    'meldung-2018',
    '2019 was announced, its number is not told',
    [edition('2019').date?.startsOn, edition('2019').state, edition('2019').number],
    ['2019-11-28', 'announced', undefined],
  ],
  [
    'meldung-2018',
    'nothing else of 2019 is told',
    [edition('2019').sessions, edition('2019').organisers, edition('2019').venue, edition('2019').recap],
    [[], [], undefined, undefined],
  ],
]

test('the content is whole: no unknown field, no broken reference', () => {
  expect(problems).toEqual([])
})

describe.each([
  ['2016', edition2016],
  ['2017', edition2017],
  ['2018 and 2019', editions2018and2019],
])('what the reports say of %s', (_, facts) => {
  test.each(facts)('%s: %s', (report, _fact, said, expected) => {
    expect(content.sources.map((source) => source.key)).toContain(report)
    expect(said).toEqual(expected)
  })
})
