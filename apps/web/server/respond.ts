import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answered } from '@fachtag/core/app/metrics'
import type { OperationsAnswer } from '@fachtag/core/app/operations'
import { getRequest, setResponse } from '@sveltejs/kit/node'
import { sendMalformed, sendPage, sendRedirect, sendText } from './answers.ts'
import type { WebBuild } from './build.ts'
import { clientAddress } from './client-address.ts'
import { cacheMark, keepPage } from './kept-page.ts'
import { admitOneClick } from './one-click.ts'
import type { Made, PageCache } from './page-cache.ts'
import { judgeTarget } from './target.ts'

/** Larger bodies are refused; the largest form is a legal page, and pictures are larger still. */
const formSizeLimit = 256 * 1024
const pictureSizeLimit = 11 * 1024 * 1024
const takesPictures = /^(?:\/en)?\/organisieren\/[\w-]+\/bilder\/neu(?:\?|$)/

/** The most bytes that a request to this address may send. */
export const bodyLimit = (target: string): number => (takesPictures.test(target) ? pictureSizeLimit : formSizeLimit)

export type Front = {
  readonly build: WebBuild
  readonly cache: PageCache
  /** Answers the addresses of the machine that watches us; undefined for all others. */
  readonly operations: (path: string) => Promise<OperationsAnswer | undefined>
  readonly origin: string
  /** How many reverse proxies stand before us. */
  readonly proxies: number
}

type Asking = { readonly request: IncomingMessage; readonly response: ServerResponse }

/** Who has chosen English gets the English front page; the choice matters nowhere else. */
function wantsEnglishFrontPage(request: IncomingMessage): boolean {
  return request.url === '/' && /(?:^|;\s*)sprache=en(?:;|$)/.test(request.headers.cookie ?? '')
}

async function make({ build, origin, proxies }: Front, { request, response }: Asking): Promise<Made<Response>> {
  const bodySizeLimit = bodyLimit(request.url ?? '')
  const asked = admitOneClick(getRequest({ base: origin, request, response, bodySizeLimit }))
  const answer = await build.respond(asked, clientAddress(request, proxies))
  if (answer.headers.has(cacheMark)) return { kind: 'page', page: await keepPage(answer) }
  return { kind: 'other', answer }
}

async function answerWithPage(front: Front, asking: Asking): Promise<Answered> {
  const { request, response } = asking
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const made = isReading
    ? await front.cache.make(request.url ?? '/', () => make(front, asking))
    : await make(front, asking)
  if (response.destroyed) return 'page'
  if (made.kind === 'page') sendPage(request, response, made.page)
  else await setResponse(response, made.answer)
  return 'page'
}

/** Refuses bodies larger than any form of ours, before a byte of them is read; without a length nobody knows how large they get. */
function refuseBody({ request, response }: Asking): boolean {
  const length = Number(request.headers['content-length'] ?? 0)
  if (request.headers['transfer-encoding']) sendText(response, 411, 'Content-Length fehlt. Content-Length is missing.')
  else if (length > bodyLimit(request.url ?? ''))
    sendText(response, 413, 'Das ist zu viel Text. This is too much text.')
  return response.writableEnded
}

async function answerPath(front: Front, asking: Asking, pathname: string): Promise<Answered> {
  const { request, response } = asking
  if (refuseBody(asking)) return 'refused'
  if (front.build.hasFile(pathname)) {
    front.build.handler(request, response)
    return 'file'
  }
  const operations = await front.operations(pathname)
  if (!operations) return answerWithPage(front, asking)
  sendText(response, operations.status, operations.body, operations.type)
  return 'page'
}

/**
 * Answers from memory, if the page is kept; says whether it was. Apart from the rest and without a promise, because
 * nearly every request ends here.
 */
export function answerFromMemory({ cache }: Front, { request, response }: Asking): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const kept = cache.find(request.url ?? '/')
  if (!kept || wantsEnglishFrontPage(request)) return false
  sendPage(request, response, kept)
  return true
}

/** Answers what is not kept: from the built files, or by making the page. Says which it was. */
export async function answerRequest(front: Front, asking: Asking): Promise<Answered> {
  const { request, response } = asking
  if (wantsEnglishFrontPage(request)) {
    sendRedirect(response, 302, '/en')
    return 'page'
  }
  const target = judgeTarget(request.url ?? '/')
  switch (target.kind) {
    case 'path':
      return answerPath(front, asking, target.pathname)
    case 'moved':
      sendRedirect(response, 308, target.location)
      return 'page'
    case 'malformed':
      sendMalformed(response)
      return 'refused'
    case 'too-long':
      sendText(response, 414, 'Die Adresse ist zu lang. The address is too long.')
      return 'refused'
  }
}
