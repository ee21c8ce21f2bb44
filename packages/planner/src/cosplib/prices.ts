/**
 * In the search large costs are drawn together, for one temperature cannot be right for weights from 1 to 1,000,000. It is a
 * monotone scale, so that what is worse stays worse; and it is wide enough that a few small wishes do not outweigh a large one.
 */
const exponent = 0.75
/** Whole numbers add up exactly; this many steps tell small costs apart. */
const steps = 16

/** What a violation of this cost counts while searching. */
export function searchPrice(cost: number): number {
  return Math.round(steps * cost ** exponent)
}

/** What a violation of this cost counts in the end. */
export function truePrice(cost: number): number {
  return cost
}
