import { findManagedRoom, findManagedTrack, listPlaceUses } from '@fachtag/core/modules/editions/places/queries'
import { addPlace, changePlace, removePlace } from '@fachtag/core/modules/editions/places/record/commands'
import { type RoomForm, roomForm, type TrackForm, trackForm } from '@fachtag/core/modules/editions/places/schema'
import type { Place, PlaceSaved } from '@fachtag/core/modules/editions/places/types'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm, Saved } from '../forms/object-form.ts'

const words = { rooms: 'raeume', tracks: 'reihen' } as const
const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const base = ({ params }: ObjectEvent) => `/organisieren/${params.series}/${params.edition}`
const listOf = (event: ObjectEvent, place: Place) => `${base(event)}/${words[place]}`

const toSaved = (event: ObjectEvent, place: Place, saved: PlaceSaved): Saved =>
  saved.kind === 'saved' ? { kind: 'saved', path: listOf(event, place) } : saved

/** What deleting a room and deleting a track have in common. */
const removal = (place: Place): Pick<ObjectForm<never>, 'uses' | 'remove'> => ({
  async uses(event) {
    const uses = await listPlaceUses(event.locals.ctx.db, place, editionOf(event.locals), idOf(event))
    return uses.map(({ sessionId, title }) => ({ name: title, path: `${base(event)}/beitraege/${sessionId}` }))
  },
  async remove(event, revision) {
    const removed = await removePlace(event.locals.ctx, place, editionOf(event.locals), idOf(event), revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: listOf(event, place) } : removed
  },
})

/** The page of a room: `…/raeume/[id]`. */
export const roomObject: ObjectForm<RoomForm> = {
  schema: roomForm,
  texts: (t) => ({ create: t.editionForms.rooms.create }),
  fields({ locals }) {
    const { name, capacity, description, descriptionHint } = messages(locals.locale).editionForms.rooms
    return [
      { kind: 'text', name: 'name', label: name, max: 200, width: 'half' },
      { kind: 'number', name: 'capacity', label: capacity, optional: true, width: 'short' },
      {
        kind: 'long',
        name: 'description',
        label: description,
        hint: descriptionHint,
        max: 2000,
        rows: 3,
        optional: true,
      },
    ]
  },
  async find(event) {
    const room = await findManagedRoom(event.locals.ctx.db, editionOf(event.locals), idOf(event))
    return room && { input: room, title: room.name, revision: room.revision }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    if (revision !== undefined)
      return toSaved(event, 'rooms', await changePlace(ctx, 'rooms', scope, idOf(event), input, revision))
    return toSaved(event, 'rooms', { kind: 'saved', id: await addPlace(ctx, 'rooms', scope, input) })
  },
  ...removal('rooms'),
}

/** The page of a track: `…/reihen/[id]`. */
export const trackObject: ObjectForm<TrackForm> = {
  schema: trackForm,
  texts: (t) => ({ create: t.editionForms.tracks.create }),
  fields({ locals }) {
    const { name, colour } = messages(locals.locale).editionForms.tracks
    return [
      { kind: 'text', name: 'name', label: name, max: 200, width: 'half' },
      { kind: 'colour', name: 'colour', label: colour, optional: true, width: 'short' },
    ]
  },
  async find(event) {
    const track = await findManagedTrack(event.locals.ctx.db, editionOf(event.locals), idOf(event))
    return track && { input: track, title: track.name, revision: track.revision }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    if (revision !== undefined)
      return toSaved(event, 'tracks', await changePlace(ctx, 'tracks', scope, idOf(event), input, revision))
    return toSaved(event, 'tracks', { kind: 'saved', id: await addPlace(ctx, 'tracks', scope, input) })
  },
  ...removal('tracks'),
}
