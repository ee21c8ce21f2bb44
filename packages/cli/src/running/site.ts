import { type App, type OpenOptions, openApp } from '@fachtag/core/app/open'
import { DomainError } from '@fachtag/core/kernel/errors'
import type { Settings } from '@fachtag/core/platform/config/settings'
import { startWeb, type Web } from '@fachtag/web/server/start.ts'
import { say } from '../terminal/language.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { firstLink } from './first-link.ts'
import { runUntil } from './run.ts'

/** What a started site tells its caller. */
export interface SiteNotice {
  /** Where it listens. */
  readonly url: string
  /** The address for readers. */
  readonly address: string
  /** One-time link of the first organiser; null when somebody can sign in already. */
  readonly setup: string | null
}

function noticeLines({ address, setup }: SiteNotice): string[] {
  const running = say({ de: `Fachtag läuft: ${address}`, en: `Fachtag is running: ${address}` })
  const link = say({
    de: `Einmal-Link für die erste Person im Organisationsteam (24 Stunden gültig): ${setup}`,
    en: `One-time link for the first organiser (valid for 24 hours): ${setup}`,
  })
  return setup ? [running, link] : [running]
}

const portErrors: Readonly<Record<string, string>> = {
  EADDRINUSE: 'web.port_taken',
  EACCES: 'web.port_forbidden',
  EADDRNOTAVAIL: 'web.no_such_host',
  ENOTFOUND: 'web.no_such_host',
}

async function openDoor(app: App, { host, port, origin }: Settings): Promise<Web> {
  try {
    return await startWeb(app, { host, port, origin })
  } catch (error) {
    const code = portErrors[(error as NodeJS.ErrnoException).code ?? '']
    throw code ? new DomainError(code, { host, port }) : error
  }
}

const starting = { de: 'Datenbank starten', en: 'Start the database' }

/**
 * Opens the product, runs `prepare` on it, serves the site, says where, and closes everything when `stop` comes: first
 * the door, then jobs, then the database.
 */
export async function serveSite(
  settings: Settings,
  terminal: Terminal,
  stop: AbortSignal,
  prepare: (app: App) => Promise<void> = async () => {},
): Promise<void> {
  const options: OpenOptions = { exclusive: true, work: settings.worker }
  const app = await terminal.step(starting, () => openApp(settings, options))
  try {
    await prepare(app)
    if (stop.aborted) return
    const web = await openDoor(app, settings)
    const address = settings.origin ?? web.url
    const notice: SiteNotice = { url: web.url, address, setup: await firstLink(app, address) }
    terminal.result(notice, noticeLines)
    app.log.info('started', { listening: web.url, version: app.server.version })
    await runUntil(stop, app, web.close)
    app.log.info('stopped')
  } finally {
    await app.close()
  }
}
