/** The wishes that organisers weigh against each other. */
export const wishNames = [
  'bookmarks',
  'seats',
  'track-rooms',
  'similar-topics',
  'topic-days',
  'languages',
  'lone-sessions',
  'long-runs',
  'speaker-days',
  'few-changes',
] as const
export type WishName = (typeof wishNames)[number]

export const levelNames = ['off', 'normal', 'important'] as const
export type Level = (typeof levelNames)[number]

export type Levels = Readonly<Record<WishName, Level>>
