import { findContact } from '@fachtag/core/modules/editions/contacts/queries'
import { writeContactCard } from '@fachtag/formats/contact/vcard'
import { attachment } from '#lib/server/attachment.ts'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
  const contact = found(await findContact(ctx.db, params.series, params.contact))
  const card = writeContactCard({
    name: contact.name,
    familyName: contact.familyName ?? undefined,
    givenName: contact.givenName ?? undefined,
    academicTitle: contact.academicTitle ?? undefined,
    uid: `urn:fachtag:${contact.id}`,
    organisation: contact.organisationName ?? undefined,
    function: contact.function ?? undefined,
    emails: contact.email ? [contact.email] : [],
    phones: contact.phone ? [contact.phone] : [],
    url: `${url.origin}/${params.series}`,
  })
  return attachment(card, 'text/vcard; charset=utf-8', `${contact.personSlug}.vcf`)
}
