import type { Locale } from '@fachtag/core/kernel/localized-text'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import type { Move } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import type { Warning } from '@fachtag/core/modules/programme/warnings/types'
import type { Colleague, EditorState } from '#lib/programme-editor/types.ts'
import { warningNames } from '#lib/warnings/names.ts'
import { wordWarning } from '#lib/warnings/words.ts'
import { columnsOf, layOutDay, minutesOf } from './grid/layout.ts'
import type { Focus } from './grid/steering.ts'
import type { Target } from './grid/types.ts'
import { keepZoom, readZoom, zoomLevels } from './grid/zoom.ts'
import { Line } from './sync/line.ts'
import { rebase } from './sync/rebase.ts'
import type { Connection, Notice, Pending, Transport } from './sync/types.ts'
import { sortOut, Watch } from './watch.ts'
import { tellCounts } from './words/counts.ts'
import { tellNotice } from './words/notices.ts'
import { Places } from './words/places.ts'
import { type Texts, textsIn } from './words/texts.ts'

/** A session that is on its way by keyboard or pointer. */
export type Carry = { readonly id: string; readonly target: Target | null; readonly warnings: readonly Warning[] }

export type Page = {
  /** Address of the editor, and of the edition in the workplace. */
  readonly base: string
  readonly edition: string
  readonly locale: Locale
  /** The pages beside it that this person may have. */
  readonly links: Readonly<Record<string, boolean>>
}
export type Shown = { readonly text: string; readonly isBad: boolean }

/** Everything that the editor shows, and the ways to change it. Parts of the page read from here and call what is here. */
export class Store {
  readonly page: Page
  readonly texts: Texts
  readonly line: Line
  #watch: Watch
  #state: EditorState

  board = $state.raw() as EditorState['board']
  state = $state.raw() as EditorState
  pending = $state.raw<readonly Pending[]>([])
  connection = $state<Connection>('fine')
  isHearing = $state(true)
  edits = $state.raw() as EditorState['edits']
  steps = $state.raw() as EditorState['steps']
  canStep = $state.raw({ undo: false, redo: false })
  acceptances = $state.raw() as EditorState['acceptances']
  found = $state.raw<readonly Warning[]>([])
  colleagues = $state.raw<readonly Colleague[]>([])
  /** Moves that are shown and not done: what a plan proposes. */
  proposal = $state.raw<readonly Move[] | null>(null)

  day = $state('')
  zoom = $state(readZoom())
  /** Of the window of the grid, in pixels. */
  width = $state(0)
  focus = $state.raw<Focus | null>(null)
  carry = $state.raw<Carry | null>(null)
  swapping = $state.raw<string | null>(null)
  notice = $state.raw<Shown | null>(null)
  said = $state('')
  dialog = $state<'place' | 'keys' | null>(null)

