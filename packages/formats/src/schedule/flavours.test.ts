import { describe, expect, test } from 'vitest'
import { readScheduleJson } from './json-reader.ts'
import { readScheduleXml } from './xml-reader.ts'

/*
 * The dialects of one format as its generators write them, with made-up content: what each of them does differently.
 */

const pentabarf = `<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference>
    <title>Mustercon 2013</title><subtitle>Freie Software</subtitle><venue>Hochschule</venue><city>Musterstadt</city>
    <start>2013-02-02</start><end>2013-02-03</end><days>2</days>
    <day_change>09:00:00</day_change><timeslot_duration>00:05:00</timeslot_duration>
  </conference>
  <day index="1" date="2013-02-02">
    <room name="Aula">
      <event id="1113">
        <start>10:30</start><duration>00:25</duration><room>Aula</room><slug>begruessung</slug>
        <title>Begrüßung</title><subtitle/><track>Keynotes</track><type>keynote</type><language/>
        <abstract>&lt;p&gt;Wir &lt;em&gt;beginnen&lt;/em&gt;.&lt;/p&gt;</abstract>
        <description></description>
        <persons><person id="6">Das Team</person></persons>
        <links><link href="http://video.example/1113.webm">Video</link></links>
      </event>
    </room>
    <room name="Leer"></room>
  </day>
</schedule>`

const withListOfPeople = `<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <version>latest</version>
  <conference>
    <acronym>muster-2026</acronym><title>Mustercon 2026</title><start>2026-01-31</start><end>2026-02-01</end>
    <base_url>https://muster.example/2026/</base_url><time_zone_name>Europe/Brussels</time_zone_name>
  </conference>
  <tracks><track online_qa="false" slug="recht">Recht &amp; Politik</track></tracks>
  <persons>
    <person id="7"><name>Erika Mustermann</name><slug>erika</slug>
      <biography>&lt;p&gt;Kurz&lt;/p&gt;</biography><extended_biography>&lt;p&gt;Lang&lt;/p&gt;</extended_biography></person>
  </persons>
  <day index="1" date="2026-01-31" start="2026-01-31T09:00:00+01:00" end="2026-01-31T18:00:00+01:00">
    <room name="H.1" slug="h1">
      <event guid="3f2c8e10-1111-4222-8333-444455556666" id="8376">
        <date>2026-01-31T09:30:00+01:00</date><start>09:30:00</start><duration>00:20:00</duration><room>H.1</room>
        <slug>ABC-recht</slug><url>https://muster.example/2026/ABC</url><title>Recht haben</title>
        <track slug="recht">Recht &amp; Politik</track><type>devroom</type><language>en</language>
        <abstract/><description/><persons><person id="7">Erika Mustermann</person></persons>
        <attachments><attachment type="slides" href="https://muster.example/a.pdf">Folien</attachment></attachments>
        <feedback_url>https://muster.example/2026/ABC/feedback</feedback_url>
      </event>
    </room>
  </day>
</schedule>`

const frab = `
<?xml version='1.0' encoding='utf-8' ?>
<schedule>
<version>1.4 Sternenlicht</version>
<conference>
<acronym>muster31</acronym><title>31. Mustertreffen</title><start>2014-12-27</start><end>2014-12-30</end>
<timeslot_duration>00:05</timeslot_duration>
</conference>
<day date='2014-12-27' end='2014-12-28T04:00:00+01:00' index='1' start='2014-12-27T11:00:00+01:00'>
<room name='Saal 1'>
<event guid='HOqeNIb6G7M4hYFKFRkCmQ' id='6264'>
<date>2014-12-28T00:15:00+01:00</date><start>00:15</start><duration>01:00</duration><room>Saal 1</room>
<recording><license>cc-by-sa</license><optout>false</optout></recording>
<title>„Nachts“</title><type>lecture</type><language>de</language>
<abstract>Ein *Text* & mehr, erste Zeile
zweite Zeile</abstract>
<persons><person id='4085'>M. Muster/mm</person></persons>
<links><link href='www.muster.example'>Seite</link></links>
</event>
</room>
</day>
</schedule>`.replace('& mehr', '&amp; mehr')

