export const materialKinds = ['slides', 'handout', 'recording', 'photo', 'link'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** `lost`: it existed, a source says so, and nobody has it any more. */
export type MaterialState = 'available' | 'announced' | 'lost'
