import type { Colleague, EditorState, Edits, MovesAnswer } from '#lib/programme-editor/types.ts'
import { Rejected, TurnedAway, Unreachable } from './failures.ts'
import type { Transport } from './types.ts'

const patience = 20_000

/** What an answer's status means for whoever asked; undefined where the answer is what was asked for. */
export function failureOf(status: number): Error | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 401 || status === 403) return new TurnedAway(String(status))
  if (status >= 500 || status === 408 || status === 429 || status < 400) return new Unreachable(String(status))
  return new Rejected(String(status))
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const sent = body === undefined ? null : JSON.stringify(body)
  const signal = AbortSignal.timeout(patience)
  const method = sent === null ? 'GET' : 'POST'
  const answer = await fetch(path, { method, headers, body: sent, signal, redirect: 'error' }).catch((cause) => {
    throw new Unreachable('no answer', { cause })
  })
  const failure = failureOf(answer.status)
  if (failure) throw failure
  return answer.json().catch((cause) => {
    throw new Unreachable('half an answer', { cause })
  }) as Promise<T>
}

function variantQuery(variantId: string | null): string {
  return variantId === null ? '' : `?variante=${encodeURIComponent(variantId)}`
}

/** The way to the editor's addresses behind `base`, for the draft or one variant. */
export function openTransport(base: string, variantId: string | null): Transport {
  const query = variantQuery(variantId)
  return {
    moves: (request) => ask<MovesAnswer>(`${base}/zuege`, request),
    step: (step) => ask<MovesAnswer>(`${base}/schritt`, { step }),
    editsSince: (number) => ask<Edits>(`${base}/aenderungen?nach=${number}`),
    state: () => ask<EditorState>(`${base}/stand${query}`),
  }
}

/** Lets a warning stand, or takes that back. */
export function sendJudgement<T>(base: string, body: unknown): Promise<T> {
  return ask<T>(`${base}/hinweis`, body)
}

export type StreamListener = {
  /** The draft has come to this edit, or the variant to this revision; 0: something may have been missed. */
  heard(number: number): void
  colleagues(all: readonly Colleague[]): void
  hearing(isHearing: boolean): void
}

/** Hears of edits while the page is looked at: a browser has few connections, and gives none away to windows behind others. */
export function listen(base: string, variantId: string | null, listener: StreamListener): void {
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    const opened = new EventSource(`${base}/strom${variantQuery(variantId)}`)
    source = opened
    opened.onopen = () => {
      listener.hearing(true)
      listener.heard(0)
    }
    opened.onerror = () => {
      listener.hearing(false)
      // A browser tries again by itself, but for good after an answer that was no stream.
      if (opened.readyState === EventSource.CLOSED) retry = setTimeout(open, 5_000)
    }
    opened.addEventListener('edit', (event) => listener.heard(JSON.parse(event.data).number))
    opened.addEventListener('editors', (event) => listener.colleagues(JSON.parse(event.data)))
  }
  const follow = () => (document.visibilityState === 'hidden' ? close() : open())
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', close)
  follow()
}
