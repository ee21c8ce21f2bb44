import { accents } from '@fachtag/core/modules/editions/schema'

type Accent = (typeof accents)[number]

/** The accent of that name (each stands in styles/accent.css), or blue. */
export function accentOf(name: string | undefined): Accent {
  return accents.find((accent) => accent === name) ?? 'blue'
}

/** The contrast (WCAG) of text in an accent on the page, light and dark, to two places. */
export const accentContrast: Readonly<Record<Accent, { readonly light: number; readonly dark: number }>> = {
  blue: { light: 7.01, dark: 9.53 },
  cyan: { light: 7.05, dark: 9.51 },
  turquoise: { light: 7.08, dark: 9.5 },
  green: { light: 7, dark: 9.48 },
  orange: { light: 7.03, dark: 9.54 },
  red: { light: 7.02, dark: 9.53 },
  violet: { light: 7.05, dark: 9.54 },
}
