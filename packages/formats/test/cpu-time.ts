/** Milliseconds of processor time that `run` takes on this thread: unlike the clock, no busy neighbour changes it much. */
export function cpuMilliseconds(run: () => void): number {
  const before = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
