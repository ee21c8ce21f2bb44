import { localize } from '@fachtag/core/kernel/localized-text'
import { addTopic, changeTopic } from '@fachtag/core/modules/editions/topics/vocabulary/commands'
import { findTopicEntry } from '@fachtag/core/modules/editions/topics/vocabulary/queries'
import { type TopicEntryInput, topicEntryInput } from '@fachtag/core/modules/editions/topics/vocabulary/schema'
import { findTopicScope } from '@fachtag/core/modules/programme/involvement/queries'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { found } from '../found.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const pathOf = (id: string) => `/organisieren/themen/${id}`

/** The page of a topic: `/organisieren/themen/[id]`. */
export const topicObject: ObjectForm<TopicEntryInput> = {
  schema: topicEntryInput,
  texts: (t) => ({ create: t.contentForms.topics.create }),
  fields({ locals }) {
    const t = messages(locals.locale).contentForms.topics
    return [
      { kind: 'localized', name: 'name', label: t.name, max: 120 },
      { kind: 'localized', name: 'description', label: t.description, as: 'markdown', rows: 4, optional: true },
      { kind: 'lines', name: 'synonyms', label: t.synonyms, hint: t.synonymsHint, rows: 6, optional: true },
    ]
  },
  async find(event) {
    const { ctx, locale } = event.locals
    const topic = await findTopicEntry(ctx.db, idOf(event))
    const links = topic && [
      { path: `${pathOf(topic.id)}/zusammenfuehren`, name: messages(locale).contentForms.merge.link },
    ]
    return topic && links && { input: topic, title: localize(topic.name, locale), revision: topic.revision, links }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = revision === undefined ? null : found(await findTopicScope(ctx.db, idOf(event)))
    const saved = scope ? await changeTopic(ctx, scope, input, revision) : await addTopic(ctx, input)
    switch (saved.kind) {
      case 'saved':
        return { kind: 'saved', path: pathOf(saved.id) }
      case 'known':
        return { kind: 'refused', problems: { 'name.de': 'taken' } }
      case 'conflict':
        return saved
    }
  },
}
