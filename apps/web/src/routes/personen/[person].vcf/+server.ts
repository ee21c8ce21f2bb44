import { findPublicPerson } from '@fachtag/core/modules/programme/appearances/queries'
import { writeContactCard } from '@fachtag/formats/contact/vcard'
import { attachment } from '#lib/server/attachment.ts'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
  const person = found(await findPublicPerson(ctx.db, params.person))
  const newest = person.appearances.find((appearance) => appearance.state === 'planned') ?? person.appearances[0]
  const address = `${url.origin}/personen/${person.slug}`
  const card = writeContactCard({
    name: person.name,
    academicTitle: person.academicTitle ?? undefined,
    uid: address,
    function: newest?.function ?? undefined,
    organisation: newest?.organisationName ?? undefined,
    url: address,
  })
  return attachment(card, 'text/vcard; charset=utf-8', `${person.slug}.vcf`)
}
