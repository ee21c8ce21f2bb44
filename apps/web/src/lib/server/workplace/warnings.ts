import { acceptWarning, withdrawAcceptance } from '@fachtag/core/modules/programme/warnings/acceptance/commands'
import { fingerprintOf } from '@fachtag/core/modules/programme/warnings/acceptance/rules'
import { acceptanceInput } from '@fachtag/core/modules/programme/warnings/acceptance/schema'
import type { Acceptance } from '@fachtag/core/modules/programme/warnings/acceptance/types'
import { readWarningReport } from '@fachtag/core/modules/programme/warnings/report/queries'
import { selectWarnings } from '@fachtag/core/modules/programme/warnings/report/rules'
import type { WarningReport } from '@fachtag/core/modules/programme/warnings/report/types'
import type { Warning } from '@fachtag/core/modules/programme/warnings/types'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { formatInstant } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'
import { pageOf } from '#lib/paging.ts'
import { editionOf } from '#lib/server/admission.ts'
import { readForm } from '#lib/server/form.ts'
import { readWarningFilter, severities, warningKinds } from '#lib/warnings/filter.ts'
import { warningNames } from '#lib/warnings/names.ts'
import { wordWarning } from '#lib/warnings/words.ts'
import { done } from '../done.ts'

type Asking = Pick<RequestEvent, 'locals' | 'params' | 'request' | 'url'>

const size = 50

/** Puts warnings into the words of who asks, and acceptances with who gave them and when. */
function makeWording({ programme, circumstances, topics, accounts }: WarningReport, { locale }: App.Locals) {
  const t = messages(locale).warnings
  const names = warningNames(programme, circumstances, topics, locale)
  return {
    warning: (warning: Warning) => ({
      key: warning.key,
      fingerprint: fingerprintOf(warning),
      severity: warning.severity,
      ...wordWarning(warning, names, { locale, t }),
    }),
    acceptance: (given: Acceptance) => ({
      reason: given.reason,
      by: (given.accountId && accounts.get(given.accountId)) ?? t.page.somebody,
      at: formatInstant(given.acceptedAt, locale),
    }),
  }
}

/** Value → how many of `list` have it, for those that any has. */
function countBy<T, V extends string>(list: readonly T[], values: readonly V[], of: (one: T) => V) {
  return values
    .map((value) => ({ value, count: list.filter((one) => of(one) === value).length }))
    .filter(({ count }) => count > 0)
}

async function load(event: Asking) {
  const { locals, params, url } = event
  const report = await readWarningReport(locals.ctx, editionOf(locals))
  const { sessions, tracks } = report.programme
  const filter = readWarningFilter(url.searchParams, tracks)
  const wording = makeWording(report, locals)
  const open = selectWarnings(report.open, sessions, filter)
  const { page, offset } = pageOf(url.searchParams.get('seite'), size)
  return {
    filter,
    open: open.slice(offset, offset + size).map(({ warning, former }) => ({
      ...wording.warning(warning),
      former: former && wording.acceptance(former),
    })),
    accepted: selectWarnings(report.accepted, sessions, filter).map(({ warning, acceptance }) => ({
      ...wording.warning(warning),
      acceptance: wording.acceptance(acceptance),
    })),
    total: open.length,
    severities: countBy(report.open, severities, ({ warning }) => warning.severity),
    kinds: countBy(report.open, warningKinds, ({ warning }) => warning.kind),
    tracks,
    page,
    pages: Math.ceil(open.length / size),
    base: `/organisieren/${params.series}/${params.edition}`,
    done: done(event),
  }
}

/** Back to the list, narrowed down as it was, saying what was done. */
function leadBack({ url }: Asking, what: string): never {
  const kept = ['schwere', 'art', 'reihe'].flatMap((name) => {
    const value = url.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  redirect(303, `${url.pathname}?${new URLSearchParams([...kept, ['geschehen', what]])}`)
}

async function accept(event: Asking) {
  const { key = '', fingerprint, reason } = await readForm(event.request)
  const typed = { key, reason: reason ?? '' }
  const input = acceptanceInput.safeParse({ key, fingerprint, reason })
  if (!input.success) {
    const isTooLong = input.error.issues.some(({ code, path }) => code === 'too_big' && path[0] === 'reason')
    return fail(422, { ...typed, problem: isTooLong ? ('too_long' as const) : ('required' as const) })
  }
  const outcome = await acceptWarning(event.locals.ctx, editionOf(event.locals), input.data)
  if (outcome.kind === 'changed') return fail(409, { ...typed, problem: null })
  return leadBack(event, 'accepted')
}

async function withdraw(event: Asking): Promise<never> {
  const { key = '' } = await readForm(event.request)
  await withdrawAcceptance(event.locals.ctx, editionOf(event.locals), key)
  return leadBack(event, 'withdrawn')
}

/** The page of all warnings about a draft: what is open, what was accepted, and both the other way round. */
export const warningPage = { load, actions: { accept, withdraw } }
