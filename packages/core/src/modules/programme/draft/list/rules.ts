import type { SessionType } from '../../types.ts'
import type { Lack } from './types.ts'

/** What somebody gives, so that it needs a name, a text and a track. */
const givenTypes: readonly SessionType[] = ['impulse', 'talk', 'workshop', 'panel', 'poster', 'lightning', 'other']

/** What happens wherever people are. */
const roomless: readonly SessionType[] = ['break', 'networking']

type Session = {
  readonly type: SessionType
  readonly isPlenary: boolean
  /** Whether the edition has any. */
  readonly hasTracks: boolean
  readonly trackName: string | null
  readonly roomName: string | null
  readonly startsAt: string | null
  readonly hasAbstract: boolean
  readonly speakers: number
  readonly moderators: number
}

/**
 * What is missing in a session before it can be published with good conscience: nobody is asked to speak in a break, which
 * needs no room either, a plenary needs no track, and no session one where the edition has none.
 */
export function findLacks(session: Session): Lack[] {
  const isGiven = givenTypes.includes(session.type)
  const missing: Readonly<Record<Lack, boolean>> = {
    speaker: isGiven && session.speakers === 0,
    moderator: session.type === 'panel' && session.moderators === 0,
    abstract: isGiven && !session.hasAbstract,
    track: session.hasTracks && isGiven && !session.isPlenary && session.trackName === null,
    room: !roomless.includes(session.type) && session.roomName === null,
    time: session.startsAt === null,
  }
  return (Object.keys(missing) as Lack[]).filter((lack) => missing[lack])
}

const foldText = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word of `text` stands somewhere in `parts`; case and accents do not count. */
export function containsWords(parts: readonly string[], text: string): boolean {
  const haystack = foldText(parts.join(' '))
  return foldText(text)
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}
