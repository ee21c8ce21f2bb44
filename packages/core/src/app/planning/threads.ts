import { Worker } from 'node:worker_threads'
import type { ThreadMessage, ThreadTask } from './types.ts'

/** A thread that works on one task. */
export type Thread = {
  /** The last message. Fails when the thread fails, or is ended before it is done. */
  readonly done: Promise<ThreadMessage>
  end(): Promise<unknown>
}

/** Starts a thread on `task`; `hear` is told of its progress. */
export function startThread(task: ThreadTask, hear: (message: ThreadMessage) => void = () => {}): Thread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 2_048 },
  })
  const done = new Promise<ThreadMessage>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') hear(message)
      else resolve(message)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the planning thread ended before it was done')))
  })
  // Whoever ends a thread does not wait for what it would have said.
  done.catch(() => {})
  return { done, end: () => worker.terminate() }
}
