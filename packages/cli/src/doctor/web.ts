import { createServer } from 'node:net'
import type { Settings } from '@fachtag/core/platform/config/settings'
import { readRunning } from '@fachtag/core/platform/database/embedded/start'
import { isBuilt } from '@fachtag/web/server/build.ts'
import { isBuildStale } from '../running/web-build.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

const build = { de: 'npm run build', en: 'npm run build' }

export function checkBuild(): Finding {
  if (!isBuilt())
    return problem('pages', { de: 'Die Seiten sind nicht gebaut.', en: 'The pages are not built.' }, build)
  if (!isBuildStale()) return ok('pages', { de: 'Die Seiten sind gebaut.', en: 'The pages are built.' })
  return warning(
    'pages',
    { de: 'Die gebauten Seiten sind älter als ihre Quellen.', en: 'The built pages are older than their sources.' },
    build,
  )
}

/** The error code of an attempt to listen; undefined when it works. */
function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

/** Whether the port can be had; taken by the Fachtag that runs on the same data it is as it should be. */
export async function checkPort({ host, port, data }: Settings): Promise<Finding> {
  const code = await tryToListen(host, port)
  const where = `${host}:${port}`
  if (!code) return ok('port', { de: `${where} ist frei.`, en: `${where} is free.` })
  const running = code === 'EADDRINUSE' ? readRunning(data) : undefined
  if (running) {
    return ok('port', {
      de: `${where} ist belegt; auf diesen Daten läuft Fachtag (Prozess ${running.pid}).`,
      en: `${where} is taken; Fachtag is running on these data (process ${running.pid}).`,
    })
  }
  return problem(
    'port',
    { de: `Auf ${where} lässt sich nicht lauschen (${code}).`, en: `Listening on ${where} is not possible (${code}).` },
    { de: 'Wählen Sie HOST oder PORT anders.', en: 'Choose another HOST or PORT.' },
  )
}
