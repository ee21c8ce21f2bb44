const key = 'fachtag-farben'
const root = document.documentElement

function apply(choice: string | null): void {
  if (choice === 'light' || choice === 'dark') root.dataset.kernTheme = choice
  else delete root.dataset.kernTheme
}

// Loaded in <head> and before the first paint, so that a chosen theme never flashes in the other one.
apply(localStorage.getItem(key))

document.addEventListener('DOMContentLoaded', () => {
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-theme-choice]')) {
    select.value = root.dataset.kernTheme ?? 'auto'
    select.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
    select.addEventListener('change', () => {
      localStorage.setItem(key, select.value)
      apply(select.value)
    })
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser the audience has
      document.cookie = `sprache=${link.dataset.language}; path=/; max-age=31536000; samesite=lax`
    })
  }
})
