import { z } from 'zod'
import { levelNames, wishNames } from './types.ts'

/** How much each wish counts. */
export const levelsInput = z.record(z.enum(wishNames), z.enum(levelNames))
export type LevelsInput = z.output<typeof levelsInput>
