import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Grades } from './metrics.ts'

export type Judgement = { readonly query: string; readonly grades: Grades }

const series = '/mitteldeutscher-it-fachtag'

/** `session 2017/social-engineering` → the kind and the address of the document, as a search answers them. */
export function documentKey(name: string): string {
  const [kind, slug] = name.split(' ')
  const [edition, session] = (slug ?? '').split('/')
  const paths: Record<string, string> = {
    session: `${series}/${edition}/programm/beitrag/${session}`,
    edition: `${series}/${slug}`,
    recap: `${series}/${slug}/rueckblick`,
    news: `${series}/aktuelles/${slug}`,
    topic: `/themen/${slug}`,
    person: `/personen/${slug}`,
    organisation: `/organisationen/${slug}`,
    page: `/${slug}`,
  }
  const path = kind && slug && paths[kind]
  if (!path) throw new Error(`no kind of document: ${name}`)
  return `${kind} ${path}`
}

type Entry = { readonly query: string } & { readonly [grade: string]: readonly string[] }

/** The judged queries of a file beside this one. Throws where a document is named twice for one query. */
export function readJudgements(file: 'judgements.yaml' | 'heldout.yaml'): Judgement[] {
  const entries: Entry[] = parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
  return entries.map((entry) => {
    const named = ['3', '2', '1'].flatMap((grade) =>
      (entry[grade] ?? []).map((name) => [documentKey(name), Number(grade)] as const),
    )
    const grades = new Map(named)
    if (grades.size !== named.length) throw new Error(`a document is named twice for ${entry.query}`)
    return { query: entry.query, grades }
  })
}
