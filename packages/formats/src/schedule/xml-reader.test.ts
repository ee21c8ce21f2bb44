import { describe, expect, test } from 'vitest'
import type { ReadOptions } from './types.ts'
import { readScheduleXml } from './xml-reader.ts'

const event = (id: string | number, parts = '', title = `Vortrag ${id}`) =>
  `<event id="${id}"><start>10:00</start><duration>00:45</duration><title>${title}</title>${parts}</event>`

const day = (events: string, date = '2030-11-27', room = 'Saal 1') =>
  `<day index="1" date="${date}"><room name="${room}">${events}</room></day>`

const schedule = (days: string, head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<schedule>\n<conference><title>Mustertag</title><time_zone_name>Europe/Berlin</time_zone_name>${head}</conference>\n${days}\n</schedule>`

const read = (text: string, options?: ReadOptions) => readScheduleXml(text, options)
const sessions = (text: string, options?: ReadOptions) => read(text, options).schedule?.sessions

describe('readScheduleXml', () => {
  test('reads a session with everything that Pentabarf says', () => {
    const parts = `<room>Saal 1</room><slug>die-e-akte</slug><subtitle> Ein  Bericht </subtitle><track>Verwaltung</track>
      <type>workshop</type><language>de</language>
      <abstract>&lt;p&gt;Kurz &lt;b&gt;gesagt&lt;/b&gt;&lt;/p&gt;</abstract><description><![CDATA[<p>Lang</p>]]></description>
      <recording><license>CC BY 4.0</license><optout>true</optout></recording>
      <persons><person id="7">Erika Mustermann</person><person id="8">Max Muster</person></persons>
      <links><link href="https://a.example/folien">Folien</link><link href="www.b.example">B</link></links>
      <attachments><attachment type="slides" href="/anhang.pdf">Anhang</attachment></attachments>
      <url>https://a.example/7</url><feedback_url>https://a.example/7/feedback</feedback_url>`
    const head =
      '<base_url>https://a.example/programm/</base_url><acronym>muster2030</acronym><start>2030-11-27</start><end>2030-11-28</end><venue>Stadthalle</venue><city>Musterstadt</city>'
    const result = read(schedule(day(event(7, parts)), head))
    expect(result.problems).toEqual([])
    expect(result.schedule).toEqual({
      title: 'Mustertag',
      acronym: 'muster2030',
      firstDay: '2030-11-27',
      lastDay: '2030-11-28',
      timeZone: 'Europe/Berlin',
      venue: 'Stadthalle',
      city: 'Musterstadt',
      url: 'https://a.example/programm/',
      rooms: [{ name: 'Saal 1' }],
      tracks: [{ name: 'Verwaltung' }],
      sessions: [
        {
          reference: '7',
          slug: 'die-e-akte',
          title: 'Vortrag 7',
          subtitle: 'Ein Bericht',
          abstract: 'Kurz **gesagt**',
          description: 'Lang',
          type: 'workshop',
          language: 'de',
          track: 'Verwaltung',
          room: 'Saal 1',
          day: '2030-11-27',
          start: '2030-11-27T10:00',
          durationMinutes: 45,
          people: [
            { reference: '7', name: 'Erika Mustermann' },
            { reference: '8', name: 'Max Muster' },
          ],
          links: [
            { title: 'Folien', url: 'https://a.example/folien' },
            { title: 'B', url: 'https://www.b.example/' },
          ],
          attachments: [{ title: 'Anhang', url: 'https://a.example/anhang.pdf' }],
          url: 'https://a.example/7',
          feedbackUrl: 'https://a.example/7/feedback',
          recordingLicence: 'CC BY 4.0',
          doNotRecord: true,
        },
      ],
    })
  })

  test('counts a session before the change of day to the day before', () => {
    const late = event(1).replace('10:00', '01:30')
    expect(sessions(schedule(day(late), '<day_change>06:00:00</day_change>'))).toMatchObject([
      { day: '2030-11-27', start: '2030-11-28T01:30' },
    ])
  })

  test.each([
    ['with the offset of the zone', '2030-11-27T10:00:00+01:00', '10:00', '2030-11-27T10:00', []],
    ['with another offset, as an instant', '2030-11-27T09:00:00Z', '', '2030-11-27T10:00', []],
    [
      'contradicting the wall',
      '2030-11-27T10:00:00Z',
      '10:00',
      '2030-11-27T10:00',
      ['session.offset_contradicts_zone'],
    ],
    ['without offset', '2030-11-27T10:00', '10:00', '2030-11-27T10:00', []],
    ['as a date beside a time', '2030-11-28', '10:00', '2030-11-28T10:00', []],
  ])('takes the start from a date %s', (_, date, time, start, codes) => {
    const text = schedule(
      day(event(1, `<date>${date}</date>`).replace('<start>10:00</start>', `<start>${time}</start>`)),
    )
    expect(sessions(text)).toMatchObject([{ start }])
    expect(read(text).problems.map(({ code }) => code)).toEqual(codes)
  })

  test('says when it had to choose the time zone, and takes the one it is told', () => {
    const text = schedule(day(event(1))).replace(/<time_zone_name>.*<\/time_zone_name>/, '')
    expect(read(text)).toMatchObject({
      schedule: { timeZone: 'Europe/Berlin' },
      problems: [{ severity: 'warning', code: 'schedule.time_zone_missing' }],
    })
    expect(read(text, { timeZone: 'Europe/Vienna' })).toMatchObject({
      schedule: { timeZone: 'Europe/Vienna' },
      problems: [],
    })
  })

  test('knows people by the list of the file, and each only once in a session', () => {
    const people =
      '<persons><person id="1"><name>Erika</name><biography>&lt;p&gt;Über sie&lt;/p&gt;</biography></person></persons>'
    const parts = '<persons><person id="1"/><person id="1">Erika</person></persons>'
    const result = read(schedule(people + day(event(1, parts))))
    expect(result.schedule?.sessions[0]?.people).toEqual([{ reference: '1', name: 'Erika', biography: 'Über sie' }])
    expect(result.problems).toMatchObject([{ severity: 'warning', code: 'person.duplicate', line: 4 }])
  })

  test('says which track is not in the list of tracks', () => {
    const tracks = '<tracks><track slug="a">A</track></tracks>'
    const result = read(schedule(tracks + day(event(1, '<track>B</track>'))))
    expect(result.schedule?.tracks).toMatchObject([{ name: 'A', slug: 'a' }, { name: 'B' }])
    expect(result.problems).toMatchObject([{ severity: 'warning', code: 'track.not_listed' }])
  })

  test('leaves out addresses that lead nowhere', () => {
    const links = ['javascript:alert(1)', 'htp://x', 'http://', 'git://a.example'].map(
      (href) => `<link href="${href}">x</link>`,
    )
    const result = read(schedule(day(event(1, `<links>${links.join('')}</links>`))))
    expect(result.schedule?.sessions[0]?.links).toEqual([])
    expect(result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
      [0, 1, 2, 3].map((index) => `address.unusable day[0].room[0].event[0].link[${index}]`),
    )
  })

  test('takes blank lines before the declaration, and counts them', () => {
    const text = `\n\n${schedule(day(event(1) + event(1)))}`
    expect(read(text).problems).toMatchObject([{ code: 'session.reference_duplicate', line: 6 }])
  })
})

