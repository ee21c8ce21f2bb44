import { runtime } from '@fachtag/core/app/runtime'
import { findImageType } from '@fachtag/core/modules/editions/images/queries'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const type = found(await findImageType(ctx.db, params.image))
  const bytes = found(await runtime().files.read(params.image))
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': 'inline',
    },
  })
}
