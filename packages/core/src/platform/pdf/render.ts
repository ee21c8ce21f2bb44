import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CompileAnswer } from './messages.ts'

export type PdfLimits = {
  /** For one document, counted from when its turn comes. */
  readonly timeoutMs: number
  /** Resident memory of the compiler process; watched where the system has /proc. */
  readonly memoryBytes: number
  /** How long an idle compiler process stays warm. */
  readonly idleMs: number
}

export const defaultPdfLimits: PdfLimits = { timeoutMs: 20_000, memoryBytes: 700_000_000, idleMs: 30_000 }

export type RenderedPdf = {
  readonly bytes: Uint8Array
  /** A tagged document always; this is null where some sign exists in no font of the machine. */
  readonly conformsTo: 'PDF/UA-1' | null
}

export type PdfRenderer = {
  /**
   * Typesets `template` (Typst, ours) with `data`, which the template reads as JSON from `sys.inputs.data` and which
   * is text to it, never markup. Rejects when the template is wrong or a limit is reached.
   */
  render(template: string, data: unknown): Promise<RenderedPdf>
  /** Ends the compiler process; the next document starts another. */
  close(): void
}

const program = fileURLToPath(new URL('./compiler-process.ts', import.meta.url))
// Typst would fetch packages for a template that asks for them: the proxy address leads nowhere.
const nowhere = 'http://127.0.0.1:9'
const environment = { http_proxy: nowhere, https_proxy: nowhere, all_proxy: nowhere }

function startProcess(): ChildProcess {
  const child = fork(program, {
    env: environment,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

async function residentBytes(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(statm.split(' ')[1] ?? 0) * 4096
}

/** Asks `child` once; kills it and rejects when it exceeds a limit or ends without an answer. */
function ask(child: ChildProcess, template: string, data: string, limits: PdfLimits): Promise<RenderedPdf> {
  const { promise, resolve, reject } = Promise.withResolvers<RenderedPdf>()
  const stop = (reason: string) => {
    child.kill('SIGKILL')
    reject(new Error(`PDF: ${reason}`))
  }
  const timeout = setTimeout(() => stop(`not done after ${limits.timeoutMs} ms`), limits.timeoutMs)
  const watch = setInterval(async () => {
    const bytes = await residentBytes(child.pid)
    if (bytes > limits.memoryBytes) stop(`takes ${bytes} bytes of memory`)
  }, 100)
  const ended = () => stop('the compiler process ended')
  child.once('exit', ended)
  child.once('message', (message) => {
    const answer = message as CompileAnswer
    if ('error' in answer) reject(new Error(`PDF: ${answer.error}`))
    else resolve({ bytes: answer.pdf, conformsTo: answer.isUniversal ? 'PDF/UA-1' : null })
  })
  child.send({ template, data }, (failure) => failure && stop('the compiler process cannot be reached'))
  return promise.finally(() => {
    clearTimeout(timeout)
    clearInterval(watch)
    child.off('exit', ended)
    child.removeAllListeners('message')
  })
}

/** A renderer with a compiler process of its own, which works on one document at a time. */
export function createPdfRenderer(limits: PdfLimits = defaultPdfLimits): PdfRenderer {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const close = () => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }
  const work = async (template: string, data: string) => {
    clearTimeout(idle)
    if (!child?.connected || child.killed) child = startProcess()
    try {
      return await ask(child, template, data, limits)
    } finally {
      idle = setTimeout(close, limits.idleMs).unref()
    }
  }
  return {
    render(template, data) {
      const mine = turn.then(() => work(template, JSON.stringify(data)))
      turn = mine.catch(() => undefined)
      return mine
    },
    close,
  }
}

let shared: PdfRenderer | undefined

/** Renders with the one renderer of this process; see `PdfRenderer.render`. */
export function renderPdf(template: string, data: unknown): Promise<RenderedPdf> {
  shared ??= createPdfRenderer()
  return shared.render(template, data)
}
