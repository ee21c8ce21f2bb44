import { slugify } from '../../../kernel/slug.ts'

const legalForm = /(?:^|[\s,])(?:g?GmbH(?: & Co\. KG)?|mbH|AG|SE|eG|e\. ?V\.|KG|OHG|AöR|KdöR|Inc\.?|Ltd\.?|LLC)$/i

/**
 * The form in which two names of one organisation are equal: case, accents, spelling of umlauts, punctuation and a legal
 * form at the end do not count ("Lecos GmbH" and "LECOS"). Other scripts stay as they are.
 */
export function foldOrganisationName(name: string): string {
  const bare = name.trim().replace(legalForm, '').trim() || name.trim()
  const folded = bare
    .normalize('NFC')
    .replace(/[\p{Script=Latin}\p{M}]+/gu, (run) => slugify(run, run.length * 3))
    .toLowerCase()
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || bare.toLowerCase()
}
