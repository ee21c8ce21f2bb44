import type { EditionScope } from '../../kernel/scope.ts'
import type { Explanation } from '../../modules/programme/planning/explaining/types.ts'
import type { Planned } from '../../modules/programme/planning/proposal/types.ts'
import { readPlanningInput, readProposed } from '../../modules/programme/planning/queries.ts'
import { claimRun, endRun, noteProgress } from '../../modules/programme/planning/working/commands.ts'
import { withPlaces } from '../../modules/programme/variants/rules.ts'
import type { Context } from '../../platform/context/types.ts'
import type { Log } from '../../platform/log/log.ts'
import { ExplainingThread, startThread, type Thread } from './threads.ts'
import type { Planner, ThreadMessage } from './types.ts'

/** How often progress is written down, and asked whether to go on. */
const heartbeat = 400

type Job = { readonly scope: EditionScope; readonly runId: string }

class ThreadPlanner implements Planner {
  private readonly ctx: Context
  private readonly log: Log
  private readonly waiting: Job[] = []
  private readonly threads = new Set<Thread>()
  private working: Promise<void> | undefined
  private readonly explaining = new ExplainingThread()
  private isClosed = false

  constructor(ctx: Context, log: Log) {
    this.ctx = ctx
    this.log = log
  }

  start(scope: EditionScope, runId: string): void {
    this.waiting.push({ scope, runId })
    this.working ??= this.workOff()
  }

  async explain(scope: EditionScope, sessionId: string): Promise<Explanation> {
    this.prepare()
    const { input, losses } = await readProposed(this.ctx.db, scope)
    if (this.isClosed) throw new Error('the planner is closed')
    const isPlaced = input.board.programme.sessions.some((one) => one.id === sessionId && one.startsAt !== null)
    const task = { kind: isPlaced ? 'repair' : 'unplaced', losses } as const
    return this.explaining.explain({ kind: 'explain', input, task, sessionId })
  }

  prepare(): void {
    if (!this.isClosed) this.explaining.start()
  }

  async close(): Promise<void> {
    this.isClosed = true
    await Promise.all([this.explaining, ...this.threads].map((thread) => thread.end()))
    await this.working
  }

  private async run(thread: Thread): Promise<ThreadMessage> {
    this.threads.add(thread)
    if (this.isClosed) await thread.end()
    try {
      return await thread.done
    } finally {
      this.threads.delete(thread)
      await thread.end()
    }
  }

  private async workOff(): Promise<void> {
    const alive = setInterval(() => {
      for (const { scope, runId } of this.waiting) void noteProgress(this.ctx, scope, runId, null).catch(() => {})
    }, 10 * heartbeat)
    for (let job = this.waiting.shift(); job; job = this.waiting.shift()) await this.workOn(job)
    clearInterval(alive)
    this.working = undefined
  }

  private async workOn({ scope, runId }: Job): Promise<void> {
    try {
      const outcome = this.isClosed ? null : await this.plan(scope, runId)
      if (outcome !== 'gone') await endRun(this.ctx, scope, runId, outcome)
    } catch (error) {
      if (!this.isClosed) this.log.error('planning failed', { error })
      await endRun(this.ctx, scope, runId, null).catch(() => {})
    }
  }

  private async plan(scope: EditionScope, runId: string): Promise<Planned | 'gone'> {
    const claimed = await claimRun(this.ctx, scope, runId)
    if (!claimed) return 'gone'
    const read = await readPlanningInput(this.ctx.db, scope)
    const programme = withPlaces(read.board.programme, claimed.base)
    const input = { ...read, board: { ...read.board, programme } }
    const stop = new SharedArrayBuffer(4)
    let progress: Parameters<typeof noteProgress>[3] = null
    let isGone = false
    const { task, seconds } = claimed
    const thread = startThread({ kind: 'plan', input, task, seconds, stop }, (message) => {
      if (message.kind === 'progress') progress = message
    })
    const beat = async () => {
      const wanted = await noteProgress(this.ctx, scope, runId, progress)
      if (wanted === 'stop') Atomics.store(new Int32Array(stop), 0, 1)
      if (wanted !== 'gone') return
      isGone = true
      await thread.end()
    }
    const beating = setInterval(() => void beat().catch(() => {}), heartbeat)
    try {
      const message = await this.run(thread)
      return message.kind === 'planned' ? message.outcome : 'gone'
    } catch (error) {
      if (isGone) return 'gone'
      throw error
    } finally {
      clearInterval(beating)
    }
  }
}

/** A planner that acts in `ctx`; what goes wrong in its threads is logged, and the run ends without an outcome. */
export function openPlanner(ctx: Context, log: Log): Planner {
  return new ThreadPlanner(ctx, log)
}
