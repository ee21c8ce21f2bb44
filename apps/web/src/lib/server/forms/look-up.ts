import { lookUp } from '@fachtag/core/modules/editions/lookup/queries'
import type { Context } from '@fachtag/core/platform/context/types'
import type { Wanted } from '#lib/form/references.ts'
import type { Candidate, ReferenceTarget } from '#lib/form/types.ts'

const targets: readonly ReferenceTarget[] = ['person', 'organisation', 'topic', 'municipality']

/** What each name may mean, in the order of the names; at most one query for each kind of thing. */
export async function lookUpNames(ctx: Context, wanted: readonly Wanted[]): Promise<readonly (readonly Candidate[])[]> {
  const found = new Map<Wanted, readonly Candidate[]>()
  for (const to of targets) {
    const asked = wanted.filter((one) => one.to === to)
    if (asked.length === 0) continue
    const answers = await lookUp(
      ctx,
      to,
      asked.map((one) => one.text),
    )
    for (const [index, one] of asked.entries()) found.set(one, answers[index] ?? [])
  }
  return wanted.map((one) => found.get(one) ?? [])
}

/** The kind of thing that the query of an address names. */
export function targetOf(text: string | null): ReferenceTarget | undefined {
  return targets.find((one) => one === text)
}