const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
const laughs = `<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]><schedule>&b;</schedule>`

describe('bad input is refused with line and field', () => {
  test.each([
    ['nothing', '', 'xml.malformed', 1, undefined],
    ['no XML', 'Programm', 'xml.malformed', 1, undefined],
    ['a truncated file', schedule(day(event(1))).slice(0, -40), 'xml.malformed', 4, undefined],
    ['a tag that does not match', '<schedule>\n<day></room></schedule>', 'xml.malformed', 2, undefined],
    ['an unknown entity', schedule(day(event(1, '', '&nbsp;'))), 'xml.malformed', 4, undefined],
    ['a document type with entities', laughs, 'xml.doctype_refused', 1, undefined],
    [
      'an external document type',
      '<!DOCTYPE s SYSTEM "file:///etc/passwd"><schedule/>',
      'xml.doctype_refused',
      1,
      undefined,
    ],
    ['deep nesting', schedule(deep(100_000)), 'xml.too_deep', 4, undefined],
    [
      'an attribute of 1 MB',
      `<schedule>\n<day date="${'9'.repeat(1_000_000)}"/></schedule>`,
      'xml.attribute_too_long',
      2,
      undefined,
    ],
    ['another root', '<rss/>', 'schedule.root_unexpected', 1, 'rss'],
    ['no conference', '<schedule/>', 'schedule.root_unexpected', 1, 'schedule'],
    ['no title', '<schedule><conference/></schedule>', 'schedule.title_missing', 1, 'conference.title'],
    ['a day without date', schedule('<day index="1"/>'), 'day.date_missing', 4, 'day[0].date'],
    ['a day that is no date', schedule(day('', '2030-02-30')), 'day.date_invalid', 4, 'day[0].date'],
    [
      'a first day that is no date',
      schedule('', '<start>morgen</start>'),
      'schedule.start_invalid',
      3,
      'conference.start',
    ],
    [
      'a start that is no time',
      schedule(day(event(1).replace('10:00', '25:00'))),
      'session.start_invalid',
      4,
      'day[0].room[0].event[0].start',
    ],
    [
      'a date that is none',
      schedule(day(event(1, '<date>2030-13-01T10:00:00Z</date>'))),
      'session.start_invalid',
      4,
      'day[0].room[0].event[0].date',
    ],
    [
      'a length that is none',
      schedule(day(event(1).replace('00:45', 'lang'))),
      'session.duration_invalid',
      4,
      'day[0].room[0].event[0].duration',
    ],
    [
      'no title of a session',
      schedule(day(event(1, '', ' '))),
      'session.title_missing',
      4,
      'day[0].room[0].event[0].title',
    ],
    [
      'no reference',
      schedule(day(event(1).replace(' id="1"', ''))),
      'session.reference_missing',
      4,
      'day[0].room[0].event[0].id',
    ],
    [
      'one reference twice',
      schedule(`${day(event(1))}\n${day(event(1), '2030-11-28')}`),
      'session.reference_duplicate',
      5,
      'day[1].room[0].event[0]',
    ],
    [
      'a room without name',
      schedule('<day date="2030-11-27"><room/></day>'),
      'room.name_missing',
      4,
      'day[0].room[0].name',
    ],
    [
      'a room inside another',
      schedule(day(event(1, '<room>Saal 2</room>'))),
      'session.room_contradicts',
      4,
      'day[0].room[0].event[0].room',
    ],
  ])('%s', (_, text, code, line, field) => {
    const result = read(text)
    expect(result.schedule).toBeNull()
    const error = result.problems.find(({ severity }) => severity === 'error')
    expect(error).toMatchObject({ code, line, ...(field && { field }) })
  })

  test('a file that is wrong everywhere names its first 500 problems', () => {
    const bad = Array.from({ length: 2000 }, (_, index) => event(index).replace('10:00', 'x')).join('')
    expect(read(schedule(day(bad))).problems).toHaveLength(500)
  })

  test('an error is named even after 500 warnings', () => {
    const warned = Array.from({ length: 600 }, (_, index) => event(index, '<language>?!</language>')).join('')
    const { problems } = read(schedule(day(warned + event(0))))
    expect(problems).toHaveLength(500)
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'session.reference_duplicate' },
    ])
  })
})

