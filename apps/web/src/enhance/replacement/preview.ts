const pauseMilliseconds = 400

/**
 * Presses the button of the preview for whoever fills in a form, when they pause. A name that is typed means "somebody else"
 * where a list is offered as well.
 */
export function previewWhileTyping(form: HTMLFormElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', (event) => {
    const typed = event.target as HTMLInputElement
    const other = form.querySelector<HTMLInputElement>('[id="reserve.none"]')
    if (typed.name === 'person.text' && typed.value !== '' && other) other.checked = true
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      form.querySelector<HTMLButtonElement>('button[data-swap="vorschau"]')?.click()
    }, pauseMilliseconds)
  })
}
