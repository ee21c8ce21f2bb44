import { type Locale, type LocalizedText, localize } from '@fachtag/core/kernel/localized-text'

/** The language of the terminal: what the locale variables ask for; German where they ask for nothing (`C`, `POSIX`). */
export function terminalLocale(env: NodeJS.ProcessEnv): Locale {
  const wish = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return wish === '' || /^(C|POSIX)\b/.test(wish) || /^de/i.test(wish) ? 'de' : 'en'
}

/** `text` in the language of this terminal. */
export function say(text: LocalizedText): string {
  return localize(text, terminalLocale(process.env))
}
