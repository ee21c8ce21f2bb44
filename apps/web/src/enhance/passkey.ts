import { enhancePasskeyForm, offersPasskeys } from './passkey/form.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (offersPasskeys(location.hostname, globalThis)) enhancePasskeyForm(form, navigator.credentials)
}
for (const note of document.querySelectorAll<HTMLElement>('[data-passkey-unsupported]')) {
  note.hidden = offersPasskeys(location.hostname, globalThis)
}
