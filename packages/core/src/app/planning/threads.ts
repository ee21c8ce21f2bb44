import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Explanation } from '../../modules/programme/planning/explaining/types.ts'
import type { ExplainThreadTask, PlanThreadTask, ThreadMessage } from './types.ts'

/** A thread that works on one plan. */
export type Thread = {
  /** The last message. Fails when the thread fails, or is ended before it is done. */
  readonly done: Promise<ThreadMessage>
  end(): Promise<unknown>
}

function openWorker(): Worker {
  return new Worker(new URL('./thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 2_048 },
  })
}

/** Starts a thread on `task`; `hear` is told of its progress. */
export function startThread(task: PlanThreadTask, hear: (message: ThreadMessage) => void = () => {}): Thread {
  const worker = openWorker()
  worker.postMessage(task)
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

/** How long a thread that explains waits for the next question: most are asked one after the other. */
const patience = 300_000

type Open = { readonly worker: Worker; readonly ended: AbortSignal }

/**
 * A thread that explains one place after the other. It is kept between questions, because starting it takes longer than an
 * answer, and ends by itself when nobody has asked for a while.
 */
export class ExplainingThread {
  #open: Open | undefined
  #leaving: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** Starts the thread where it does not run. */
  start(): void {
    this.#ready()
  }

  /** Answers after the questions before it. Fails when the thread fails, or is ended; the next question starts a new one. */
  explain(task: ExplainThreadTask): Promise<Explanation> {
    const answer = this.#last.then(() => this.#ask(task))
    this.#last = answer.catch(() => {})
    return answer
  }

  async end(): Promise<void> {
    clearTimeout(this.#leaving)
    const open = this.#open
    this.#open = undefined
    await open?.worker.terminate()
  }

  #ready(): Open {
    clearTimeout(this.#leaving)
    this.#leaving = setTimeout(() => void this.end(), patience).unref()
    this.#open ??= this.#begin()
    return this.#open
  }

  #begin(): Open {
    const worker = openWorker()
    const ending = new AbortController()
    const forget = () => {
      if (this.#open?.worker === worker) this.#open = undefined
    }
    // A thread that fails has yet to end; whoever waits for its answer hears of it there.
    worker.once('error', forget)
    worker.once('exit', () => {
      forget()
      ending.abort()
    })
    return { worker, ended: ending.signal }
  }

  async #ask(task: ExplainThreadTask): Promise<Explanation> {
    const { worker, ended } = this.#ready()
    const answered = once(worker, 'message', { signal: ended })
    worker.postMessage(task)
    const [message] = (await answered) as [ThreadMessage]
    if (message.kind !== 'explained') throw new Error('the planning thread answered something else')
    return message.explanation
  }
}
