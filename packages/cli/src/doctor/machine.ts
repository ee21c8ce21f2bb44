import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { freeBytes, leastFreeBytes } from '@fachtag/core/app/health'
import { type Finding, ok, problem, warning } from './finding.ts'

const neededNode = 26

export function checkNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= neededNode) return ok('node', { de: `Node ${version}`, en: `Node ${version}` })
  return problem(
    'node',
    { de: `Node ${version} ist zu alt.`, en: `Node ${version} is too old.` },
    {
      de: `Starten Sie mit „npx fachtag“ oder „npm start“: Beide nehmen das mitgelieferte Node ${neededNode}.`,
      en: `Start with “npx fachtag” or “npm start”: both take the Node ${neededNode} that comes with Fachtag.`,
    },
  )
}

/** The folder itself, or the nearest one above it that exists already. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder))
}

export function checkFolder(data: string): Finding {
  const folder = existing(data)
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return problem(
      'data',
      { de: `In ${folder} darf Fachtag nicht schreiben.`, en: `Fachtag may not write in ${folder}.` },
      {
        de: `Geben Sie den Ordner dem Benutzer, der Fachtag startet (chown), oder nennen Sie mit FACHTAG_DATA einen anderen.`,
        en: `Give the folder to the user who starts Fachtag (chown), or name another with FACHTAG_DATA.`,
      },
    )
  }
  return folder === data
    ? ok('data', { de: `Daten liegen in ${data}.`, en: `Data lie in ${data}.` })
    : ok('data', { de: `${data} entsteht beim ersten Start.`, en: `${data} is made by the first start.` })
}

const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1)

export async function checkDisk(data: string): Promise<Finding> {
  const free = await freeBytes(existing(data))
  const says = { de: `${gigabytes(free)} GB sind frei.`, en: `${gigabytes(free)} GB are free.` }
  const mend = {
    de: 'Schaffen Sie Platz, bevor die Datenbank stehen bleibt.',
    en: 'Make room before the database stops.',
  }
  if (free < leastFreeBytes) return problem('disk', says, mend)
  return free < 5 * leastFreeBytes ? warning('disk', says, mend) : ok('disk', says)
}
