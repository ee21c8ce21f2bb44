import { runtime } from '@fachtag/core/app/runtime'
import { publicActor } from '@fachtag/core/kernel/actor'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { localeOf } from '#lib/addresses.ts'
import { explain } from '#lib/server/failures.ts'
import { publicRoutes } from '#lib/server/public-routes.ts'
import { securityHeaders } from '#lib/server/security-headers.ts'

function mayBeKept(event: Parameters<Handle>[0]['event']): boolean {
  const route = publicRoutes[event.route.id ?? '']
  if (event.request.method !== 'GET' || route?.keep !== 'page') return false
  return [...event.url.searchParams.keys()].every((name) => route.query?.includes(name))
}

export const handle: Handle = async ({ event, resolve }) => {
  const { locals } = event
  locals.locale = localeOf(event.url.pathname)
  locals.ctx = runtime().ctx(publicActor)
  locals.cacheable = mayBeKept(event)

  const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locals.locale) })
  const keep = locals.cacheable && response.status === 200
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  if (keep) response.headers.set('x-fachtag-cache', 'public')
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8')
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', keep ? 'no-cache' : 'no-store')
  return response
}

export const handleError: HandleServerError = (caught) => explain(caught, runtime().log)
