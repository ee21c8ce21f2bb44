import { type App, type OpenOptions, openApp } from '@fachtag/core/app/open'
import { DomainError } from '@fachtag/core/kernel/errors'
import type { Settings } from '@fachtag/core/platform/config/settings'
import { startWeb, type Web } from '@fachtag/web/server/start.ts'
import type { RoleLink } from '../rehearsal/rehearsal.ts'
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
  /** Where mail is shown instead of being sent; null where it is sent. */
  readonly mailbox: string | null
  /** One-time links to try roles with; only the demonstration has any. */
  readonly roles: readonly RoleLink[]
}

function roleLines(roles: readonly RoleLink[]): string[] {
  if (roles.length === 0) return []
  const intro = say({
    de: 'Zum Ausprobieren, ein Einmal-Link je Rolle (24 Stunden gültig; der nächste Start gibt neue):',
    en: 'To try things out, one one-time link per role (valid for 24 hours; the next start gives new ones):',
  })
  return ['', intro, ...roles.map(({ role, name, address }) => `  ${say(role)} – ${name}\n    ${address}`)]
}

function noticeLines({ address, setup, mailbox, roles }: SiteNotice): string[] {
  const running = say({ de: `Fachtag läuft: ${address}`, en: `Fachtag is running: ${address}` })
  const link = say({
    de: `Einmal-Link für die erste Person im Organisationsteam (24 Stunden gültig): ${setup}`,
    en: `One-time link for the first organiser (valid for 24 hours): ${setup}`,
  })
  const mail = say({
    de: `Mails liegen hier statt hinauszugehen: ${mailbox}`,
    en: `Mail is kept here instead of going out: ${mailbox}`,
  })
  return [running, ...(mailbox ? [mail] : []), ...(setup ? [link] : []), ...roleLines(roles)]
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

/** What a start does beside serving: before the door opens, and for those who are to try it. */
export interface Preparation {
  /** Show mail at `/postfach` instead of sending it. */
  readonly mailbox?: boolean
  prepare(app: App): Promise<void>
  /** One-time links on the site at `origin`. */
  links(app: App, origin: string): Promise<readonly RoleLink[]>
}

const nothing: Preparation = { prepare: async () => {}, links: async () => [] }

/**
 * Opens the product, prepares it, serves the site, says where, and closes everything when `stop` comes: first the door,
 * then jobs, then the database.
 */
export async function serveSite(
  settings: Settings,
  terminal: Terminal,
  stop: AbortSignal,
  { prepare, links, mailbox = false }: Preparation = nothing,
): Promise<void> {
  const options: OpenOptions = { exclusive: true, work: settings.worker, mailbox }
  const app = await terminal.step(starting, () => openApp(settings, options))
  try {
    await prepare(app)
    if (stop.aborted) return
    const web = await openDoor(app, settings)
    const address = settings.origin ?? web.url
    const [setup, roles] = [await firstLink(app, address), await links(app, address)]
    const notice = { url: web.url, address, setup, mailbox: mailbox ? `${address}/postfach` : null, roles }
    terminal.result(notice, noticeLines)
    app.log.info('started', { listening: web.url, version: app.server.version })
    await runUntil(stop, app, web.close)
    app.log.info('stopped')
  } finally {
    await app.close()
  }
}
