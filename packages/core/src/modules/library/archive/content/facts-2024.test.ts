import path from 'node:path'
import { expect, test } from 'vitest'
import { canonicalise } from '../canonical/rules.ts'
import { readArchive } from '../files/queries.ts'

const { archive } = await readArchive(
  path.resolve(import.meta.dirname, '../../../../../../../content/mitteldeutscher-it-fachtag'),
)
const content = canonicalise(archive!)
const edition = content.editions.find((one) => one.slug === '2024')!
const session = (slug: string) => edition.sessions.find((one) => one.slug === slug)!
const people = (slug: string) =>
  session(slug).people.map((one) => [one.person, one.function, one.organisation].filter(Boolean).join(', '))
const roles = (slug: string) => [...new Set(session(slug).people.map((one) => one.role))]
const body = (slug: string) => session(slug).recap?.body.de ?? ''
const conclusion = (slug: string) => session(slug).recap?.conclusion.de ?? ''

/** What the report of 2024 states, and what the content says. */
const facts: (readonly [fact: string, said: unknown, expected: unknown])[] = [
  ['27 November 2024', [edition.date?.startsOn, edition.date?.certainty], ['2024-11-27', 'fixed']],
  ['in Leipzig, the house is not told', [edition.venue?.city, edition.venue?.name], ['Leipzig', undefined]],
  ['its number is not told', edition.number, undefined],
  ['attendance is not told', edition.attendance, []],
  [
    'Lecos with KISA, helpers and catering',
    edition.organisers.map((one) => [one.organisation, one.role, one.note.de]),
    [
      ['lecos', 'organiser', undefined],
      ['kisa', 'cooperation', 'partnerschaftliche Kooperation'],
      ['mediencampus', 'support', 'Helferinnen und Helfer'],
      ['hotel-michaelis', 'support', 'Catering'],
    ],
  ],
  ['thanks', /Dank.*Moderation.*Mediencampus.*Hotel Michaelis/s.test(edition.recap?.body.de ?? ''), true],
  [
    'welcome by both managing directors',
    people('begruessung'),
    ['sebastian-rauer, Geschäftsführer, lecos', 'peter-kuehne, Geschäftsführer, lecos'],
  ],
  [
    '30 years and a farewell',
    [session('dreissig-jahre-kommunale-it').title, people('dreissig-jahre-kommunale-it')],
    [
      '30 Jahre kommunale IT in Leipzig und Mitteldeutschland – Rückblick und Abschied',
      ['peter-kuehne, Geschäftsführer, lecos'],
    ],
  ],
  [
    'Kühne retires at the end of the year',
    /Ruhestand zum Jahresende.*Zahnarztpraxis seiner Frau/.test(body('dreissig-jahre-kommunale-it')),
    true,
  ],
  ['Zander, BSI', people('weg-in-die-basisabsicherung'), ['marco-zander, bsi']],
  [
    'WiBA',
    [
      session('weg-in-die-basisabsicherung').topics,
      /jeden Monat zwei.*Checklisten/s.test(body('weg-in-die-basisabsicherung')),
    ],
    [['informationssicherheit', 'wiba'], true],
  ],
  [
    'barn doors first',
    conclusion('weg-in-die-basisabsicherung'),
    'Zuerst die großen „Scheunentore“ schließen (Marco Zander).',
  ],
  [
    'Hochthurn and Illmer',
    people('moderne-personalgewinnung'),
    ['jan-hochthurn, stadt-leipzig', 'victoria-illmer, stadt-leipzig'],
  ],
  [
    'Hochthurn is also spelled Hochturn',
    content.people.find((one) => one.slug === 'jan-hochthurn')?.aliases,
    ['Jan Hochturn'],
  ],
  [
    'no photos, social media, new system',
    /sozialen Medien.*Bewerbungsfotos.*Medienbruch/s.test(body('moderne-personalgewinnung')),
    true,
  ],
  [
    'Griebsch could not come',
    session('folgen-von-cyberangriffen').people[0],
    { person: 'sabine-griebsch', role: 'speaker', mode: 'on-site', state: 'replaced', note: 'kurzfristig verhindert' },
  ],
  [
    'Kunze stood in by video',
    session('folgen-von-cyberangriffen').people[1],
    {
      person: 'dirk-kunze',
      organisation: 'cyber-resilience-lab',
      role: 'speaker',
      mode: 'remote',
      state: 'planned',
      replaces: 'sabine-griebsch',
      note: 'kurzfristig eingesprungen',
    },
  ],
  ['trust is the greatest damage', /Vertrauen.*Sackgassen/s.test(body('folgen-von-cyberangriffen')), true],
  ['Opitz; for whom is not told', people('phishing-und-der-faktor-mensch'), ['georg-opitz']],
  [
    '48 % clicked, fewer after training',
    /48 %.*Zugangsdaten.*Schulungen/s.test(body('phishing-und-der-faktor-mensch')),
    true,
  ],
  ['Kersten', people('was-teams-erfolgreich-macht'), ['stephan-kersten, Leiter des Teams Serviceportal, lecos']],
  [
    'trust makes a team',
    /Vertrauen.*Verteilung der Aufgaben.*Fehlern/s.test(body('was-teams-erfolgreich-macht')),
    true,
  ],
  ['Ruhl', people('leitstelle-und-europameisterschaft'), ['thomas-ruhl, branddirektion-leipzig']],
  [
    'the fire department is also spelled otherwise',
    content.organisations.find((one) => one.slug === 'branddirektion-leipzig')?.aliases,
    ['Brandschutzdirektion Leipzig'],
  ],
  ['European championship', /Europameisterschaft/.test(session('leitstelle-und-europameisterschaft').title), true],
  [
    'Töpfer and Renner',
    people('kitaportal-halle'),
    [
      'matthias-toepfer, Leiter der Abteilung Kindertageseinrichtungen, stadt-halle-saale',
      'tilo-renner, Senior Manager, ewerk-consulting',
    ],
  ],
  [
    'KIVAN of Lecos',
    [/KIVAN der Lecos/.test(session('kitaportal-halle').abstract), /Ziel.*Hürden.*Weg/s.test(body('kitaportal-halle'))],
    [true, true],
  ],
  ['as equals', conclusion('kitaportal-halle'), 'Der Schlüssel ist partnerschaftliche Zusammenarbeit auf Augenhöhe.'],
  [
    'Digitale Werkstatt led by two',
    [people('workshop-ki-im-alltag'), roles('workshop-ki-im-alltag')],
    [['franziska-kuwok, Digitale Werkstatt, lecos', 'rebekka-alpermann, Digitale Werkstatt, lecos'], ['host']],
  ],
  [
    'two programmes of their own',
    /Verstehe dein Bescheid.*Lecos GPT/.test(session('workshop-ki-im-alltag').abstract),
    true,
  ],
  [
    'five groups, tasks that unlock, three winners',
    [
      /fünf Gruppen.*schaltet die nächste frei/s.test(session('workshop-ki-im-alltag').method ?? ''),
      /drei der fünf Gruppen gewannen/.test(body('workshop-ki-im-alltag')),
    ],
    [true, true],
  ],
  ['data sovereignty', /Datensouveränität/.test(body('workshop-ki-im-alltag')), true],
  [
    'Kommune der Zukunft for the SSG',
    [session('workshop-kommune-der-zukunft').title, people('workshop-kommune-der-zukunft')],
    [
      'Kommune der Zukunft',
      [
        'isabel-hartwig, digital-lotsen-sachsen',
        'frank-lichnok, digital-lotsen-sachsen',
        'saechsischer-staedte-und-gemeindetag',
      ],
    ],
  ],
  [
    'four groups; can, may, want, understand',
    /vier Gruppen.*Können, Dürfen, Wollen,\s+Verstehen/s.test(session('workshop-kommune-der-zukunft').method ?? ''),
    true,
  ],
  [
    'every problem can be solved',
    conclusion('workshop-kommune-der-zukunft'),
    'Mit Struktur und Kreativität lässt sich jedes Problem lösen.',
  ],
  [
    'Schwarz on the panel',
    [session('panel-resilienz-staerken').title, people('panel-resilienz-staerken'), roles('panel-resilienz-staerken')],
    [
      'Gemeinschaftlich die Resilienz stärken',
      ['uwe-schwarz, Leiter des Geschäftsfeldes Cybersicherheit, govdigital'],
      ['panelist'],
    ],
  ],
  [
    'sharing what is known of attacks',
    /gemeinsame Plattformen.*Redaktionen.*Notfallpläne und Responseteams/s.test(body('panel-resilienz-staerken')),
    true,
  ],
  [
    'Simon and Herfurt',
    people('verwaltung-als-dienstleister'),
    [
      'henrik-simon, Oberbürgermeister, stadt-torgau',
      'katja-herfurt, Leiterin der Stabsstelle Zukunftsstrategie im Landratsamt, landkreis-nordsachsen',
    ],
  ],
  [
    'two opinions on how',
    /Simon rät.*analogen.*Herfurt sucht.*digitalen/s.test(body('verwaltung-als-dienstleister')),
    true,
  ],
  [
    'Flügel and Gerrits',
    people('anforderungsmanagement-potsdam'),
    [
      'max-fluegel, Leiter IT-Strategie und -Gesamtsteuerung, landeshauptstadt-potsdam',
      'gidon-gerrits, IT-Organisation & Beschaffung, landeshauptstadt-potsdam',
    ],
  ],
  [
    'requirements engineering in workshops',
    /^Requirements Engineering/.test(session('anforderungsmanagement-potsdam').method ?? ''),
    true,
  ],
  [
    'Lecos and KISA on the panel',
    [session('panel-lecos-und-kisa').title, people('panel-lecos-und-kisa')],
    [
      'Lecos und Zweckverband KISA: Eine strategische Partnerschaft',
      ['sebastian-rauer, Geschäftsführer, lecos', 'daniela-leonhardt, Geschäftsführerin, kisa'],
    ],
  ],
  [
    'contract in December, procurement law',
    /im Dezember erarbeitet.*Vergaberecht/s.test(body('panel-lecos-und-kisa')),
    true,
  ],
  [
    'moderators close the day',
    [session('abschlusspanel').type, people('abschlusspanel'), roles('abschlusspanel')],
    [
      'closing',
      [
        'katrin-giebel, Moderation des Fachtags, vitako',
        'joerg-neumann, Moderation des Fachtags, saechsischer-staedte-und-gemeindetag',
        'irakli-shubitidze, Moderation des Fachtags, lecos',
      ],
      ['moderator'],
    ],
  ],
  [
    'Giebel about the partnership',
    /Katrin Giebel.*Lecos und KISA/.test(body('abschlusspanel').replaceAll('\n', ' ')),
    true,
  ],
  ['breaks in fine weather', session('pausen').abstract, 'Gespräche in den Pausen, bei schönem Wetter.'],
  [
    'no times, no rooms, no tracks are told',
    edition.sessions.filter((one) => one.startsAt || one.room || one.track),
    [],
  ],
  ['all of it on one day', [...new Set(edition.sessions.map((one) => one.day))], ['2024-11-27']],
  [
    'titles that the report gives',
    edition.sessions.filter((one) => one.titleIsGiven).map((one) => one.slug),
    ['workshop-kommune-der-zukunft', 'panel-resilienz-staerken', 'panel-lecos-und-kisa'],
  ],
  [
    'every talk has its conclusion or story',
    edition.sessions.filter((one) => !one.recap && !['begruessung', 'pausen'].includes(one.slug)),
    [],
  ],
]

