import { z } from 'zod'
import { createContext } from '../src/app/context.ts'
import { systemActor } from '../src/kernel/actor.ts'
import { connect } from '../src/platform/database/connect.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { defineJob } from '../src/platform/queue/job.ts'
import { openQueue } from '../src/platform/queue/queue.ts'

// A process of its own for the test of the queue: commits a job and is gone before it can do anything else.
const [, , url = ''] = process.argv
const db = connect(url)
const greet = defineJob({ name: 'test.greet', payload: z.object({ number: z.number() }), run: async () => {} })
const context = () => createContext(db, systemActor)
const queue = await openQueue({ url, jobs: [greet], context, log: silentLog, work: false, migrate: false })
await db.transaction().execute((tx) => queue.enqueue(tx, greet, { number: 4 }))
process.kill(process.pid, 'SIGKILL')