describe('schedule.xml', () => {
  test('of Pentabarf: HTML, no zone, no keys but the number, rooms without sessions', () => {
    const { schedule, problems } = readScheduleXml(pentabarf, { timeZone: 'Europe/Brussels' })
    expect(problems).toEqual([])
    expect(schedule).toEqual({
      title: 'Mustercon 2013',
      firstDay: '2013-02-02',
      lastDay: '2013-02-03',
      timeZone: 'Europe/Brussels',
      venue: 'Hochschule',
      city: 'Musterstadt',
      rooms: [{ name: 'Aula' }, { name: 'Leer' }],
      tracks: [{ name: 'Keynotes' }],
      sessions: [
        {
          reference: '1113',
          slug: 'begruessung',
          title: 'Begrüßung',
          abstract: 'Wir *beginnen*.',
          type: 'keynote',
          track: 'Keynotes',
          room: 'Aula',
          day: '2013-02-02',
          start: '2013-02-02T10:30',
          durationMinutes: 25,
          people: [{ reference: '6', name: 'Das Team' }],
          links: [{ title: 'Video', url: 'http://video.example/1113.webm' }],
          attachments: [],
        },
      ],
    })
  })

  test('with a list of people, slugs of rooms and tracks, and times with seconds', () => {
    const { schedule, problems } = readScheduleXml(withListOfPeople)
    expect(problems).toEqual([])
    expect(schedule).toMatchObject({
      version: 'latest',
      url: 'https://muster.example/2026/',
      rooms: [{ name: 'H.1', slug: 'h1' }],
      tracks: [{ name: 'Recht & Politik', slug: 'recht' }],
      sessions: [
        {
          reference: '8376',
          guid: '3f2c8e10-1111-4222-8333-444455556666',
          start: '2026-01-31T09:30',
          durationMinutes: 20,
          people: [{ reference: '7', name: 'Erika Mustermann', biography: 'Kurz\n\nLang' }],
          attachments: [{ title: 'Folien', url: 'https://muster.example/a.pdf' }],
          feedbackUrl: 'https://muster.example/2026/ABC/feedback',
        },
      ],
    })
  })

  test('of frab: Markdown, a guid that is no UUID, a session after midnight, a blank first line', () => {
    const { schedule, problems } = readScheduleXml(frab, { timeZone: 'Europe/Berlin' })
    expect(problems).toEqual([])
    expect(schedule?.sessions).toMatchObject([
      {
        guid: 'HOqeNIb6G7M4hYFKFRkCmQ',
        title: '„Nachts“',
        abstract: 'Ein *Text* & mehr, erste Zeile\nzweite Zeile',
        day: '2014-12-27',
        start: '2014-12-28T00:15',
        recordingLicence: 'cc-by-sa',
        doNotRecord: false,
        links: [{ title: 'Seite', url: 'https://www.muster.example/' }],
      },
    ])
  })
})

describe('schedule.json', () => {
  const session = {
    id: 151,
    guid: '4a172fed-a56d-5513-8fdb-509aa4b56fc0',
    date: '2030-12-29T13:00:00+01:00',
    start: '13:00',
    duration: '00:40',
    room: 'Saal',
    slug: 'A9EBRK',
    title: 'Ein Vortrag',
    subtitle: '',
    track: { de: 'Technik', en: 'Technology' },
    language: 'de',
    abstract: '<small>English below</small>\r\n<p>Im Juni</p>',
    persons: [{ id: 152, code: '98SXTD', public_name: 'Erika', biography: '', answers: [] }],
  }
  const document = (conference: object) =>
    JSON.stringify({
      schedule: {
        version: '1.3',
        conference: {
          title: 'Mustertag',
          days: [{ index: 1, date: '2030-12-29', rooms: { Saal: [session] } }],
          ...conference,
        },
      },
    })

  test('of pretalx: names in several languages, HTML between Markdown, empty texts', () => {
    const { schedule } = readScheduleJson(document({ time_zone_name: 'Europe/Berlin' }))
    expect(schedule?.sessions).toMatchObject([
      {
        reference: '151',
        subtitle: undefined,
        track: 'Technik',
        abstract: 'English below\n\nIm Juni',
        people: [{ reference: '152', name: 'Erika', biography: undefined }],
      },
    ])
  })

  test('that names a zone whose offset it does not use, as demonstrations do', () => {
    const { schedule, problems } = readScheduleJson(document({ time_zone_name: 'UTC' }))
    expect(schedule?.sessions).toMatchObject([{ start: '2030-12-29T13:00' }])
    expect(problems).toMatchObject([{ severity: 'warning', code: 'session.offset_contradicts_zone', line: 1 }])
  })
})
