import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequest, setResponse } from '@sveltejs/kit/node'
import { sendMalformed, sendPage, sendText } from './answers.ts'
import type { WebBuild } from './build.ts'
import { clientAddress } from './client-address.ts'
import { cacheMark, keepPage } from './kept-page.ts'
import type { Made, PageCache } from './page-cache.ts'
import { judgeTarget } from './target.ts'

/** Larger bodies are refused; the largest form is a legal page. */
const bodySizeLimit = 256 * 1024

export type Front = { readonly build: WebBuild; readonly cache: PageCache; readonly origin: string }

type Asking = { readonly request: IncomingMessage; readonly response: ServerResponse }

/** Who has chosen English gets the English front page; the choice matters nowhere else. */
function wantsEnglishFrontPage(request: IncomingMessage): boolean {
  return request.url === '/' && /(?:^|;\s*)sprache=en(?:;|$)/.test(request.headers.cookie ?? '')
}

async function make({ build, origin }: Front, { request, response }: Asking): Promise<Made<Response>> {
  const asked = getRequest({ base: origin, request, response, bodySizeLimit })
  const answer = await build.respond(asked, clientAddress(request))
  if (answer.headers.has(cacheMark)) return { kind: 'page', page: await keepPage(answer) }
  return { kind: 'other', answer }
}

async function answerWithPage(front: Front, asking: Asking): Promise<void> {
  const { request, response } = asking
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const made = isReading
    ? await front.cache.make(request.url ?? '/', () => make(front, asking))
    : await make(front, asking)
  if (response.destroyed) return
  if (made.kind === 'page') sendPage(request, response, made.page)
  else await setResponse(response, made.answer)
}

/** Answers one request: from memory where it can, from the built files, or by making the page. */
export async function answerRequest(front: Front, asking: Asking): Promise<void> {
  const { request, response } = asking
  const { method, url = '/' } = request
  if (wantsEnglishFrontPage(request)) {
    response.writeHead(302, { location: '/en', vary: 'cookie', 'cache-control': 'no-cache' }).end()
    return
  }
  const kept = method === 'GET' || method === 'HEAD' ? front.cache.find(url) : undefined
  if (kept) return sendPage(request, response, kept)

  const target = judgeTarget(url)
  switch (target.kind) {
    case 'too-long':
      return sendText(response, 414, 'Die Adresse ist zu lang. The address is too long.')
    case 'malformed':
      return sendMalformed(response)
    case 'moved':
      response.writeHead(308, { location: target.location, 'cache-control': 'no-cache' }).end()
      return
    case 'path':
      if (front.build.hasFile(target.pathname)) return void front.build.handler(request, response)
      return answerWithPage(front, asking)
  }
}
