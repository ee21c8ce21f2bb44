/** What can be compared: a release by its number, what was before the first one (0), or the draft. */
export type Stand = number | 'draft'
