/** Whether a browser can use passkeys for a site at `hostname`: WebAuthn wants a name, not an IP address. */
export function offersPasskeys(hostname: string, browser: { readonly PublicKeyCredential?: unknown }): boolean {
  const known = browser.PublicKeyCredential as { parseRequestOptionsFromJSON?: unknown } | undefined
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.includes(':')
  return typeof known?.parseRequestOptionsFromJSON === 'function' && !isAddress
}

async function fetchOptions(form: HTMLFormElement): Promise<unknown> {
  const answer = await fetch(form.dataset.options ?? '', { method: 'POST', body: new URLSearchParams() })
  if (!answer.ok) throw new Error(`no options: ${answer.status}`)
  return answer.json()
}

async function askOwner(form: HTMLFormElement, credentials: CredentialsContainer): Promise<string> {
  const options = await fetchOptions(form)
  const credential =
    form.dataset.passkey === 'create'
      ? await credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        })
  return JSON.stringify(credential)
}

/**
 * Shows a form that asks for a passkey (`data-passkey`: `get` or `create`), fetches what the browser needs from
 * `data-options` when it is sent, and sends the browser's answer in its field `response`. What goes wrong, or is called off,
 * shows `[data-passkey-failed]`.
 */
export function enhancePasskeyForm(form: HTMLFormElement, credentials: CredentialsContainer): void {
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const failed = form.querySelector<HTMLElement>('[data-passkey-failed]')
    const response = form.querySelector<HTMLInputElement>('[name="response"]')
    if (failed) failed.hidden = true
    try {
      const answer = await askOwner(form, credentials)
      if (response) response.value = answer
      form.submit()
    } catch {
      if (failed) failed.hidden = false
    }
  })
}
