/** What the server would show after `button` was pressed: the element with this id of the page that it answers. */
async function askFor(form: HTMLFormElement, button: HTMLButtonElement, id: string): Promise<HTMLElement | null> {
  // Without being asked for a page, the server answers a form that a script sends with data.
  const headers = { accept: 'text/html' }
  const answer = await fetch(form.action, { method: 'POST', headers, body: new FormData(form, button) })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return answer.ok ? page.getElementById(id) : null
}

/**
 * Presses of buttons that only rearrange the form (`data-swap`: the id of the element that changes) replace that element
 * instead of loading the page anew. Without an answer the form is sent as it is, if
 * it was a person who pressed. `enhance` is given what is new.
 */
export function swapOnPress(form: HTMLFormElement, enhance: (part: Element) => void): void {
  form.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-swap]')
    const id = button?.dataset.swap
    const old = id ? document.getElementById(id) : null
    if (!button || !id || !old) return
    event.preventDefault()
    const fresh = await askFor(form, button, id).catch(() => null)
    if (!fresh) {
      // A script that presses while somebody types must not lead them away.
      if (event.isTrusted !== false) form.requestSubmit(button)
      return
    }
    old.replaceWith(fresh)
    enhance(fresh)
    fresh.querySelector<HTMLElement>('[autofocus]')?.focus()
  })
}
