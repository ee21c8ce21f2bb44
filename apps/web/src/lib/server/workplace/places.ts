import { findManagedRoom, findManagedTrack, listPlaceUses } from '@fachtag/core/modules/editions/places/queries'
import { addPlace, changePlace, removePlace } from '@fachtag/core/modules/editions/places/record/commands'
import { type TrackForm, trackForm } from '@fachtag/core/modules/editions/places/schema'
import type { Place, PlaceSaved } from '@fachtag/core/modules/editions/places/types'
import { findRoomEquipment } from '@fachtag/core/modules/programme/circumstances/queries'
import { addEquippedRoom, changeEquippedRoom } from '@fachtag/core/modules/programme/circumstances/rooms/commands'
import { type EquippedRoomForm, equippedRoomForm } from '@fachtag/core/modules/programme/circumstances/rooms/schema'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm, Saved } from '../forms/object-form.ts'
import { choicesOf } from './choices.ts'

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
export const roomObject: ObjectForm<EquippedRoomForm> = {
  schema: equippedRoomForm,
  texts: (t) => ({ create: t.editionForms.rooms.create }),
  fields({ locals }) {
    const { editionForms, logistics, warnings } = messages(locals.locale)
    const { name, capacity, description, descriptionHint } = editionForms.rooms
    const { equipment, equipmentHint } = logistics.rooms
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
      {
        kind: 'checks',
        name: 'equipment',
        label: equipment,
        hint: equipmentHint,
        options: choicesOf(warnings.equipment),
        optional: true,
      },
    ]
  },
  async find(event) {
    const { db } = event.locals.ctx
    const scope = editionOf(event.locals)
    const room = await findManagedRoom(db, scope, idOf(event))
    if (!room) return null
    const equipment = await findRoomEquipment(db, scope.editionId, room.id)
    return { input: { ...room, equipment }, title: room.name, revision: room.revision }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    if (revision !== undefined)
      return toSaved(event, 'rooms', await changeEquippedRoom(ctx, scope, idOf(event), input, revision))
    return toSaved(event, 'rooms', { kind: 'saved', id: await addEquippedRoom(ctx, scope, input) })
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
