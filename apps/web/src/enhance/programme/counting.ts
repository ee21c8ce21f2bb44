import type { Selection } from './selection.ts'

type Answer = { readonly answer: 'yes'; readonly token: string } | { readonly answer: 'no' }

/** One answer for the whole site: whoever has answered is not asked again at the next edition. */
const answerKey = 'fachtag-merkliste-zaehlen'
/** So long after a change nothing else must have changed before it is sent: who marks ten sessions is counted once. */
const quietMilliseconds = 1_500

function readAnswer(): Answer | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(answerKey) ?? 'null')
    const { answer, token } = (stored ?? {}) as Partial<{ answer: unknown; token: unknown }>
    if (answer === 'no') return { answer }
    return answer === 'yes' && typeof token === 'string' ? { answer, token } : null
  } catch {
    return null
  }
}

/** 32 bytes of chance as base64url: nothing of the browser or of who uses it is in it. */
function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Where what was counted for an edition is remembered, by the address it was sent to. */
const sentPrefix = 'fachtag-merkliste-gezaehlt:'

/** What does not arrive is sent with the next change, or from the next page. */
async function send(address: string, token: string, slugs: readonly string[]): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, slugs }),
    keepalive: true,
  }).catch(() => null)
  if (!answer?.ok) return
  if (slugs.length > 0) localStorage.setItem(sentPrefix + address, slugs.join())
  else localStorage.removeItem(sentPrefix + address)
}

/** Has everything forgotten that was counted under `token`, at whatever edition. */
function forget(token: string): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
  for (const key of keys.filter((one) => one.startsWith(sentPrefix))) void send(key.slice(sentPrefix.length), token, [])
}

function show(section: HTMLElement, state: 'open' | 'yes' | 'no'): void {
  for (const part of section.querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = !(part.dataset.when ?? '').split(' ').includes(state)
}

/**
 * Asks once, when something is marked, whether the selection may be counted without a name, and sends it only after a yes.
 * The answer can be changed on the page of the selection (`isSettings`) at any time; after a no nothing is kept.
 */
export function addCounting(section: HTMLElement, selection: Selection, isSettings: boolean): void {
  // One address in both languages: it is one list.
  const address = (section.dataset.counting ?? '').replace(/^\/en\//, '/')
  let timer: ReturnType<typeof setTimeout> | undefined
  const update = () => {
    clearTimeout(timer)
    const given = readAnswer()
    show(section, given?.answer ?? 'open')
    if (given) delete section.dataset.asks
    else section.dataset.asks = ''
    section.hidden = given ? !isSettings : selection.slugs.length === 0
    const isNew = (localStorage.getItem(sentPrefix + address) ?? '') !== selection.slugs.join()
    if (given?.answer === 'yes' && isNew)
      timer = setTimeout(() => void send(address, given.token, selection.slugs), quietMilliseconds)
  }
  for (const button of section.querySelectorAll<HTMLElement>('[data-answer]'))
    button.addEventListener('click', () => {
      const former = readAnswer()
      const isYes = button.dataset.answer === 'yes'
      const given: Answer = isYes ? { answer: 'yes', token: makeToken() } : { answer: 'no' }
      localStorage.setItem(answerKey, JSON.stringify(given))
      if (former?.answer === 'yes') forget(former.token)
      update()
    })
  selection.follow(update)
}