  columns = $derived.by(() => columnsOf(this.board, this.texts.editor.withoutRoom))
  layout = $derived.by(() => layOutDay(this.board, this.day, this.columns, this.state.circumstances.pace))
  places = $derived.by(() => new Places(this.board, this.state.days, this.texts, this.page.locale))
  sessions = $derived.by(() => new Map(this.board.programme.sessions.map((session) => [session.id, session])))
  tracks = $derived.by(() => new Map(this.board.programme.tracks.map((track) => [track.id, track])))
  locked = $derived.by(() => new Set(this.board.lockedIds))
  parked = $derived.by(() => this.board.programme.sessions.filter((session) => session.startsAt === null))
  warnings = $derived.by(() => sortOut(this.found, this.acceptances))
  selected = $derived.by(() => (this.focus ? this.sessions.get(this.focus.id) : undefined))
  proposed = $derived.by(() => this.#differing())

  constructor(page: Page, state: EditorState, transport: Transport) {
    this.page = page
    this.texts = textsIn(page.locale)
    this.#state = state
    this.state = state
    this.#watch = new Watch(state.board, state.circumstances)
    this.line = new Line(state, {
      transport,
      changed: () => this.#refresh(),
      told: (notice) => this.#tell(notice),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    })
    this.acceptances = state.acceptances
    this.day =
      state.days.find(({ day }) => state.board.programme.sessions.some((one) => one.day === day))?.day ??
      state.days[0]?.day ??
      ''
    this.#refresh()
  }

  get mayEdit(): boolean {
    return this.state.mayEdit && this.connection !== 'turned-away'
  }

  get scale() {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
    const { minute, column } = zoomLevels[this.zoom]!
    // Few rooms share all the width there is.
    const share = Math.floor((this.width - 4 * rem) / Math.max(1, this.columns.length))
    return { minute: minute * rem, column: Math.max(column * rem, share) }
  }

  /** Does `moves`, if they may be done here; says whether there was anything to do. */
  do(moves: readonly Move[]): boolean {
    this.notice = null
    return this.mayEdit && this.line.do(moves)
  }

  step(kind: 'undo' | 'redo'): void {
    if (!this.mayEdit) return
    this.notice = null
    this.line.step(kind)
  }

  /** Shows what `moves` would make of the programme, without doing them; null shows the programme as it is. */
  propose(moves: readonly Move[] | null): void {
    this.proposal = moves
    this.#refresh()
  }

  /** Does what is proposed, as one edit. */
  acceptProposal(): void {
    const moves = this.proposal
    this.propose(null)
    if (moves) this.do(moves)
  }

  /** Says `text` to whoever listens. Twice the same text is said twice. */
  say(text: string): void {
    this.said = this.said === text ? `${text}\u200b` : text
  }

  select(id: string): void {
    const session = this.sessions.get(id)
    if (!session) return
    if (session.startsAt !== null) this.day = session.day ?? session.startsAt.slice(0, 10)
    const column = Math.max(
      0,
      this.columns.findIndex((one) => one.roomId === session.roomId),
    )
    this.focus = { id, column }
  }

  setZoom(step: number): void {
    this.zoom = Math.max(0, Math.min(zoomLevels.length - 1, step))
    keepZoom(this.zoom)
    this.say(this.texts.editor.say.zoom(this.zoom + 1, zoomLevels.length))
  }

  /** Where a session is now, as something to be carried from; null where it is nowhere. */
  targetOf(session: ProgrammeSession): Target | null {
    const { startsAt, roomId } = session
    if (startsAt === null) return null
    const day = session.day ?? startsAt.slice(0, 10)
    return { day, start: wallMinutes(startsAt), minutes: minutesOf(session), roomId }
  }

  /** What would be wrong with a session there. */
  consider(id: string, target: Target): Warning[] {
    const session = this.#at(id, target)
    return session ? this.#watch.consider(session) : []
  }

  /** A session as it would be there. */
  #at(id: string, { day, start, roomId, minutes }: Target): ProgrammeSession | undefined {
    const session = this.sessions.get(id)
    if (!session) return undefined
    const durationMinutes = minutes === minutesOf(session) ? session.durationMinutes : minutes
    return { ...session, day, startsAt: wallTimeOf(start), roomId, durationMinutes }
  }

  settle(): void {
    this.#watch.settle()
  }

  /** Counts and first sentences of warnings: "2 Fehler: …". `moved` is where it is not yet. */
  tellWarnings(
    warnings: readonly Warning[],
    moved?: { readonly id: string; readonly target: Target },
    most = 2,
  ): string {
    const counts = tellCounts(warnings, this.texts)
    if (warnings.length === 0) return counts
    const sentences = warnings.slice(0, most).map((warning) => this.word(warning, moved).sentences.join(' '))
    return `${counts}: ${sentences.join(' ')}`
  }

  word(warning: Warning, moved?: { readonly id: string; readonly target: Target }) {
    const known = this.#names()
    const there = moved && this.#at(moved.id, moved.target)
    const session = (id: string) => (there?.id === id ? there : known.session(id))
    return wordWarning(warning, { ...known, session }, { locale: this.page.locale, t: this.texts.warnings })
  }

  #names = $derived.by(() => {
    const { circumstances, topics } = this.state
    const known = { ...circumstances, slots: this.board.slots }
    const names = warningNames(this.board.programme, known, new Map(Object.entries(topics)), this.page.locale)
    return () => names
  })

  #differing(): ReadonlySet<string> {
    if (!this.proposal) return new Set()
    const stored = new Map(this.line.snapshot.board.programme.sessions.map((session) => [session.id, session]))
    return new Set(this.board.programme.sessions.filter((one) => stored.get(one.id) !== one).map((one) => one.id))
  }

  #refresh(): void {
    // Called while the line is being made, too.
    if (!this.line) return
    const { board, pending, connection, edits, steps, canStep } = this.line.snapshot
    if (this.line.state !== this.#state) this.#begin(this.line.state)
    const wish = { kind: 'moves', moves: this.proposal ?? [] } as const
    this.board = this.proposal ? rebase(board, [{ key: 0, seen: 0, wish }]) : board
    Object.assign(this, { pending, connection, edits, steps, canStep })
    this.found = this.#watch.follow(this.board)
  }

  /** Everything was read anew. */
  #begin(state: EditorState): void {
    this.#state = state
    this.state = state
    this.acceptances = state.acceptances
    this.#watch = new Watch(state.board, state.circumstances)
  }

  #tell(notice: Notice): void {
    const told = tellNotice(notice, this.places, this.texts, { me: this.state.me, names: this.line.names })
    if (told.isBad || notice.kind === 'nothing-to-step' || notice.kind === 'variant-changed') this.notice = told
    this.say(told.text)
  }
}
