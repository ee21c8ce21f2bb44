import { listEditionNames } from '@fachtag/core/modules/editions/profile/queries'
import { listManagedSources } from '@fachtag/core/modules/editions/sources/queries'
import type { Option } from '#lib/form/types.ts'
import { landTiles, nameOfLand } from '#lib/lands.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent } from '../forms/object-form.ts'

/** The entries of a table of words as choices, in its order. */
export const choicesOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The sources of the series in the address. */
export async function sourceChoices({ locals }: ObjectEvent): Promise<Option[]> {
  const sources = await listManagedSources(locals.ctx.db, seriesOf(locals))
  return sources.map(({ id, title }) => ({ value: id, label: title }))
}

/** The editions of the series in the address, public or not. */
export async function editionChoices({ locals }: ObjectEvent): Promise<Option[]> {
  const editions = await listEditionNames(locals.ctx.db, seriesOf(locals))
  return editions.map(({ id, name }) => ({ value: id, label: name }))
}

/** The Länder by name. */
export function landChoices({ locals: { locale } }: ObjectEvent): Option[] {
  return landTiles
    .map(({ land }) => ({ value: land, label: nameOfLand(land, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}
