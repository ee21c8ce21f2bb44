import { judgeEnrolment } from '../../checker/enrolment.ts'
import { type EnrolmentResult, planEnrolment } from '../../enrolment/plan.ts'
import { readTim, writeSln } from '../../formats/tim.ts'
import type { Family } from '../family.ts'
import { type Said, said, saidBroken } from '../sentences.ts'

/** Post-enrolment timetabling of ITC 2002 and 2007: `.tim` in, `.sln` out. */
export const timetable: Family = {
  writes: 'text',
  recognises: (file) => file.endsWith('.tim'),
  plan(file, { seed }, limits) {
    const problem = readTim(file.text())
    const plan = planEnrolment(problem, seed, limits)
    const { softCost, distance, violations } = judgeEnrolment(problem, plan)
    return {
      plan: writeSln(plan),
      report: [
        said('timetable', { cost: softCost, distance }),
        ...missing(plan),
        said('search', { evaluated: plan.evaluated }),
        said('placing', { seconds: plan.feasibleAfter }),
        said(`ended ${plan.ending}`),
        ...saidBroken(violations),
      ],
    }
  },
}

/** Which events have no place, and what proves that some have to go without. */
function missing({ unplaced, impossible }: EnrolmentResult): Said[] {
  if (unplaced.length === 0) return []
  const proofs = impossible.map(({ kind, ...params }) => said(kind, params))
  return [
    said('events nowhere', { events: unplaced.join(', ') }),
    ...(proofs.length > 0 ? proofs : [said('nowhere unproved')]),
  ]
}
