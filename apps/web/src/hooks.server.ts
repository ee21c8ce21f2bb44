import { runtime } from '@fachtag/core/app/runtime'
import { publicActor } from '@fachtag/core/kernel/actor'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { address, localeOf } from '#lib/addresses.ts'
import { type Admission, admitMember } from '#lib/server/admission.ts'
import { explain } from '#lib/server/failures.ts'
import { publicRoutes } from '#lib/server/public-routes.ts'
import { securityHeaders } from '#lib/server/security-headers.ts'
import { findSignedIn } from '#lib/server/sign-in.ts'

function mayBeKept({ request, route, url, isDataRequest }: RequestEvent): boolean {
  const known = publicRoutes[route.id ?? '']
  if (request.method !== 'GET' || isDataRequest || known?.keep !== 'page') return false
  return [...url.searchParams.keys()].every((name) => known.query?.includes(name))
}

/** Lets the one who asks act in their own name, except on pages that are kept for everybody. */
async function recognise(event: RequestEvent): Promise<void> {
  const { locals, route } = event
  if (publicRoutes[route.id ?? '']?.keep === 'page') return
  const actor = await findSignedIn(locals.ctx, event)
  if (actor) locals.ctx = runtime().ctx(actor)
}

/** Whether the asker may have this route: everybody what is on the public list. Addresses without a route are 404. */
async function admit({ locals, route, params }: RequestEvent): Promise<Admission> {
  if (route.id === null || Object.hasOwn(publicRoutes, route.id)) return { kind: 'admitted', scope: null }
  return admitMember(locals.ctx, route.id, params)
}

const refusals = {
  'sign-in': { path: '/anmelden', status: 403 },
  'second-factor': { path: '/konto/zweiter-faktor', status: 403 },
  hidden: { path: '/nicht-gefunden', status: 404 },
  denied: { path: '/kein-zutritt', status: 403 },
} as const

/** The page that says why not, and how to get in where there is a way. Readers are sent to it if they have to do something there. */
async function turnAway(event: RequestEvent, kind: keyof typeof refusals): Promise<Response> {
  const { path, status } = refusals[kind]
  const { locals, request, url, isDataRequest } = event
  const next = `?weiter=${encodeURIComponent(url.pathname + url.search)}`
  if (kind === 'second-factor' && request.method === 'GET' && !isDataRequest)
    return new Response(null, { status: 303, headers: { location: address(path, locals.locale) + next } })
  const shown = kind === 'second-factor' ? refusals.denied.path : path
  const query = kind === 'sign-in' && request.method === 'GET' && !isDataRequest ? next : ''
  const page = await event.fetch(address(shown, locals.locale) + query, { headers: { accept: 'text/html' } })
  return new Response(page.body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
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
  await recognise(event)
  const admission = await admit(event)
  if (admission.kind !== 'admitted') return complete(await turnAway(event, admission.kind), false)
  locals.scope = admission.scope
  const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locals.locale) })
  return complete(response, locals.cacheable && response.status === 200)
}

export const handleError: HandleServerError = (caught) => explain(caught, runtime().log)
