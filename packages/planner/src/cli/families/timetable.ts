import { judgeEnrolment } from '../../checker/enrolment.ts'
import { planEnrolment } from '../../enrolment/plan.ts'
import { readTim, writeSln } from '../../formats/tim.ts'
import type { Family } from '../family.ts'

/** Post-enrolment timetabling of ITC 2002 and 2007: `.tim` in, `.sln` out. */
export const timetable: Family = {
  recognises: (file) => file.endsWith('.tim'),
  plan(file, { seed }, limits) {
    const problem = readTim(file.text())
    const plan = planEnrolment(problem, seed, limits)
    const { softCost, distance, violations } = judgeEnrolment(problem, plan)
    return {
      plan: writeSln(plan),
      report: [
        `soft cost ${softCost}, distance to feasibility ${distance}`,
        `${plan.evaluated} moves evaluated, every event placed after ${plan.feasibleAfter.toFixed(2)} CPU-s, ended by: ${plan.ending}`,
        ...violations,
      ],
    }
  },
}
