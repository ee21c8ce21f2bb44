import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import type { ChangedField, MovedSession, Place, SessionRef } from '@fachtag/core/modules/programme/changelog/types'
import type { ImportReport } from '@fachtag/core/modules/programme/import/types'
import { say } from '../terminal/language.ts'

/** A list longer than this is cut; `--json` has all of it. */
const shown = 25

const fieldNames: Readonly<Record<string, LocalizedText>> = {
  title: { de: 'Titel', en: 'title' },
  titleIsGiven: { de: 'Herkunft des Titels', en: 'origin of the title' },
  subtitle: { de: 'Untertitel', en: 'subtitle' },
  abstract: { de: 'Kurztext', en: 'abstract' },
  description: { de: 'Beschreibung', en: 'description' },
  method: { de: 'Methode', en: 'method' },
  type: { de: 'Art', en: 'type' },
  language: { de: 'Sprache', en: 'language' },
  track: { de: 'Reihe', en: 'track' },
  people: { de: 'Personen', en: 'people' },
  links: { de: 'Links', en: 'links' },
  topics: { de: 'Themen', en: 'topics' },
  isPlenary: { de: 'Plenum', en: 'plenary' },
}

const unknown: LocalizedText = { de: 'offen', en: 'open' }

function placeText({ day, startsAt, durationMinutes, room }: Place): string {
  const time = startsAt?.replace('T', ' ') ?? day ?? say(unknown)
  return [time, durationMinutes === null ? '' : `${durationMinutes} min`, room ?? ''].filter(Boolean).join(', ')
}

function movedText({ from, to }: MovedSession): string {
  return `${placeText(from)} → ${placeText(to)}`
}

function fieldText({ field, from, to }: ChangedField): string {
  const name = fieldNames[field] ? say(fieldNames[field]) : field
  return from === undefined ? name : `${name} „${from ?? ''}“ → „${to ?? ''}“`
}

function listed<T>(title: LocalizedText, entries: readonly T[], text: (entry: T) => string): string[] {
  if (entries.length === 0) return []
  const rest = entries.length - shown
  const more = say({ de: `  … und ${rest} weitere (alle mit --json)`, en: `  … and ${rest} more (all with --json)` })
  return [
    `${say(title)}: ${entries.length}`,
    ...entries.slice(0, shown).map((entry) => `  ${text(entry)}`),
    ...(rest > 0 ? [more] : []),
  ]
}

const named = ({ title, reference }: SessionRef) => (reference === null ? title : `${title} [${reference}]`)

function releaseLine({ dryRun, release }: ImportReport): string {
  if (dryRun) return say({ de: 'Probelauf: nichts wurde geschrieben.', en: 'Dry run: nothing was written.' })
  if (!release) return say({ de: 'Kein neuer Programmstand.', en: 'No new release.' })
  const { number, name } = release
  const text = name === String(number) ? name : `${number} („${name}“)`
  return say({ de: `Veröffentlicht als Programmstand ${text}.`, en: `Published as release ${text}.` })
}

function peopleLines({ people }: ImportReport): string[] {
  return [
    ...listed({ de: 'Neue Personen', en: 'New people' }, people.added, (name) => name),
    ...listed(
      { de: 'Nur am Namen wiedererkannt, bitte prüfen', en: 'Recognised by name only, please check' },
      people.recognisedByName,
      (name) => name,
    ),
    ...listed({ de: 'Umbenannt', en: 'Renamed' }, people.renamed, ({ from, to }) => `${from} → ${to}`),
    ...listed({ de: 'Neue Angaben zu Personen', en: 'New details of people' }, people.updated, (name) => name),
  ]
}

/** What an import did, for a person at a terminal. */
export function reportLines(report: ImportReport): string[] {
  const { changes } = report
  const lines = [
    ...listed({ de: 'Neu', en: 'Added' }, changes.added, named),
    ...listed({ de: 'Verschoben', en: 'Moved' }, changes.moved, (one) => `${named(one)}: ${movedText(one)}`),
    ...listed({ de: 'Geändert', en: 'Changed' }, changes.changed, (one) => {
      return `${named(one)}: ${one.fields.map(fieldText).join('; ')}`
    }),
    ...listed({ de: 'Abgesagt', en: 'Cancelled' }, changes.cancelled, named),
    ...listed({ de: 'Findet doch statt', en: 'Reinstated' }, changes.reinstated, named),
    ...listed({ de: 'Entfernt', en: 'Removed' }, changes.removed, named),
    ...listed({ de: 'Neue Reihen', en: 'New tracks' }, changes.tracks.added, (name) => name),
    ...listed({ de: 'Entfernte Reihen', en: 'Removed tracks' }, changes.tracks.removed, (name) => name),
    ...listed({ de: 'Neue Räume', en: 'New rooms' }, changes.rooms.added, (name) => name),
    ...listed({ de: 'Entfernte Räume', en: 'Removed rooms' }, changes.rooms.removed, (name) => name),
  ]
  const nothing = say({ de: 'Am Programm ändert sich nichts.', en: 'Nothing changes in the programme.' })
  return [...(lines.length > 0 ? lines : [nothing]), ...peopleLines(report), releaseLine(report)]
}
