import { runtime } from '@fachtag/core/app/runtime'
import { publicActor } from '@fachtag/core/kernel/actor'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { address, localeOf } from '#lib/addresses.ts'
import { explain } from '#lib/server/failures.ts'
import { publicRoutes } from '#lib/server/public-routes.ts'
import { securityHeaders } from '#lib/server/security-headers.ts'
import { findOrganiser } from '#lib/server/sign-in.ts'

function mayBeKept({ request, route, url, isDataRequest }: RequestEvent): boolean {
  const known = publicRoutes[route.id ?? '']
  if (request.method !== 'GET' || isDataRequest || known?.keep !== 'page') return false
  return [...url.searchParams.keys()].every((name) => known.query?.includes(name))
}

/** Whether the asker may have this route: everybody what is on the public list, organisers the rest. Addresses without a route are 404. */
async function admit(event: RequestEvent): Promise<boolean> {
  const { locals, route, cookies } = event
  if (route.id === null || Object.hasOwn(publicRoutes, route.id)) return true
  const organiser = await findOrganiser(locals.ctx, cookies)
  if (organiser) locals.ctx = runtime().ctx(organiser)
  return organiser !== null
}

/** The page that says how to get in, with the status that says that one is not. */
async function turnAway(event: RequestEvent): Promise<Response> {
  const page = await event.fetch(address('/einrichten', event.locals.locale), { headers: { accept: 'text/html' } })
  return new Response(page.body, { status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function complete(response: Response, isKept: boolean): Response {
  const { headers } = response
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8')
  if (isKept) headers.set('x-fachtag-cache', 'public')
  if (!headers.has('cache-control')) headers.set('cache-control', isKept ? 'no-cache' : 'no-store')
  return response
}

export const handle: Handle = async ({ event, resolve }) => {
  const { locals } = event
  locals.locale = localeOf(event.url.pathname)
  locals.ctx = runtime().ctx(publicActor)
  locals.cacheable = mayBeKept(event)
  if (!(await admit(event))) return complete(await turnAway(event), false)
  const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locals.locale) })
  return complete(response, locals.cacheable && response.status === 200)
}

export const handleError: HandleServerError = (caught) => explain(caught, runtime().log)
