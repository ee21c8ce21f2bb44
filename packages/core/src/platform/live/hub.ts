import type { LiveListener, StopListening } from '../database/listen.ts'
import type { LiveMessage } from '../database/live.ts'
import { Presence } from './presence.ts'

/** Somebody who looks at a topic and is told what happens to it. */
export interface Follower {
  /** The topic has come to `stamp`. */
  heard(stamp: number): void
  /** Others have come to look at the topic, or have left it. */
  present(): void
  /** Something may have been missed while nothing was heard: look it up. */
  missed(): void
  /** Nothing more will be told: the process ends. */
  ended(): void
}

/** Stops following. May be called twice. */
export type StopFollowing = () => void

/**
 * Passes on what any process announces to those of this process who follow a topic, over one connection to the database
 * that is opened with the first of them.
 */
export class LiveHub {
  readonly #listen: (listener: LiveListener) => StopListening
  readonly #followers = new Map<string, Set<Follower>>()
  readonly #presence = new Presence()
  #stop: StopListening | undefined
  #isEnded = false

  constructor(listen: (listener: LiveListener) => StopListening) {
    this.#listen = listen
  }

  /** How many follow anything. */
  get size(): number {
    return [...this.#followers.values()].reduce((sum, some) => sum + some.size, 0)
  }

  follow(topic: string, follower: Follower): StopFollowing {
    if (this.#isEnded) {
      follower.ended()
      return () => {}
    }
    this.#stop ??= this.#listen({
      heard: (message) => this.#heard(message),
      hearing: (isHearing) => isHearing && this.#each((one) => one.missed()),
    })
    const some = this.#followers.get(topic) ?? new Set()
    this.#followers.set(topic, some.add(follower))
    return () => {
      some.delete(follower)
      if (some.size === 0 && this.#followers.get(topic) === some) this.#followers.delete(topic)
    }
  }

  /** Who looks at a topic at `now` (epoch milliseconds), in any process, in the order of their ids. */
  whoIsAt(topic: string, now: number): string[] {
    return this.#presence.at(topic, now)
  }

  /** Tells all that it is over, and listens no longer. May be called twice. */
  async end(): Promise<void> {
    this.#isEnded = true
    this.#each((one) => one.ended())
    this.#followers.clear()
    const stop = this.#stop
    this.#stop = undefined
    await stop?.()
  }

  #heard(message: LiveMessage): void {
    const topic = this.#presence.hear(message)
    if (topic !== null) for (const one of this.#of(topic)) one.present()
    else for (const one of this.#of(message.topic)) one.heard(message.stamp)
  }

  #of(topic: string): Follower[] {
    return [...(this.#followers.get(topic) ?? [])]
  }

  #each(tell: (follower: Follower) => void): void {
    for (const some of [...this.#followers.values()]) for (const one of [...some]) tell(one)
  }
}
