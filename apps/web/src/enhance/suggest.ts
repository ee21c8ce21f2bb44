type Offer = { readonly text: string; readonly note?: string; readonly href?: string }

/** A search field as a combobox with a list (ARIA 1.2): arrows choose, Enter takes or sends, Escape closes. */
function enhance(field: HTMLElement, input: HTMLInputElement): void {
  const list = document.createElement('ul')
  const status = document.createElement('p')
  let offers: readonly Offer[] = []
  let chosen = -1
  let typed = input.value
  let asking: AbortController | undefined

  list.id = `${input.id}-vorschlaege`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.dataset.label ?? '')
  status.className = 'kern-sr-only'
  status.setAttribute('role', 'status')
  field.append(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  const close = () => {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  const choose = (index: number) => {
    chosen = index
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === index))
    const option = list.children[index]
    if (option) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
    input.value = offers[index]?.text ?? typed
  }

  const take = (offer: Offer) => {
    if (offer.href) location.assign(offer.href)
    else {
      input.value = offer.text
      input.form?.requestSubmit()
    }
  }

  const show = (found: readonly Offer[]) => {
    offers = found
    list.replaceChildren(
      ...found.map((offer, i) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${i}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.textContent = offer.text
        if (offer.note) option.append(Object.assign(document.createElement('small'), { textContent: offer.note }))
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(offer)
        })
        return option
      }),
    )
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    status.textContent =
      found.length === 0
        ? ''
        : ((found.length === 1 ? field.dataset.one : field.dataset.many)?.replace('2', String(found.length)) ?? '')
  }

  const ask = async () => {
    asking?.abort()
    typed = input.value
    if (typed.trim().length < 2) return close()
    asking = new AbortController()
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed.trim())}`, {
        signal: asking.signal,
      })
      if (answer.ok && document.activeElement === input) show((await answer.json()) as Offer[])
    } catch {
      // Offline, or typed on meanwhile: the form works without offers.
    }
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 120)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    const offer = offers[chosen]
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      input.value = typed
      close()
    } else if (event.key === 'Enter' && !list.hidden && offer) {
      event.preventDefault()
      take(offer)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const count = offers.length + 1
      choose(((chosen + 1 + step + count) % count) - 1)
    }
  })
  close()
}

for (const field of document.querySelectorAll<HTMLElement>('[data-suggest]')) {
  const input = field.querySelector('input')
  if (input) enhance(field, input)
}
