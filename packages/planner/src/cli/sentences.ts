import { fill } from './fill.ts'

/** Something there is to say about a plan: a code, and what is needed to say it in any language. */
export type Said = { readonly code: Code; readonly params: Readonly<Record<string, string | number>> }

/** Code → sentence in English. `{name}` stands for a parameter. */
export const sentences = {
  conference: '{placed} sessions placed, {unplaced} without a place, cost {cost}',
  timetable: 'soft cost {cost}, distance to feasibility {distance}',
  score: 'score {hard}hard/{soft}soft',
  objective: 'objective {objective}, {unplaced} without a place',
  search: '{evaluated} moves evaluated',
  placing: 'placing took {seconds} CPU-s',
  'ended work done': 'ended when its work was done',
  'ended clock': 'ended or shortened by the clock: another machine may plan differently',
  'ended cancelled': 'stopped before its time',
  'ended optimal': 'ended with a plan that cannot be better',
  cost: '{wish}: {cost}',
  attendable: '{percent} % of bookmarks can be attended',
  'session nowhere': '{session} has no place: {reasons}',
  'session waiting': '{session} has no place yet, and nothing keeps it from one: more time would find one',
  'events nowhere': 'without a place: events {events}',
  'nowhere unproved': 'nothing proves that there is no place for them: more time or another seed may find one',
  'no slot': 'event {event} may stand in no slot',
  'no room': 'no room is large enough for event {event} and has what it needs',
  order: 'the order leaves event {event} no slot that it may take',
  student: 'the events of student {student} cannot all have different slots: at least {missing} must stay out',
  places: 'slots and rooms do not suffice, whoever attends: at least {missing} must stay out',
  broken: 'the checker finds: {text}',
} as const

type Code = keyof typeof sentences
/** A sentence for every code. */
export type Sentences = Readonly<Record<Code, string>>

/** Something to say; `params` are what its sentence names in braces. */
export function said(code: Code, params: Said['params'] = {}): Said {
  return { code, params }
}

/** What the checker finds wrong with a plan. */
export function saidBroken(texts: readonly string[]): Said[] {
  return texts.map((text) => said('broken', { text }))
}

/** What was said as a sentence, in English unless the sentences of another locale are given. */
export function tell({ code, params }: Said, texts: Sentences = sentences, locale = 'en'): string {
  return fill(texts[code], params, locale)
}
