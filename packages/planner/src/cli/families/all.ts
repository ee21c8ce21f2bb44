import type { Family } from '../family.ts'
import { conference } from './conference.ts'
import { cosplib } from './cosplib.ts'
import { timefold } from './timefold.ts'
import { timetable } from './timetable.ts'

/** The kinds of problems by what tells them apart: first those with a file name of their own, then those written as JSON. */
export const families: readonly Family[] = [timetable, cosplib, timefold, conference]
