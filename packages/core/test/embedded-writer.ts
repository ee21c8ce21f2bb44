import { cpSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { locatePackage } from '../src/platform/database/embedded/binaries.ts'
import { startEmbedded } from '../src/platform/database/embedded/start.ts'
import { silentLog } from '../src/platform/log/log.ts'

// A process of its own for the tests of the embedded database: starts it on a folder, says `ready`, and writes rows until
// somebody ends it. Each line is the number of a row whose commit was acknowledged; with `hasty`, of one that is about to
// be written, which is what a program does that promises too early.
const [, , folder = '', manner = 'honest', user = ''] = process.argv

/** As root an installation may lie where no other user can read it; then this process brings its own. */
function packageFor(uid: number) {
  const found = locatePackage()
  const native = join(folder, 'native')
  cpSync(found.native, native, { recursive: true, verbatimSymlinks: true })
  process.setgroups?.([])
  process.setgid?.(uid)
  process.setuid?.(uid)
  return { ...found, native }
}

const server = await startEmbedded(folder, silentLog, user ? packageFor(Number(user)) : undefined)
const pool = new pg.Pool({ connectionString: server.url, max: 4 })
pool.on('error', () => {})
await pool.query('create table if not exists written (number bigint primary key)')
const { rows } = await pool.query<{ last: string | null }>('select max(number) as last from written')
let next = Number(rows[0]?.last ?? 0) + 1
writeSync(1, 'ready\n')

async function write(): Promise<void> {
  for (;;) {
    const number = next++
    if (manner === 'hasty') {
      writeSync(1, `${number}\n`)
      await delay(20)
    }
    try {
      await pool.query('insert into written values ($1)', [number])
      if (manner === 'honest') writeSync(1, `${number}\n`)
    } catch {
      await delay(20)
    }
  }
}
await Promise.all([write(), write(), write(), write()])
