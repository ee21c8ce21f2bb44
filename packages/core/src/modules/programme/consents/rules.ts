import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { ConsentKind, ConsentState } from './types.ts'

/** What was shown to whoever decided, under a name that is stored with the decision. A wording is never changed: it gets a new name. */
export const consentWordings: Readonly<Record<string, Readonly<Record<ConsentKind, LocalizedText>>>> = {
  '2026-11': {
    photo: {
      de: 'Fotos von der Veranstaltung, auf denen ich zu erkennen bin, dürfen auf den Seiten dieser Veranstaltung stehen.',
      en: 'Photos of the event on which I can be recognised may be shown on the pages of this event.',
    },
    recording: {
      de: 'Mein Beitrag darf in Ton und Bild aufgezeichnet und auf den Seiten dieser Veranstaltung gezeigt werden.',
      en: 'My contribution may be recorded with sound and picture and shown on the pages of this event.',
    },
    slides: {
      de: 'Meine Folien und Handreichungen dürfen auf den Seiten dieser Veranstaltung zum Herunterladen stehen.',
      en: 'My slides and handouts may be offered for download on the pages of this event.',
    },
    directory: {
      de: 'Ich darf mit meinen Auftritten bei dieser Veranstaltung im Personenverzeichnis stehen und dort gefunden werden.',
      en: 'I may be listed with my appearances at this event in the directory of people, and be found there.',
    },
    'name-at-questions': {
      de: 'Wenn ich in einem Programmpunkt eine Frage stelle, darf mein Name dabeistehen.',
      en: 'When I ask a question in a session, my name may stand beside it.',
    },
  },
}

/** The wording that is shown now. */
export const currentWording = '2026-11'

/** What somebody who appears in an edition is asked for. Nobody is asked twice for what they answered. */
export const askedOfSpeakers: readonly ConsentKind[] = ['slides', 'recording', 'photo', 'directory']

/** What a decision makes of the last one; null where it is the same again. */
export function decideConsent(former: ConsentState | null, isGiven: boolean): ConsentState | null {
  if (isGiven) return former === 'given' ? null : 'given'
  if (former === 'given') return 'revoked'
  return former === null ? 'refused' : null
}

/**
 * Whether a material may be shown. `isOnRecord`: those who organise hold the consent themselves, or the material was
 * published by its source before it came here. One refusal by somebody it concerns outweighs that.
 */
export function mayShowMaterial(
  isOnRecord: boolean,
  concerned: { readonly isRefused: boolean; readonly isGiven: boolean },
): boolean {
  return !concerned.isRefused && (isOnRecord || concerned.isGiven)
}
