import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import { type LiveMessage, liveChannel, readMessage } from './live.ts'
import { publicationChannel } from './publication.ts'

/** What a cache has to know. */
export interface PublicationListener {
  /** Public pages may have changed: forget them. Also called after every new connection, for what was missed before. */
  changed(): void
  /** Whether changes are heard at all. While not, nothing kept may be served: it may be out of date. */
  hearing(isHearing: boolean): void
}

/** What somebody has to know who passes on what happens to those who look at it. */
export interface LiveListener {
  heard(message: LiveMessage): void
  /** Whether anything is heard. When it is again, something may have been missed: look it up. */
  hearing(isHearing: boolean): void
}

/** One channel of the database, and who listens to it. */
type Subscription = {
  readonly channel: string
  message(payload: string | undefined): void
  hearing(isHearing: boolean): void
}

/** Stops listening. */
export type StopListening = () => Promise<void>

const heartbeat = 5_000
const pauses = [50, 500, 2_000, 5_000]

async function subscribe(client: pg.Client, { channel, message }: Subscription): Promise<void> {
  client.on('notification', ({ payload }) => message(payload))
  await client.connect()
  await client.query(`listen ${channel}`)
}

/** Resolves when the connection is gone. A network that fell silent is found by asking for a sign of life. */
async function lost(client: pg.Client, stopping: AbortSignal): Promise<void> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  client.on('error', () => end())
  client.on('end', () => end())
  stopping.addEventListener('abort', () => end(), { once: true })
  const timer = setInterval(() => {
    const silence = setTimeout(end, heartbeat)
    client.query('select 1').then(
      () => clearTimeout(silence),
      () => end(),
    )
  }, heartbeat)
  await ended
  clearInterval(timer)
}

async function listenOnce(url: string, subscription: Subscription, stopping: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: heartbeat, keepAlive: true })
  client.on('error', () => {})
  try {
    await subscribe(client, subscription)
    subscription.hearing(true)
    await lost(client, stopping)
  } finally {
    subscription.hearing(false)
    // A connection that is half dead may never say goodbye.
    await Promise.race([client.end().catch(() => {}), delay(1_000)])
  }
}

/** Listens, and connects again for as long as it takes when the database at `url` goes away. Starts not hearing. */
function onChannel(url: string, subscription: Subscription, log: Log): StopListening {
  const stop = new AbortController()
  const run = async () => {
    let failures = 0
    const hearing = (isHearing: boolean) => {
      if (isHearing) failures = 0
      subscription.hearing(isHearing)
    }
    while (!stop.signal.aborted) {
      try {
        await listenOnce(url, { ...subscription, hearing }, stop.signal)
      } catch (error) {
        log.warn('changes in the database cannot be heard', { error })
      }
      const pause = pauses[Math.min(failures++, pauses.length - 1)]
      await delay(pause, undefined, { signal: stop.signal }).catch(() => {})
    }
  }
  const running = run()
  return async () => {
    stop.abort()
    await running
  }
}

/** Tells `listener` whenever something that a public page can show has been committed, by any process. Starts not hearing. */
export function onPublication(url: string, listener: PublicationListener, log: Log): StopListening {
  const hearing = (isHearing: boolean) => {
    if (isHearing) listener.changed()
    listener.hearing(isHearing)
  }
  return onChannel(url, { channel: publicationChannel, message: () => listener.changed(), hearing }, log)
}

/** Tells `listener` whatever any process announces (`announce`). Starts not hearing. */
export function onLive(url: string, listener: LiveListener, log: Log): StopListening {
  const message = (payload: string | undefined) => {
    const read = readMessage(payload)
    if (read) listener.heard(read)
  }
  return onChannel(url, { channel: liveChannel, message, hearing: (is) => listener.hearing(is) }, log)
}
