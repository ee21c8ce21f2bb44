import type { z } from 'zod'
import { slug } from '../../../../kernel/input.ts'
import { newsInput } from '../schema.ts'

/** A news entry as its form holds it. Without an address one is made from its title; publishing is a step of its own. */
export const newsForm = newsInput.omit({ visibility: true }).extend({ slug: slug.optional() })
export type NewsForm = z.output<typeof newsForm>
