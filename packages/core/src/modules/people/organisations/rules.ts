import { slugify } from '../../../kernel/slug.ts'

const legalForm = /(?:^|[\s,])(?:g?GmbH(?: & Co\. KG)?|mbH|AG|SE|eG|e\. ?V\.|KG|OHG|AöR|KdöR|Inc\.?|Ltd\.?|LLC)$/i

/**
 * The form in which two names of one organisation are equal: case, accents, spelling of umlauts, punctuation and a legal
 * form at the end do not count ("Lecos GmbH" and "LECOS"). A name of nothing but other scripts stays as it is.
 */
export function foldOrganisationName(name: string): string {
  const bare = name.trim().replace(legalForm, '').trim() || name.trim()
  return slugify(bare, bare.length * 3).replaceAll('-', ' ') || bare.toLowerCase()
}
