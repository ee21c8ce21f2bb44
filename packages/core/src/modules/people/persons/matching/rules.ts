import { isDeepStrictEqual } from 'node:util'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import { erasedPerson } from '../erased/rules.ts'
import { foldName, parsePersonName, titledName } from '../names/rules.ts'
import type { EnsuredPerson, KnownPerson, PersonInput, PersonMatch, PersonPlan, PersonSave } from '../types.ts'

/** What the decision needs: who is known, and where new people get their id and slug from. */
export type MatchQuestion = {
  /** The series whose people may be recognised by name; as a source of references it lists who belongs to it. */
  readonly scope: string
  readonly inputs: readonly PersonInput[]
  readonly known: readonly KnownPerson[]
  /** Slugs that any person has. */
  readonly takenSlugs: readonly string[]
  readonly newId: () => string
}

type Someone = {
  save: PersonSave
  isChanged: boolean
  /** The first word of a source about somebody counts: an import takes over one spelling, and the next one the same. */
  isSettled: boolean
  /** Sources that call this person by a reference of their own. */
  readonly sources: Set<string>
  readonly spellings: Set<string>
}

type Book = {
  readonly people: Map<string, Someone>
  readonly byReference: Map<string, Someone>
  readonly byName: Map<string, Set<Someone>>
  readonly slugs: Set<string>
  readonly references: PersonPlan['references'][number][]
  readonly spellings: PersonPlan['spellings'][number][]
}

const named = 'name:'
const erased = foldName(erasedPerson.name)
const keyOf = (source: string, reference: string) => JSON.stringify([source, reference])

/** What the source calls the person; where it has no word for them, their name is it. */
export function referenceOf(input: PersonInput): string {
  return input.reference ?? named + foldName(input.name)
}

function refer(book: Book, someone: Someone, source: string, reference: string): void {
  if (book.byReference.has(keyOf(source, reference))) return
  book.byReference.set(keyOf(source, reference), someone)
  book.references.push({ personId: someone.save.id, source, reference })
}

function nameInBook(book: Book, someone: Someone, folded: string): void {
  const namesakes = book.byName.get(folded) ?? new Set()
  book.byName.set(folded, namesakes.add(someone))
}

function openBook({ scope, known, takenSlugs }: MatchQuestion): Book {
  const book: Book = {
    people: new Map(),
    byReference: new Map(),
    byName: new Map(),
    slugs: new Set(takenSlugs),
    references: [],
    spellings: [],
  }
  for (const { spellings, references, ...person } of known) {
    const own = references.filter((one) => !one.reference.startsWith(named) && one.source !== scope)
    const someone: Someone = {
      save: { ...parsePersonName(person.name), ...person },
      isChanged: false,
      isSettled: false,
      sources: new Set(own.map((one) => one.source)),
      spellings: new Set(spellings),
    }
    book.people.set(person.id, someone)
    for (const { source, reference } of references) book.byReference.set(keyOf(source, reference), someone)
    if (!references.some((one) => one.source === scope)) continue
    for (const folded of spellings) nameInBook(book, someone, folded)
  }
  return book
}

/** The one person of that name in the series, unless the source already calls them something else. */
function findNamesake(book: Book, input: PersonInput): Someone | undefined {
  const namesakes = [...(book.byName.get(foldName(input.name)) ?? [])]
  const possible = namesakes.filter((one) => input.reference === undefined || !one.sources.has(input.source))
  return possible.length === 1 ? possible[0] : undefined
}

function introduce(book: Book, input: PersonInput, id: string): Someone {
  const parsed = parsePersonName(input.name)
  const slug = uniqueSlug(slugify(parsed.name, 60), book.slugs, 'person')
  const save = { id, slug, ...parsed, biography: input.biography ?? {}, website: input.website ?? null }
  const someone: Someone = {
    save,
    isChanged: true,
    isSettled: true,
    sources: new Set(),
    spellings: new Set(),
  }
  book.people.set(id, someone)
  return someone
}

/** Takes over what the source says: its spelling, and title, biography and website where it has any. */
function adopt(someone: Someone, input: PersonInput): void {
  const said = parsePersonName(input.name)
  const { save } = someone
  const next = {
    ...save,
    ...said,
    academicTitle: said.academicTitle ?? save.academicTitle,
    biography: { ...save.biography, ...input.biography },
    website: input.website ?? save.website,
  }
  if (isDeepStrictEqual(save, next)) return
  someone.save = next
  someone.isChanged = true
}

function recognise(book: Book, input: PersonInput, id: () => string): { someone: Someone; match: PersonMatch } {
  // What was exported after somebody was erased names them all by the one placeholder, which has no name of its own.
  if (foldName(input.name) === erased) {
    return { someone: book.people.get(erasedPerson.id) ?? introduce(book, input, erasedPerson.id), match: 'reference' }
  }
  const ours = input.id === undefined ? undefined : book.people.get(input.id)
  if (ours) return { someone: ours, match: 'reference' }
  const known = book.byReference.get(keyOf(input.source, referenceOf(input)))
  if (known) return { someone: known, match: 'reference' }
  const namesake = findNamesake(book, input)
  if (namesake) return { someone: namesake, match: 'name' }
  return { someone: introduce(book, input, id()), match: 'new' }
}

function ensure(book: Book, input: PersonInput, { scope, newId }: MatchQuestion): EnsuredPerson {
  const { someone, match } = recognise(book, input, newId)
  const formerName = titledName(someone.save)
  const isRenamed = !someone.isSettled && foldName(formerName) !== foldName(input.name)
  if (!someone.isSettled) adopt(someone, input)
  someone.isSettled = true
  const folded = foldName(input.name)
  if (!someone.spellings.has(folded)) {
    someone.spellings.add(folded)
    book.spellings.push({ personId: someone.save.id, name: someone.save.name, folded })
  }
  if (input.id !== someone.save.id) refer(book, someone, input.source, referenceOf(input))
  if (input.reference !== undefined) someone.sources.add(input.source)
  refer(book, someone, scope, someone.save.id)
  nameInBook(book, someone, folded)
  const { id, slug } = someone.save
  return { id, slug, name: titledName(someone.save), match, formerName: isRenamed ? formerName : null }
}

/**
 * Decides who is who. One person is meant when the source has our own id of them, or calls them the same as before; else when exactly one person
 * of that name belongs to the series and the source has not called that one something else. In every other case it is
 * somebody new: two people of one name stay two. Who was recognised by name says so (`match`), so that it is not silent.
 * Within `inputs` the first spelling of a person counts.
 */
export function matchPersons(question: MatchQuestion): PersonPlan {
  const book = openBook(question)
  const decided = new Map<string, EnsuredPerson>()
  for (const input of question.inputs) {
    const key = keyOf(input.source, referenceOf(input))
    if (!decided.has(key)) decided.set(key, ensure(book, input, question))
  }
  const changed = [...book.people.values()].filter((someone) => someone.isChanged)
  return {
    ensured: question.inputs.map((input) => decided.get(keyOf(input.source, referenceOf(input)))!),
    saves: changed.map((someone) => someone.save),
    spellings: book.spellings,
    references: book.references,
  }
}
