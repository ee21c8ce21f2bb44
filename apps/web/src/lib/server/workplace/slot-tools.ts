import { changeRoomForm, copyDayForm, layOutForm, shiftForm } from '@fachtag/core/modules/programme/moves/forms/schema'
import type { Board } from '@fachtag/core/modules/programme/moves/types'
import type { Field, Option } from '#lib/form/types.ts'
import { formatDay } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'

export const toolNames = ['muster', 'kopieren', 'verschieben', 'raumwechsel'] as const
export type ToolName = (typeof toolNames)[number]

/** Tool → what turns its form into a move. */
export const toolForms = {
  muster: layOutForm,
  kopieren: copyDayForm,
  verschieben: shiftForm,
  raumwechsel: changeRoomForm,
}

/** The days on which something lies in the draft, and those of the edition. */
export function daysOf({ programme, slots }: Board, editionDays: readonly string[]): string[] {
  const used = [...programme.sessions, ...slots].flatMap((one) => one.day ?? [])
  return [...new Set([...editionDays, ...used])].sort()
}

/** Turns options of the draft into the fields of each tool. */
export function toolFields(
  tool: ToolName,
  { programme }: Board,
  days: readonly string[],
  { locale }: App.Locals,
): Field[] {
  const t = messages(locale).slots
  const named = (list: readonly { readonly id: string; readonly name: string }[]): Option[] =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const [rooms, tracks] = [named(programme.rooms), named(programme.tracks)]
  const dayOptions = days.map((day) => ({ value: day, label: formatDay(day, locale) }))
  const kinds = Object.entries(t.partKinds).map(([value, label]) => ({ value, label }))
  const day: Field = { kind: 'select', name: 'day', label: t.day, options: dayOptions, width: 'half' }
  switch (tool) {
    case 'muster':
      return [
        { kind: 'date', name: 'day', label: t.day, width: 'half' },
        { kind: 'time', name: 'time', label: t.time, width: 'short' },
        { kind: 'checks', name: 'roomIds', label: t.rooms, hint: t.roomsHint, options: rooms, optional: true },
        {
          kind: 'rows',
          name: 'pattern',
          label: t.pattern,
          add: t.addPart,
          ordered: true,
          fields: [
            { kind: 'select', name: 'kind', label: t.part, options: kinds, width: 'half' },
            { kind: 'number', name: 'minutes', label: t.minutes, width: 'short' },
            { kind: 'text', name: 'title', label: t.partTitle, max: 200, optional: true, width: 'half' },
          ],
        },
      ]
    case 'kopieren':
      return [
        { kind: 'select', name: 'from', label: t.fromDay, options: dayOptions, width: 'half' },
        { kind: 'date', name: 'to', label: t.toDay, width: 'half' },
        {
          kind: 'select',
          name: 'what',
          label: t.what,
          options: Object.entries(t.whats).map(([value, label]) => ({ value, label })),
          width: 'half',
        },
      ]
    case 'verschieben':
      return [
        day,
        { kind: 'time', name: 'time', label: t.from, hint: t.fromHint, optional: true, width: 'half' },
        { kind: 'number', name: 'minutes', label: t.by, hint: t.byHint, min: -1440, max: 1440 },
        { kind: 'select', name: 'roomId', label: t.onlyRoom, options: rooms, optional: true, width: 'half' },
        { kind: 'select', name: 'trackId', label: t.onlyTrack, options: tracks, optional: true, width: 'half' },
      ]
    case 'raumwechsel':
      return [
        day,
        { kind: 'time', name: 'from', label: t.from, hint: t.fromHint, optional: true, width: 'short' },
        { kind: 'time', name: 'until', label: t.until, optional: true, width: 'short' },
        { kind: 'select', name: 'fromRoomId', label: t.fromRoom, options: rooms, width: 'half' },
        {
          kind: 'select',
          name: 'toRoomId',
          label: t.toRoom,
          hint: t.toRoomHint,
          options: rooms,
          optional: true,
          width: 'half',
        },
      ]
  }
}
