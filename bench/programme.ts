import { sql } from 'kysely'
import { createContext } from '../packages/core/src/app/context.ts'
import { systemActor } from '../packages/core/src/kernel/actor.ts'
import { fixedClock } from '../packages/core/src/kernel/clock.ts'
import type { EditionScope } from '../packages/core/src/kernel/scope.ts'
import { applyChanges, diffProgrammes } from '../packages/core/src/modules/programme/changes/rules.ts'
import { applyMoves, undoEdit } from '../packages/core/src/modules/programme/journal/commands.ts'
import { editingTopic } from '../packages/core/src/modules/programme/journal/queries.ts'
import { previewNotices } from '../packages/core/src/modules/programme/notices/queries.ts'
import { publishRelease } from '../packages/core/src/modules/programme/release/commands.ts'
import { previewPublishing } from '../packages/core/src/modules/programme/release/preview/queries.ts'
import { replaceSpeaker } from '../packages/core/src/modules/programme/replacement/commands.ts'
import type { Programme, ProgrammeSession } from '../packages/core/src/modules/programme/types.ts'
import { findWarnings } from '../packages/core/src/modules/programme/warnings/rules.ts'
import { trackWarnings } from '../packages/core/src/modules/programme/warnings/tracking/rules.ts'
import { onLive } from '../packages/core/src/platform/database/listen.ts'
import { silentLog } from '../packages/core/src/platform/log/log.ts'
import { createRandom, loadEdition, makeCircumstances, withTopics } from './programme/edition.ts'
import { measureEditor } from './programme/editor.ts'
import { type BenchArguments, type Figure, figure, printReport, quantile, readArguments } from './report.ts'
import { type Scratch, withScratchDatabase } from './search/scratch.ts'

/** Milliseconds that each of `times` runs took; the first two, which warm up, are left out. */
async function measure(times: number, run: (n: number) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times + 2; n++) {
    const start = performance.now()
    await run(n)
    if (n >= 2) taken.push(performance.now() - start)
  }
  return taken
}

/** Sessions at other times in other rooms, as a hand drags them: mostly badly. */
function makeDrags(programme: Programme, count: number): ProgrammeSession[] {
  const random = createRandom(3)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const placed = programme.sessions.filter((session) => session.startsAt !== null)
  return Array.from({ length: count }, () => {
    const { day, startsAt } = pick(placed)
    return { ...pick(placed), day, startsAt, roomId: pick(programme.rooms).id }
  })
}

async function measureWarnings(given: Programme, rounds: number): Promise<Figure[]> {
  const programme = withTopics(given)
  const circumstances = makeCircumstances(programme)
  const whole = await measure(rounds, () => findWarnings(programme, circumstances))
  const tracker = trackWarnings(programme, circumstances)
  const drags = makeDrags(programme, 2_000)
  const moves = await measure(drags.length - 2, (n) => tracker.update([drags[n]!]))
  return [
    figure('sessions', programme.sessions.length, ''),
    figure('warnings found', findWarnings(programme, circumstances).length, ''),
    figure('warnings of the whole programme, p95', quantile(whole, 0.95), 'ms', { atMost: 200 }),
    figure('warnings after one move, p50', quantile(moves, 0.5), 'ms'),
    figure('warnings after one move, p95', quantile(moves, 0.95), 'ms', { atMost: 5 }),
    figure('warnings after one move, p99', quantile(moves, 0.99), 'ms'),
    figure('warnings after one move, the slowest of 2,000', Math.max(...moves), 'ms'),
  ]
}

async function measureDiff(programme: Programme, rounds: number): Promise<Figure[]> {
  const drags = new Map(makeDrags(programme, 500).map((session) => [session.id, session]))
  const after = { ...programme, sessions: programme.sessions.map((session) => drags.get(session.id) ?? session) }
  const changes = diffProgrammes(programme, after)
  const compared = await measure(rounds, () => diffProgrammes(programme, after))
  const applied = await measure(rounds, () => applyChanges(programme, changes))
  return [
    figure(
      `difference of two programmes, ${changes.sessions.changed.length} sessions moved, p95`,
      quantile(compared, 0.95),
      'ms',
    ),
    figure('applying it, p95', quantile(applied, 0.95), 'ms'),
  ]
}

