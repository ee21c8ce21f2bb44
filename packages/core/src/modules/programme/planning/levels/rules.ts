import type { SoftName, Weights } from '@fachtag/planner/conference/problem'
import type { Level, Levels, WishName } from './types.ts'

/** What holds for an edition that has said nothing. */
export const usualLevels: Levels = {
  bookmarks: 'important',
  seats: 'normal',
  'track-rooms': 'normal',
  'similar-topics': 'normal',
  'topic-days': 'off',
  languages: 'off',
  'lone-sessions': 'off',
  'long-runs': 'normal',
  'speaker-days': 'normal',
  'few-changes': 'normal',
}

/** Wish → the planner's name of it, and what one breach costs at `normal`. */
const prices: Readonly<Record<WishName, readonly [SoftName, number]>> = {
  bookmarks: ['bookmark-clash', 10],
  seats: ['seats', 4],
  'track-rooms': ['track-room', 60],
  'similar-topics': ['similar-parallel', 20],
  'topic-days': ['topic-spread', 10],
  languages: ['language-balance', 2],
  'lone-sessions': ['lone-session', 3],
  'long-runs': ['long-run', 20],
  'speaker-days': ['speaker-days', 15],
  'few-changes': ['published-change', 2],
}

const factors: Readonly<Record<Level, number>> = { off: 0, normal: 1, important: 4 }

const wishOf = new Map(Object.entries(prices).map(([wish, [name]]) => [name, wish as WishName]))

/** What the planner calls each wish, as organisers know it; null for what they cannot weigh. */
export function wishBehind(name: SoftName): WishName | null {
  return wishOf.get(name) ?? null
}

/** The weights that the levels stand for. What organisers cannot weigh counts nothing. */
export function weightsOf(levels: Levels): Weights {
  const weighed = Object.entries(prices).map(([wish, [name, price]]) => [
    name,
    price * factors[levels[wish as WishName]],
  ])
  const none = ['level-balance', 'preferred-time', 'undesired-time', 'preferred-room', 'undesired-room'] as const
  return { ...Object.fromEntries(none.map((name) => [name, 0])), ...Object.fromEntries(weighed) }
}
