import { parentPort } from 'node:worker_threads'
import { limitsFor } from '@fachtag/planner/search/work'
import { explainSession } from '../../modules/programme/planning/explaining/rules.ts'
import { planEdition } from '../../modules/programme/planning/proposal/rules.ts'
import type { ThreadMessage, ThreadTask } from './types.ts'

/** CPU seconds of this thread: the rest of the server does not count. */
function cpuSeconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

const betweenTellings = 300

function tell(message: ThreadMessage): void {
  parentPort!.postMessage(message)
}

function run(task: ThreadTask): void {
  if (task.kind === 'explain') {
    tell({ kind: 'explained', explanation: explainSession(task.input, task.task, task.sessionId) })
    return
  }
  const stop = new Int32Array(task.stop)
  let told = 0
  const limits = { ...limitsFor(task.seconds, cpuSeconds), cancelled: () => Atomics.load(stop, 0) === 1 }
  const outcome = planEdition(task.input, task.task, limits, (share, places) => {
    if (performance.now() - told < betweenTellings) return
    told = performance.now()
    tell({ kind: 'progress', share, places: places() })
  })
  tell({ kind: 'planned', outcome })
}

parentPort!.on('message', run)
