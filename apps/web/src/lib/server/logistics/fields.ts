import { toDayWindows } from '@fachtag/core/modules/programme/logistics/rules'
import type { Logistics } from '@fachtag/core/modules/programme/logistics/types'
import type { Field, Option } from '#lib/form/types.ts'
import { type Messages, messages } from '#lib/messages/messages.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { choicesOf } from '../workplace/choices.ts'

type Words = Messages['logistics']

/** The words of a form: those of organisers about somebody, or those of whom it is about. */
const asOwn = (t: Words): Words => ({
  ...t,
  presences: t.own.presences,
  form: { ...t.form, presence: t.own.presence, travel: t.own.travel, needs: t.own.needs },
})

function presenceFields({ presences, form: t }: Words): Field[] {
  return [
    {
      kind: 'select',
      name: 'presence',
      label: t.presence,
      options: choicesOf(presences),
      initial: 'unknown',
      width: 'half',
    },
    {
      kind: 'rows',
      name: 'windows',
      label: t.windows,
      hint: t.windowsHint,
      add: t.addWindow,
      fields: [
        { kind: 'date', name: 'day', label: t.day, width: 'short' },
        { kind: 'time', name: 'from', label: t.from, optional: true, width: 'short' },
        { kind: 'time', name: 'until', label: t.until, optional: true, width: 'short' },
      ],
    },
  ]
}

function arrivalField({ travels, form: t }: Words): Field {
  return {
    kind: 'group',
    name: 'arrival',
    label: t.arrival,
    fields: [
      { kind: 'date', name: 'on', label: t.arrivesOn, optional: true, width: 'short' },
      { kind: 'time', name: 'at', label: t.arrivesAt, optional: true, width: 'short' },
      { kind: 'select', name: 'travel', label: t.travel, options: choicesOf(travels), optional: true, width: 'short' },
      { kind: 'text', name: 'pickUp', label: t.pickUp, hint: t.pickUpHint, max: 300, optional: true },
      { kind: 'text', name: 'stay', label: t.stay, hint: t.stayHint, max: 300, optional: true },
    ],
  }
}

function needsFields({ needs, form: t }: Words): Field[] {
  return [
    { kind: 'checks', name: 'needs', label: t.needs, options: choicesOf(needs), optional: true },
    {
      kind: 'long',
      name: 'needsNote',
      label: t.needsNote,
      hint: t.needsNoteHint,
      max: 1000,
      rows: 3,
      optional: true,
    },
  ]
}

/** How somebody takes part: whoever comes is asked for their arrival, whoever does not for when the line can be tried out. */
export type Part = { readonly isRemote: boolean; readonly isOnSite: boolean }

/** What somebody says about themselves, `inOwnWords` or as organisers note it. */
export function ownFields({ locals }: ObjectEvent, { isRemote, isOnSite }: Part, inOwnWords = false): Field[] {
  const words = messages(locals.locale).logistics
  const t = inOwnWords ? asOwn(words) : words
  const { checkWish, checkWishHint } = t.form
  return [
    ...presenceFields(t),
    ...(isOnSite ? [arrivalField(t)] : []),
    ...needsFields(t),
    ...(isRemote
      ? [{ kind: 'text', name: 'checkWish', label: checkWish, hint: checkWishHint, max: 300, optional: true } as const]
      : []),
  ]
}

/** What organisers note of the line to somebody who takes part by video. */
export function checkField({ locals }: ObjectEvent, standIns: readonly Option[]): Field {
  const { results, fallbacks, form: t } = messages(locals.locale).logistics
  return {
    kind: 'group',
    name: 'check',
    label: t.check,
    hint: t.checkHint,
    fields: [
      { kind: 'date', name: 'on', label: t.checkOn, optional: true, width: 'short' },
      { kind: 'time', name: 'at', label: t.checkAt, optional: true, width: 'short' },
      { kind: 'text', name: 'by', label: t.checkBy, hint: t.checkByHint, max: 200, optional: true, width: 'half' },
      { kind: 'text', name: 'link', label: t.link, hint: t.linkHint, max: 500, optional: true },
      { kind: 'select', name: 'result', label: t.result, options: choicesOf(results), initial: 'open', width: 'short' },
      { kind: 'long', name: 'note', label: t.note, max: 1000, rows: 3, optional: true },
      {
        kind: 'select',
        name: 'fallback',
        label: t.fallback,
        options: choicesOf(fallbacks),
        optional: true,
        width: 'half',
      },
      {
        kind: 'text',
        name: 'fallbackPhone',
        label: t.fallbackPhone,
        type: 'tel',
        max: 50,
        optional: true,
        width: 'half',
      },
      { kind: 'select', name: 'standInId', label: t.standIn, options: standIns, optional: true, width: 'half' },
    ],
  }
}

/** What is stored, as the forms hold it. */
export function toInput({ presence, windows, arrival, needs, needsNote, checkWish, check }: Logistics) {
  return { presence, windows: toDayWindows(windows), arrival, needs, needsNote, checkWish, check }
}
