/**
 * Work units for a CPU limit: what the machine named in the README does in a CPU second, less a reserve. A faster machine ends
 * earlier with the same plan; on a slower one the clock shortens the run.
 */
export const workPerCpuSecond = 450_000_000

/** Limits for a run of at most `cpuSeconds`, watched by `clock`. */
export function limitsFor(
  cpuSeconds: number,
  clock: () => number,
): { readonly work: number; readonly cpuSeconds: number; readonly clock: () => number } {
  return { work: cpuSeconds * workPerCpuSecond, cpuSeconds, clock }
}
