import { findManagedRoom, findManagedTrack, listPlaceUses } from '@fachtag/core/modules/editions/places/queries'
import { addRoom, changeRoom, removeRoom } from '@fachtag/core/modules/editions/places/rooms/commands'
import { type RoomForm, roomForm, type TrackForm, trackForm } from '@fachtag/core/modules/editions/places/schema'
import { addTrack, changeTrack, removeTrack } from '@fachtag/core/modules/editions/places/tracks/commands'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const base = ({ params }: ObjectEvent) => `/organisieren/${params.series}/${params.edition}`

async function usesOf(event: ObjectEvent, place: 'rooms' | 'tracks') {
  const uses = await listPlaceUses(event.locals.ctx.db, place, editionOf(event.locals), idOf(event))
  return uses.map(({ sessionId, title }) => ({ name: title, path: `${base(event)}/beitraege/${sessionId}` }))
}

/** The page of a room: `…/raeume/[id]`. */
export const roomObject: ObjectForm<RoomForm> = {
  schema: roomForm,
  texts: (t) => ({ create: t.editionForms.rooms.create }),
  fields({ locals }) {
    const t = messages(locals.locale).editionForms.rooms
    return [
      { kind: 'text', name: 'name', label: t.name, max: 200, width: 'half' },
      { kind: 'number', name: 'capacity', label: t.capacity, optional: true, width: 'short' },
      {
        kind: 'long',
        name: 'description',
        label: t.description,
        hint: t.descriptionHint,
        max: 2000,
        rows: 3,
        optional: true,
      },
    ]
  },
  async find(event) {
    const room = await findManagedRoom(event.locals.ctx.db, editionOf(event.locals), idOf(event))
    return room && { id: room.id, input: room, title: room.name, revision: room.revision }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    if (revision === undefined) {
      await addRoom(ctx, scope, input)
      return { kind: 'saved', path: `${base(event)}/raeume` }
    }
    const saved = await changeRoom(ctx, scope, idOf(event), input, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path: `${base(event)}/raeume` } : saved
  },
  uses: (event) => usesOf(event, 'rooms'),
  async remove(event, revision) {
    const removed = await removeRoom(event.locals.ctx, editionOf(event.locals), idOf(event), revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: `${base(event)}/raeume` } : removed
  },
}

/** The page of a track: `…/reihen/[id]`. */
export const trackObject: ObjectForm<TrackForm> = {
  schema: trackForm,
  texts: (t) => ({ create: t.editionForms.tracks.create }),
  fields({ locals }) {
    const t = messages(locals.locale).editionForms.tracks
    return [
      { kind: 'text', name: 'name', label: t.name, max: 200, width: 'half' },
      { kind: 'colour', name: 'colour', label: t.colour, optional: true, width: 'short' },
    ]
  },
  async find(event) {
    const track = await findManagedTrack(event.locals.ctx.db, editionOf(event.locals), idOf(event))
    return track && { id: track.id, input: track, title: track.name, revision: track.revision }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    if (revision === undefined) {
      await addTrack(ctx, scope, input)
      return { kind: 'saved', path: `${base(event)}/reihen` }
    }
    const saved = await changeTrack(ctx, scope, idOf(event), input, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path: `${base(event)}/reihen` } : saved
  },
  uses: (event) => usesOf(event, 'tracks'),
  async remove(event, revision) {
    const removed = await removeTrack(event.locals.ctx, editionOf(event.locals), idOf(event), revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: `${base(event)}/reihen` } : removed
  },
}
