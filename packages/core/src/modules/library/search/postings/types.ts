import type { Token } from '../../../../platform/german/tokenize.ts'

/** The words of one text of a document. Compounds are taken apart in German only. */
export type FieldText = { readonly tokens: readonly Token[]; readonly isGerman: boolean }

/** A part of a document: what a word in it counts, and how many words it usually has; longer ones count less for each. */
export type Field = {
  readonly boost: number
  readonly usual: number
  readonly keepsStopwords: boolean
  readonly texts: readonly FieldText[]
}

/** A document's words with the number that postings name it by. */
export type NumberedFields = { readonly id: number; readonly fields: readonly Field[] }

/** In which documents a term stands and how much it says there, 0 to 1000; the lists run in parallel. */
export type Posting = { readonly documents: number[]; readonly impacts: number[] }

/** A word of the corpus as it was first met, and whether it may be a part of compounds. */
export type CorpusWord = { readonly word: string; readonly surface: string; readonly isPart: boolean }

/** `version` names the state of the index that the postings, by their terms, were read in. */
export type VersionedPostings = { readonly version: string; readonly postings: ReadonlyMap<string, Posting> }
