import type { Locale } from '@fachtag/core/kernel/localized-text'
import { editor as editorDe } from '#lib/messages/de/editor.ts'
import { programme as programmeDe } from '#lib/messages/de/programme.ts'
import { warnings as warningsDe } from '#lib/messages/de/warnings.ts'
import { editor as editorEn } from '#lib/messages/en/editor.ts'
import { programme as programmeEn } from '#lib/messages/en/programme.ts'
import { warnings as warningsEn } from '#lib/messages/en/warnings.ts'

const german = {
  editor: editorDe,
  warnings: warningsDe,
  types: programmeDe.types,
  clock: (time: string) => `${time} Uhr`,
}

/** The texts of the editor: not the whole catalogue, of which a page in the browser needs little. */
export type Texts = typeof german

const all: Readonly<Record<Locale, Texts>> = {
  de: german,
  en: { editor: editorEn, warnings: warningsEn, types: programmeEn.types, clock: (time) => time },
}

export function textsIn(locale: Locale): Texts {
  return all[locale]
}
