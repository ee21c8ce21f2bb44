import { readdirSync, readFileSync } from 'node:fs'
import { createContext } from '../../packages/core/src/app/context.ts'
import { systemActor } from '../../packages/core/src/kernel/actor.ts'
import { systemClock } from '../../packages/core/src/kernel/clock.ts'
import { importArchive } from '../../packages/core/src/modules/library/archive/commands.ts'
import { readArchive } from '../../packages/core/src/modules/library/archive/files/queries.ts'
import { importNewEdition } from '../../packages/core/src/modules/programme/import/edition/commands.ts'
import type { Context } from '../../packages/core/src/platform/context/types.ts'
import type { Db } from '../../packages/core/src/platform/database/tables.ts'
import { largestSize, makeLargeEdition } from '../../packages/core/test/large-edition.ts'
import { readSchedule } from '../../packages/formats/src/schedule/reader.ts'

const root = new URL('../../', import.meta.url)
const shared = process.env.FACHTAG_SHARED ?? new URL('../shared', root).pathname

/** The index is built afterwards and measured; the jobs that imports ask for are left out. */
function contextOf(db: Db): Context {
  return createContext(db, systemActor, systemClock, async () => {})
}

/** The series of content/, which the judgements are about. */
export async function loadDemo(db: Db): Promise<void> {
  const folder = new URL('content/mitteldeutscher-it-fachtag', root).pathname
  const { archive, problems } = await readArchive(folder)
  if (!archive) throw new Error(`content/ cannot be read: ${JSON.stringify(problems[0])}`)
  await importArchive(contextOf(db), archive)
}

function fosdemFiles(): string[] {
  const folder = `${shared}/data/schedules/fosdem`
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.xml'))
      .map((file) => `${folder}/${file}`)
  } catch {
    return []
  }
}

/** Loads eight years of FOSDEM where the reference data lies beside the project, else as many made-up sessions. Says which. */
export async function loadLarge(db: Db): Promise<string> {
  const files = fosdemFiles()
  for (const file of files) {
    const { schedule } = await readSchedule(readFileSync(file))
    if (!schedule) throw new Error(`${file} cannot be read`)
    await importNewEdition(contextOf(db), { schedule, series: 'fosdem', sourceKey: 'fosdem' })
  }
  if (files.length > 0) return `FOSDEM, ${files.length} years`
  for (let year = 2031; year < 2036; year++) {
    const schedule = makeLargeEdition(largestSize)
    await importNewEdition(contextOf(db), {
      schedule,
      series: 'muster',
      edition: String(year),
      sourceKey: String(year),
    })
  }
  return 'made-up editions'
}