test.each(facts)('%s', (_, said, expected) => {
  expect(said).toEqual(expected)
})

test('every fact of the day is told by its report', () => {
  const elsewhere = edition.sessions.filter((one) => one.source !== 'bericht-2024').map((one) => one.slug)
  expect(elsewhere).toEqual([])
})

test('synonyms lead to the topics that people search for', () => {
  const synonyms = (slug: string) => content.topics.find((one) => one.slug === slug)?.synonyms
  expect(synonyms('e-akte')).toEqual(expect.arrayContaining(['eAkte', 'elektronische Akte']))
  expect(synonyms('onlinezugangsgesetz')).toContain('OZG')
  expect(synonyms('datenschutz')).toEqual(expect.arrayContaining(['DSGVO', 'EU-Datenschutz-Grundverordnung']))
  expect(synonyms('wiba')).toContain('WiBA')
})

test('the archive mentions every organisation, person and topic that it holds', () => {
  const sessions = content.editions.flatMap((one) => one.sessions)
  const named = JSON.stringify([content.series, content.sources, content.editions])
  const unused = (list: readonly { slug: string }[]) => list.filter((one) => !named.includes(`"${one.slug}"`))
  expect(unused([...content.organisations, ...content.people, ...content.topics])).toEqual([])
  expect(sessions).toHaveLength(44)
})

test('the legal pages are templates that say so', () => {
  expect(content.pages.map((page) => page.slug)).toEqual(['barrierefreiheit', 'datenschutz', 'impressum'])
  for (const page of content.pages) {
    expect(page.body.de).toMatch(/^\*\*Dies ist eine Vorlage\.\*\*.*\[/s)
    expect(page.body.en).toMatch(/^\*\*This is a template\.\*\*.*\[/s)
  }
})
