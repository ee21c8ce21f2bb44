import type { AppearanceMode } from '../types.ts'

/** `asked`: was asked to come and has not answered. `used`: stands in the programme now. */
export const reserveStates = ['available', 'asked', 'declined', 'used'] as const
export type ReserveState = (typeof reserveStates)[number]

/** Somebody who could stand in, with what they would speak about where they have something of their own. */
export type Reserve = {
  readonly id: string
  readonly revision: number
  readonly personId: string
  /** With academic title. */
  readonly name: string
  readonly function: string | null
  readonly organisationName: string | null
  readonly mode: AppearanceMode
  readonly title: string | null
  /** Markdown. */
  readonly abstract: string
  /** For the organisers only. */
  readonly note: string | null
  readonly state: ReserveState
}
