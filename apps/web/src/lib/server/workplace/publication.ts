import type { Visibility } from '@fachtag/core/modules/editions/types'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectStep, Stored } from '../forms/object-form.ts'

/** What a form says about whether its object is public, and the step that changes it. */
export function publicationOf({ locals }: ObjectEvent, visibility: Visibility): Pick<Stored, 'badge' | 'steps'> {
  const t = messages(locals.locale).editionForms
  const isPublic = visibility === 'public'
  const steps: ObjectStep[] = isPublic
    ? [{ name: 'draft', label: t.withdraw }]
    : [{ name: 'public', label: t.publish, hint: t.publishHint, isMain: true }]
  return { badge: isPublic ? { kind: 'success', text: t.public } : { kind: 'info', text: t.draft }, steps }
}

/** The visibility that a step asks for. */
export const visibilityOf = (step: string): Visibility => (step === 'public' ? 'public' : 'draft')
