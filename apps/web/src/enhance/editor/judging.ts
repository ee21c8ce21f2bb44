import { fingerprintOf } from '@fachtag/core/modules/programme/warnings/acceptance/rules'
import type { Acceptance } from '@fachtag/core/modules/programme/warnings/acceptance/types'
import type { Warning } from '@fachtag/core/modules/programme/warnings/types'
import type { Store } from './store.svelte.ts'
import { sendJudgement } from './sync/transport.ts'

type Answer = { readonly kind: string; readonly acceptances: readonly Acceptance[] }

async function judge(store: Store, body: unknown): Promise<boolean> {
  try {
    const answer = await sendJudgement<Answer>(store.page.base, body)
    store.acceptances = answer.acceptances
    if (answer.kind === 'changed') store.notice = { text: store.texts.editor.warnings.changed, isBad: true }
    return answer.kind !== 'changed'
  } catch {
    store.notice = { text: store.texts.editor.warnings.failed, isBad: true }
    return false
  }
}

/** Lets a warning stand for as long as it says what it says now. Says whether it was taken. */
export function accept(store: Store, warning: Warning, reason: string): Promise<boolean> {
  return judge(store, { accept: { key: warning.key, fingerprint: fingerprintOf(warning), reason } })
}

/** Shows a warning again. */
export function withdraw(store: Store, warning: Warning): Promise<boolean> {
  return judge(store, { withdraw: warning.key })
}
