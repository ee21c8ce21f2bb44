/** Under which name the archive of a series calls people by its slugs; see `person_references`. */
export function personSource(seriesSlug: string): string {
  return `archive:${seriesSlug}`
}
