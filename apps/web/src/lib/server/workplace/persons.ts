import { listManagedSeries } from '@fachtag/core/modules/editions/series/queries'
import { parsePersonName } from '@fachtag/core/modules/people/persons/names/rules'
import { addPerson, changePerson } from '@fachtag/core/modules/people/persons/profile/commands'
import { findPersonProfile } from '@fachtag/core/modules/people/persons/profile/queries'
import { type PersonForm, personForm } from '@fachtag/core/modules/people/persons/profile/schema'
import type { PersonProfile } from '@fachtag/core/modules/people/persons/profile/types'
import { findPersonScope } from '@fachtag/core/modules/programme/involvement/queries'
import type { Field } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectForm, ObjectLink, Saved, Stored } from '../forms/object-form.ts'
import { found } from '../found.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const pathOf = (id: string) => `/organisieren/personen/${id}`

/** The series that somebody new can be said to have to do with. */
async function fieldsOfNew({ locals: { ctx, locale } }: ObjectEvent): Promise<Field[]> {
  const t = messages(locale).contentForms.persons
  const series = (await listManagedSeries(ctx)).filter(({ id }) => ctx.may('person.add', { seriesId: id }))
  const options = series.map(({ id, name }) => ({ value: id, label: name }))
  const [only] = options
  return [
    { kind: 'select', name: 'seriesId', label: t.series, options, ...(only ? { initial: only.value } : {}) },
    { kind: 'check', name: 'isAnother', label: t.isAnother, hint: t.isAnotherHint, optional: true },
  ]
}

async function saveNew(
  { locals: { ctx } }: ObjectEvent,
  { seriesId, isAnother, ...input }: PersonForm,
): Promise<Saved> {
  if (!seriesId) return { kind: 'refused', problems: { seriesId: 'required' } }
  const added = await addPerson(ctx, { seriesId }, input, isAnother)
  return added.kind === 'added'
    ? { kind: 'saved', path: pathOf(added.id) }
    : { kind: 'refused', problems: { name: 'namesake' } }
}

/** The family name is only asked for where it is not what the name itself tells. */
function toInput(person: PersonProfile) {
  const { familyName } = parsePersonName(person.name)
  return { ...person, familyName: familyName === person.familyName ? undefined : person.familyName }
}

async function linksOf({ locals: { ctx, locale } }: ObjectEvent, id: string): Promise<ObjectLink[]> {
  const t = messages(locale).contentForms
  const scope = await findPersonScope(ctx.db, id)
  const mayReach = scope !== null && ctx.may('person.contact', scope)
  return [
    ...(mayReach ? [{ path: `${pathOf(id)}/erreichbar`, name: t.persons.contact }] : []),
    { path: `${pathOf(id)}/zusammenfuehren`, name: t.merge.link },
  ]
}

/** The page of a person: `/organisieren/personen/[id]`. */
export const personObject: ObjectForm<PersonForm> = {
  schema: personForm,
  texts: (t) => ({ create: t.contentForms.persons.create }),
  async fields(event, stored) {
    const t = messages(event.locals.locale).contentForms
    return [
      { kind: 'text', name: 'academicTitle', label: t.persons.academicTitle, max: 100, optional: true, width: 'short' },
      { kind: 'text', name: 'name', label: t.persons.name, hint: t.persons.nameHint, max: 200, width: 'half' },
      {
        kind: 'text',
        name: 'familyName',
        label: t.persons.familyName,
        hint: t.persons.familyNameHint,
        max: 200,
        optional: true,
        width: 'half',
      },
      {
        kind: 'lines',
        name: 'spellings',
        label: t.persons.spellings,
        hint: t.persons.spellingsHint,
        rows: 3,
        optional: true,
      },
      { kind: 'localized', name: 'biography', label: t.persons.biography, as: 'markdown', rows: 6, optional: true },
      { kind: 'text', type: 'url', name: 'website', label: t.website, max: 2000, optional: true },
      ...(stored ? [] : await fieldsOfNew(event)),
    ]
  },
  async find(event): Promise<Stored | null> {
    const person = await findPersonProfile(event.locals.ctx.db, idOf(event))
    if (!person) return null
    const { name, revision } = person
    return { input: toInput(person), title: name, revision, links: await linksOf(event, person.id) }
  },
  async save(event, form, revision) {
    if (revision === undefined) return saveNew(event, form)
    const { seriesId: _series, isAnother: _other, ...input } = form
    const { ctx } = event.locals
    const scope = found(await findPersonScope(ctx.db, idOf(event)))
    const saved = await changePerson(ctx, scope, input, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path: pathOf(scope.id) } : { kind: 'conflict' }
  },
}
