import { judgeEnrolment } from '../../checker/enrolment.ts'
import type { Impossible } from '../../enrolment/impossible.ts'
import { type EnrolmentResult, planEnrolment } from '../../enrolment/plan.ts'
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
        ...missing(plan),
        `${plan.evaluated} moves evaluated, placing took ${plan.feasibleAfter.toFixed(2)} CPU-s, ended by: ${plan.ending}`,
        ...violations,
      ],
    }
  },
}

/** Which events have no place, and what proves that some have to go without. */
function missing({ unplaced, impossible }: EnrolmentResult): string[] {
  if (unplaced.length === 0) return []
  const open = `nothing proves that there is no place for them: more time or another seed may find one`
  return [
    `without a place: events ${unplaced.join(', ')}`,
    ...(impossible.length === 0 ? [open] : impossible.map(proof)),
  ]
}

function proof(why: Impossible): string {
  switch (why.kind) {
    case 'no slot':
      return `event ${why.event} may stand in no slot`
    case 'no room':
      return `no room is large enough for event ${why.event} and has what it needs`
    case 'order':
      return `the order leaves event ${why.event} no slot that it may take`
    case 'student':
      return `the events of student ${why.student} cannot all have different slots: at least ${why.missing} must stay out`
    case 'places':
      return `slots and rooms do not suffice, whoever attends: at least ${why.missing} must stay out`
  }
}
