/** An open stream of server-sent events. */
export type EventStream = {
  /** What the next event of this name says, read as JSON; events of other names are kept for later. */
  // biome-ignore lint/suspicious/noExplicitAny: each event has a shape of its own
  next(name: string): Promise<any>
  /** Ends it from this side. */
  stop(): Promise<void>
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>
}

type Heard = { readonly name: string; readonly data: string }

function parse(block: string): Heard | null {
  const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]))
  const data = fields.get('data')
  return data === undefined ? null : { name: fields.get('event') ?? 'message', data }
}

/** Opens the stream at `address` as somebody with this cookie. Throws the status where there is none. */
export async function readEvents(address: string, cookie: string): Promise<EventStream> {
  const stop = new AbortController()
  const headers = { cookie, accept: 'text/event-stream' }
  const answer = await fetch(address, { headers, signal: stop.signal, redirect: 'manual' })
  if (answer.status !== 200 || !answer.body) throw new Error(String(answer.status))
  const heard: Heard[] = []
  let wake = () => {}
  const read = async () => {
    let rest = ''
    for await (const text of answer.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      heard.push(...blocks.flatMap((block) => parse(block) ?? []))
      wake()
    }
  }
  const ended = read().catch(() => {})
  return {
    ended,
    async next(name) {
      for (;;) {
        const index = heard.findIndex((one) => one.name === name)
        if (index !== -1) return JSON.parse(heard.splice(index, 1)[0]!.data)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async stop() {
      stop.abort()
      await ended
    },
  }
}
