import type { ProgrammeTrack } from '@fachtag/core/modules/programme/types'

/** Hues, far apart from one to the next, that stand out on light and on dark ground (3:1 at least). */
const palette = [
  '#2f6fde',
  '#c2410c',
  '#0f8a6a',
  '#a23bbf',
  '#a16207',
  '#0e7fa6',
  '#d02a62',
  '#5b7f1c',
  '#6d5ae0',
  '#b0413e',
] as const

/** The colour that marks a track: the one that was chosen for it, else one by its place. Never the only mark. */
export function trackColour(track: ProgrammeTrack): string {
  if (track.colour && /^#[0-9a-f]{6}$/i.test(track.colour)) return track.colour
  return palette[track.position % palette.length] ?? palette[0]
}