describe('our own extension is not trusted', () => {
  const own = (extension: string) =>
    schedule(day(event(1).replace('<event', '<event guid="00000000-0000-4000-8000-000000000001"')) + extension).replace(
      '<conference>',
      '<generator name="Fachtag"/><conference>',
    )
  const patched = (patch: object) =>
    read(own(`<?fachtag ${JSON.stringify({ sessions: { '00000000-0000-4000-8000-000000000001': patch } })}?>`))

  test('adds what the format has no place for', () => {
    expect(
      patched({ isPlenary: true, people: [{ name: 'Erika', function: 'Leiterin' }] }).schedule?.sessions,
    ).toMatchObject([{ isPlenary: true, people: [{ name: 'Erika', function: 'Leiterin' }] }])
  })

  test('is refused when it is not JSON', () => {
    expect(read(own('<?fachtag {?>'))).toMatchObject({
      schedule: null,
      problems: [{ code: 'schedule.extension_malformed', field: '<?fachtag?>' }],
    })
  })

  test('takes only values of the right shape', () => {
    const wrong = {
      start: 'morgen',
      durationMinutes: -5,
      url: 'javascript:alert(1)',
      people: 'alle',
      links: [{ url: 'data:x' }],
      role: 1,
      __proto__: { x: 1 },
    }
    expect(patched(wrong).schedule?.sessions[0]).toMatchObject({
      start: undefined,
      durationMinutes: undefined,
      url: undefined,
      people: [],
      links: [],
    })
  })
})
