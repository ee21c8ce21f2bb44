/** What the server tells of a planning that is under way. */
type Progress = { readonly share: number; readonly placed: number; readonly total: number; readonly moved: number }

/** As much of an `EventSource` as is needed here. */
export type Source = {
  addEventListener(type: string, hear: (event: { readonly data?: string }) => void): void
  close(): void
}

/**
 * Keeps `part`, which says where to hear (`data-plan`) and in which words (`data-placed`, `data-moved` and, for one, `data-moved-one`, with
 * −1 and −2 in the place of numbers), up to date until the planning is over; then calls `over`. Where nothing can be heard, the part stays as it was.
 */
export function followPlanning(part: HTMLElement, open: (address: string) => Source, over: () => void): void {
  const { plan = '', placed = '', moved = '', movedOne = '' } = part.dataset
  const source = open(plan)
  const say = (name: string, text: string) => {
    const place = part.querySelector(`[data-say-${name}]`)
    if (place) place.textContent = text
  }
  source.addEventListener('progress', ({ data }) => {
    const told = JSON.parse(data ?? '{}') as Progress
    const bar = part.querySelector('progress')
    if (bar) bar.value = told.share
    say('placed', placed.replace('-1', String(told.placed)).replace('-2', String(told.total)))
    say('moved', (told.moved === 1 ? movedOne : moved).replace('-1', String(told.moved)))
  })
  source.addEventListener('over', () => {
    source.close()
    over()
  })
}