/** Editing and publishing on the database, with everything that happens in the same transaction. */
async function measureEditing(
  { db, url }: Scratch,
  scope: EditionScope,
  given: Programme,
  rounds: number,
): Promise<Figure[]> {
  const ctx = createContext(db, systemActor)
  const heard = new Map<number, number>()
  let isHearing = () => {}
  const ready = new Promise<void>((resolve) => {
    isHearing = resolve
  })
  const listener = {
    heard: ({ topic, stamp }: { topic: string; stamp: number }) => {
      if (topic === editingTopic(scope.editionId)) heard.set(stamp, performance.now())
    },
    hearing: (is: boolean) => {
      if (is) isHearing()
    },
  }
  const stop = onLive(url, listener, silentLog)
  await ready
  const asked = new Map<number, number>()
  const drags = makeDrags(given, rounds + 2)
  const moves = await measure(rounds, async (n) => {
    const { id: sessionId, day, startsAt, roomId } = drags[n]!
    const start = performance.now()
    const place = { kind: 'place', sessionId, day: day!, startsAt: startsAt!, roomId } as const
    const outcome = await applyMoves(ctx, scope, { moves: [place] })
    if (outcome.kind === 'done') asked.set(outcome.edit.number, start)
  })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await stop()
  const delays = [...asked].map(([number, start]) => (heard.get(number) ?? Number.POSITIVE_INFINITY) - start)
  const undone = await measure(Math.min(10, rounds), () => undoEdit(ctx, scope))
  return [
    figure('a move, stored and told, p95', quantile(moves, 0.95), 'ms'),
    figure('… until another process hears of it, p95', quantile(delays, 0.95), 'ms', { atMost: 1_000 }),
    figure('undo, p95', quantile(undone, 0.95), 'ms'),
  ]
}

/** Gives everybody an address, and the edition its future back, so that everybody is told. */
async function makeReachable({ db }: Scratch): Promise<void> {
  await db.updateTable('editions').set({ state: 'planned' }).execute()
  await sql`insert into person_contacts (person_id, email, updated_at)
    select id, id || '@rathaus.example', now() from persons`.execute(db)
}

async function measurePublishing(
  scratch: Scratch,
  scope: EditionScope,
  given: Programme,
  rounds: number,
): Promise<Figure[]> {
  const { db } = scratch
  await makeReachable(scratch)
  const day = given.sessions.find((session) => session.day !== null)!.day!
  // Nobody is told of what is over.
  const ctx = createContext(db, systemActor, fixedClock(`${day}T00:00:00Z`))
  const once = async (run: () => Promise<unknown>) => {
    const start = performance.now()
    await run()
    return performance.now() - start
  }
  const notices = { leftOut: [], isHeldBack: true }
  const publish = () => publishRelease(ctx, { editionId: scope.editionId, notices })
  const first = await once(publish)
  const later: number[] = []
  const previews: number[] = []
  for (let n = 0; n < rounds; n++) {
    const minutes = n % 2 === 0 ? 5 : -5
    await applyMoves(ctx, scope, { moves: [{ kind: 'shift', day, from: `${day}T00:00`, minutes }] })
    previews.push(await once(async () => previewNotices(ctx, scope, (await previewPublishing(db, scope)).impact)))
    later.push(await once(publish))
  }
  const { count } = await db
    .selectFrom('mails')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const spoken = given.sessions.filter((session) => session.appearances.some((held) => held.personId !== null))
  const replacements: number[] = []
  for (const session of spoken.slice(0, rounds)) {
    const standIn = { kind: 'name', name: `Ersatz ${session.slug}`, mode: 'remote' } as const
    replacements.push(await once(() => replaceSpeaker(ctx, scope, { sessionId: session.id, standIn })))
  }
  return [
    figure('publishing for the first time, with a mail to everybody', first, 'ms', { atMost: 2_000 }),
    figure('publishing after a whole day was shifted, with its mails, slowest', Math.max(...later), 'ms', {
      atMost: 2_000,
    }),
    figure('saying whom that concerns and what they will read, slowest', Math.max(...previews), 'ms'),
    figure('mails written with these releases', count, 'mails'),
    figure('a replacement, published, slowest', Math.max(...replacements), 'ms', { atMost: 5_000 }),
  ]
}

async function run({ short, json }: BenchArguments): Promise<void> {
  await withScratchDatabase(async (scratch) => {
    const { name, scope, programme } = await loadEdition(scratch.db)
    if (!json) process.stdout.write(`${name}, PostgreSQL ${scratch.version}\n`)
    const rounds = short ? 10 : 30
    const figures = [
      ...(await measureWarnings(programme, rounds)),
      ...(await measureDiff(programme, rounds)),
      ...(await measureEditor(scratch.url, short ? 3 : 10)),
      ...(await measureEditing(scratch, scope, programme, rounds)),
      ...(await measurePublishing(scratch, scope, programme, short ? 3 : 8)),
    ]
    printReport('programme', figures, json)
  })
}

await run(readArguments())
