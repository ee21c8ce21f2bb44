import { z } from 'zod'
import { line } from '../../../kernel/input.ts'
import { reserveStates } from './types.ts'

/**
 * Somebody who could stand in: of the directory, or by the name of somebody who is not in it yet. `title` and `abstract`
 * (Markdown) where they have a contribution of their own.
 */
export const reserveInput = z
  .strictObject({
    personId: line(40).optional(),
    /** With academic title. */
    personName: line(200).optional(),
    function: line(200).optional(),
    organisationName: line(200).optional(),
    mode: z.enum(['on-site', 'remote']).default('on-site'),
    title: line(300).optional(),
    abstract: z.string().trim().max(20_000).default(''),
    note: line(500).optional(),
    state: z.enum(reserveStates).default('available'),
  })
  .refine((one) => one.personId || one.personName, { message: 'nobody', path: ['personId'] })
export type ReserveInput = z.output<typeof reserveInput>
