import { checkDatabase } from './database.ts'
import type { Finding } from './finding.ts'
import { checkDisk, checkFolder, checkNode } from './machine.ts'
import { checkMail, checkOrigin, checkSettings } from './settings.ts'
import { checkBuild, checkPort } from './web.ts'

/** Everything that `fachtag serve` depends on. Checks that need settings are left out while those cannot be understood. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { settings, findings } = checkSettings(env)
  const first = [checkNode(process.versions.node), ...findings, checkBuild()]
  if (!settings) return first
  const folder = checkFolder(settings.data)
  const onDisk = folder.state === 'ok' ? [await checkDisk(settings.data)] : []
  const database = folder.state === 'ok' || settings.databaseUrl ? await checkDatabase(settings) : []
  return [
    ...first,
    folder,
    ...onDisk,
    ...database,
    checkOrigin(settings),
    checkMail(settings),
    await checkPort(settings),
  ]
}
