import type { Schedule, ScheduleRoom, ScheduleSession, ScheduleTrack } from '@fachtag/formats/schedule/types'

export type LargeEditionSize = {
  readonly days: number
  readonly rooms: number
  readonly sessions: number
}

/** As large as the largest community conferences get: two days, 37 rooms, over a thousand sessions. */
export const largestSize: LargeEditionSize = { days: 2, rooms: 37, sessions: 1070 }

const subjects = [
  'Elektronische Akte', 'Onlinezugang', 'Informationssicherheit', 'Prozessautomatisierung', 'Open Data', 'Bürgerservice',
  'Rechnungseingang', 'Datenschutz', 'Notfallplanung', 'Glasfaserausbau', 'Schul-IT', 'Geodaten', 'Personalgewinnung',
  'Identitätsverwaltung', 'Registermodernisierung', 'Rechenzentrum', 'Mobiles Arbeiten', 'Barrierefreiheit', 'Chatbot', 'Haushalt',
] // biome-ignore format: a list of words
const angles = [
  'aus Sicht einer kleinen Gemeinde', 'nach drei Jahren Betrieb', 'ohne zusätzliches Personal', 'im Landkreis gemeinsam gelöst',
  'mit freier Software', 'vom Pilot zum Regelbetrieb', 'Schritt für Schritt eingeführt', 'was wir heute anders machen würden',
  'im Verbund von zwölf Ämtern', 'zwischen Fachverfahren und Portal', 'gemessen statt gefühlt', 'als Daueraufgabe',
] // biome-ignore format: a list of words
const openings = ['', 'Erfahrungsbericht: ', 'Werkstatt: ', 'Im Gespräch: ', 'Fünf Lehren: ', 'Live gezeigt: ']
const givenNames = [
  'Almut', 'Bertram', 'Cosima', 'Detlev', 'Elfriede', 'Falko', 'Gesine', 'Henrike', 'Ingo', 'Jolanthe', 'Knut', 'Liselotte',
  'Meinhard', 'Notburga', 'Ottokar', 'Philippa', 'Quirin', 'Roswitha', 'Sieglinde', 'Traugott', 'Ursel', 'Volkmar', 'Wiebke',
] // biome-ignore format: a list of words
const familyNames = [
  'Achterberg', 'Birkenfeld', 'Clausnitz', 'Dornbusch', 'Eichwald', 'Feldkamp', 'Grünhagen', 'Hasselbach', 'Isenbruch',
  'Jägersdorf', 'Krähenwinkel', 'Lindenau', 'Mühlenbeck', 'Nesselrode', 'Ohlendorf', 'Pfefferkorn', 'Rabenstein', 'Süßmilch',
] // biome-ignore format: a list of words
const places = [
  'Musterstadt',
  'Beispielhausen',
  'Neudorf am Muster',
  'Probenberg',
  'Kreis Mustertal',
  'Amt Beispielland',
]
const durations = [5, 10, 15, 20, 25, 25, 30, 30, 30, 40, 50] as const

/** Numbers in [0, 1) that are the same in every run: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * A made-up edition on a grid of five minutes, the same in every run: every room is filled from 9:00 on, nothing
 * overlaps in a room, one track per room and day, one to three speakers. All names of people and places are invented.
 */
export function makeLargeEdition(size: LargeEditionSize = largestSize): Schedule {
  const random = createRandom(20_310_201)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const rooms: ScheduleRoom[] = Array.from({ length: size.rooms }, (_, n) => ({
    name: `Saal ${String.fromCharCode(65 + (n % 6))}.${100 + n}`,
    capacity: 40 + (n % 9) * 60,
  }))
  const days = Array.from({ length: size.days }, (_, n) => `2031-02-${String(n + 1).padStart(2, '0')}`)
  const tracks: ScheduleTrack[] = rooms.map((_, n) => ({
    name: `${subjects[n % subjects.length]}${n < subjects.length ? '' : ` ${Math.floor(n / subjects.length) + 1}`}`,
    colour: `#${Math.floor(random() * 0xffffff)
      .toString(16)
      .padStart(6, '0')}`,
  }))
  const sessions: ScheduleSession[] = []
  const clocks = new Map<string, number>()
  for (let n = 0; n < size.sessions; n++) {
    const day = days[Math.floor((n * size.days) / size.sessions)]!
    const place = n % size.rooms
    const key = `${day} ${place}`
    const start = clocks.get(key) ?? 540 + (place % 3) * 10
    const durationMinutes = pick(durations)
    clocks.set(key, start + durationMinutes + (random() < 0.3 ? 0 : 5) + (start < 760 && start > 720 ? 45 : 0))
    const people = Array.from({ length: 1 + Math.floor(random() * random() * 3) }, () => {
      const name = `${pick(givenNames)} ${pick(familyNames)}`
      return { reference: name, name, organisation: pick(places) }
    })
    sessions.push({
      reference: `made-up-${n}`,
      title: `${pick(openings)}${subjects[(n * 7) % subjects.length]} ${pick(angles)}`,
      type: random() < 0.05 ? 'workshop' : 'talk',
      language: random() < 0.1 ? 'en' : 'de',
      abstract: `${pick(subjects)} ${pick(angles)}: ${pick(angles)}, ${pick(angles)} und ${pick(angles)}.`,
      track: tracks[place]!.name,
      room: rooms[place]!.name,
      day,
      start: `${day}T${clock(start)}`,
      durationMinutes,
      people: people.filter((one, index) => people.findIndex((other) => other.name === one.name) === index),
      links: [],
      attachments: [],
    })
  }
  return {
    title: 'Erfundener Großfachtag 2031',
    version: '1',
    firstDay: days[0],
    lastDay: days.at(-1),
    timeZone: 'Europe/Berlin',
    venue: 'Kongresshalle',
    city: 'Musterstadt',
    rooms,
    tracks,
    sessions,
  }
}
