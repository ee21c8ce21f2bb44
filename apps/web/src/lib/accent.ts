import { accents } from '@fachtag/core/modules/editions/schema'

/** The accent of that name (each stands in styles/accent.css), or blue. */
export function accentOf(name: string | undefined): (typeof accents)[number] {
  return accents.find((accent) => accent === name) ?? 'blue'
}
