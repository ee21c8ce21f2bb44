import type { LiveMessage } from '../database/live.ts'

/** How often whoever looks at something says that they still do. */
export const presenceInterval = 10_000

/** Who has said nothing for this long has gone, even without saying so. */
const patience = 2.5 * presenceInterval

/** `who` looks at `topic` at `now` (epoch milliseconds): to be announced, so that every process knows. */
export function isHere(topic: string, who: string, now: number): LiveMessage {
  return { topic: `${topic} @${who}`, stamp: now }
}

/** `who` no longer looks at `topic`. */
export function hasLeft(topic: string, who: string): LiveMessage {
  return { topic: `${topic} @${who}`, stamp: 0 }
}

/** Who looks at what just now, as far as it was heard. */
export class Presence {
  readonly #seen = new Map<string, Map<string, number>>()

  /** Takes in a message of presence. The topic it is about; null for any other message. */
  hear({ topic: said, stamp }: LiveMessage): string | null {
    const [, topic = '', who = ''] = /^(.*) @(\S+)$/.exec(said) ?? []
    if (!topic) return null
    const present = this.#seen.get(topic) ?? new Map<string, number>()
    if (stamp === 0) present.delete(who)
    else present.set(who, stamp)
    if (present.size > 0) this.#seen.set(topic, present)
    else this.#seen.delete(topic)
    return topic
  }

  /** Who is at `topic`, in the order of their ids. */
  at(topic: string, now: number): string[] {
    const present = [...(this.#seen.get(topic) ?? [])]
    return present
      .filter(([, stamp]) => now - stamp < patience)
      .map(([who]) => who)
      .sort()
  }
}
