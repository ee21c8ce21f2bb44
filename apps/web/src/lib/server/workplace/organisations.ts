import { addOrganisation, changeOrganisation } from '@fachtag/core/modules/people/organisations/profile/commands'
import { findOrganisationProfile } from '@fachtag/core/modules/people/organisations/profile/queries'
import {
  type OrganisationProfileInput,
  organisationProfileInput,
} from '@fachtag/core/modules/people/organisations/profile/schema'
import type {
  AddOrganisationOutcome,
  ChangeOrganisationOutcome,
} from '@fachtag/core/modules/people/organisations/profile/types'
import { landKeys } from '@fachtag/core/modules/people/register/rules'
import { organisationKinds } from '@fachtag/core/modules/people/types'
import { findOrganisationScope } from '@fachtag/core/modules/programme/involvement/queries'
import type { Field } from '#lib/form/types.ts'
import { nameOfLand } from '#lib/lands.ts'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectForm, Saved } from '../forms/object-form.ts'
import { found } from '../found.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const pathOf = (id: string) => `/organisieren/organisationen/${id}`

function fieldsOf({ locals: { locale } }: ObjectEvent): Field[] {
  const all = messages(locale)
  const t = all.contentForms.organisations
  const kinds = organisationKinds.map((value) => ({ value, label: all.people.organisation.kind[value] }))
  const lands = landKeys.map((value) => ({ value, label: nameOfLand(value, locale) }))
  return [
    { kind: 'text', name: 'name', label: t.name, max: 200, width: 'half' },
    { kind: 'text', name: 'shortName', label: t.shortName, max: 60, optional: true, width: 'short' },
    { kind: 'select', name: 'kind', label: t.kind, options: kinds, width: 'half' },
    { kind: 'select', name: 'land', label: t.land, options: lands, optional: true, width: 'short' },
    { kind: 'text', name: 'ars', label: t.ars, hint: t.arsHint, max: 12, optional: true, width: 'half' },
    { kind: 'text', name: 'country', label: t.country, hint: t.countryHint, max: 2, initial: 'DE', width: 'short' },
    { kind: 'text', type: 'url', name: 'website', label: all.contentForms.website, max: 2000, optional: true },
    { kind: 'localized', name: 'description', label: t.description, as: 'markdown', rows: 5, optional: true },
    { kind: 'lines', name: 'aliases', label: t.aliases, hint: t.aliasesHint, rows: 4, optional: true },
  ]
}

function toSaved(outcome: AddOrganisationOutcome | ChangeOrganisationOutcome, id: string): Saved {
  switch (outcome.kind) {
    case 'added':
      return { kind: 'saved', path: pathOf(outcome.id) }
    case 'saved':
      return { kind: 'saved', path: pathOf(id) }
    case 'known':
      return { kind: 'refused', problems: { name: 'taken' } }
    case 'unknown_region':
      return { kind: 'refused', problems: { ars: 'region' } }
    case 'conflict':
      return { kind: 'conflict' }
  }
}

/** The page of an organisation: `/organisieren/organisationen/[id]`. */
export const organisationObject: ObjectForm<OrganisationProfileInput> = {
  schema: organisationProfileInput,
  texts: (t) => ({ create: t.contentForms.organisations.create }),
  fields: fieldsOf,
  async find(event) {
    const organisation = await findOrganisationProfile(event.locals.ctx.db, idOf(event))
    if (!organisation) return null
    const t = messages(event.locals.locale).contentForms
    const { registerName, revision, name, id } = organisation
    const badge = registerName ? ({ kind: 'info', text: t.organisations.inRegister(registerName) } as const) : undefined
    return {
      input: organisation,
      title: name,
      revision,
      badge,
      links: [{ path: `${pathOf(id)}/zusammenfuehren`, name: t.merge.link }],
    }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    if (revision === undefined) return toSaved(await addOrganisation(ctx, input), '')
    const scope = found(await findOrganisationScope(ctx.db, idOf(event)))
    return toSaved(await changeOrganisation(ctx, scope, input, revision), scope.id)
  },
}
