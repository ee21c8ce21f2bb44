import type { Messages } from '#lib/messages/messages.ts'

type Part = { readonly kind: keyof Messages['slots']['partKinds']; readonly minutes: number; readonly title?: string }
export type PatternName = keyof Messages['slots']['patternNames']

export const patternNames: readonly PatternName[] = ['fachtag', 'vormittag', 'werkstatt']

/** A day that many have laid out like that, to begin with: when it starts, and part after part. */
export function patternOf(
  name: PatternName,
  { parts: t }: Messages['slots'],
): { readonly time: string; readonly pattern: readonly Part[] } {
  const session = (minutes: number): Part => ({ kind: 'session', minutes })
  const pause = (minutes: number, title: string): Part => ({ kind: 'break', minutes, title })
  switch (name) {
    case 'fachtag':
      return {
        time: '09:30',
        pattern: [
          { kind: 'opening', minutes: 45, title: t.opening },
          session(45),
          pause(15, t.coffee),
          session(45),
          pause(60, t.lunch),
          session(45),
          { kind: 'closing', minutes: 30, title: t.closing },
        ],
      }
    case 'vormittag':
      return {
        time: '09:00',
        pattern: [
          { kind: 'opening', minutes: 15, title: t.welcome },
          session(45),
          pause(15, t.coffee),
          session(45),
          { kind: 'networking', minutes: 60, title: t.snack },
        ],
      }
    case 'werkstatt':
      return {
        time: '10:00',
        pattern: [
          { kind: 'opening', minutes: 30, title: t.welcome },
          session(90),
          pause(60, t.lunch),
          session(90),
          { kind: 'networking', minutes: 30, title: t.exchange },
        ],
      }
  }
}
