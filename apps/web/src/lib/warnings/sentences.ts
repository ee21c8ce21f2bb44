import type { WarningKind, WarningOf } from '@fachtag/core/modules/programme/warnings/types'
import type { Teller } from './telling.ts'
import type { WarningNames } from './types.ts'

type Wording<K extends WarningKind> = {
  /** Whom or what the warning is about. */
  subject(warning: WarningOf<K>, tell: Teller, names: WarningNames): string
  sentences(warning: WarningOf<K>, tell: Teller, names: WarningNames): readonly string[]
}

const titleOf = ({ sessionIds }: { readonly sessionIds: readonly string[] }, tell: Teller, names: WarningNames) =>
  names.session(sessionIds[0] ?? '')?.title ?? tell.t.gone
const aboutSession = { subject: titleOf }
const aboutPerson = {
  subject: ({ facts }: { readonly facts: { readonly personId: string } }, tell: Teller) => tell.person(facts.personId),
}
const aboutRoom = {
  subject: ({ facts }: { readonly facts: { readonly roomId: string } }, tell: Teller, names: WarningNames) =>
    names.room(facts.roomId) ?? tell.t.gone,
}
const aboutTrack = {
  subject: ({ facts }: { readonly facts: { readonly trackId: string } }, tell: Teller, names: WarningNames) =>
    names.track(facts.trackId) ?? tell.t.gone,
}

/** Kind → what it says. A kind that has no words does not compile. */
export const wordings: { readonly [K in WarningKind]: Wording<K> } = {
  'person-in-two-places': {
    ...aboutPerson,
    sentences({ facts, sessionIds }, tell) {
      const [first, second] = sessionIds.map(tell.session)
      const overlap = tell.overlap(sessionIds, facts.overlapMinutes)
      return [tell.t.sentences.twoPlaces(tell.person(facts.personId), first!, second!, overlap)]
    },
  },
  'room-taken-twice': {
    ...aboutRoom,
    sentences({ facts, sessionIds }, tell) {
      const [first, second] = sessionIds.map(tell.session)
      const overlap = tell.overlap(sessionIds, facts.overlapMinutes)
      return [tell.t.sentences.roomTaken(tell.room(facts.roomId), first!, second!, overlap)]
    },
  },
  'room-too-small': {
    ...aboutSession,
    sentences: ({ facts: { roomId, capacity, expectedCount }, sessionIds: [id] }, { t, session, room }) => [
      t.sentences.tooSmall(session(id), expectedCount, room(roomId), t.seats(capacity)),
    ],
  },
  'room-lacks-equipment': {
    ...aboutSession,
    sentences({ facts, sessionIds: [id] }, tell) {
      const missing = tell.list(facts.missing.map((one) => tell.t.equipment[one]))
      return [tell.t.sentences.lacksEquipment(tell.session(id), missing, tell.room(facts.roomId))]
    },
  },
  'remote-without-equipment': {
    ...aboutSession,
    sentences({ facts, sessionIds: [id] }, tell, names) {
      const who = tell.list(facts.appearanceIds.map((one) => names.appearance(one) ?? tell.t.gone))
      return [tell.t.sentences.remote(who, tell.session(id), tell.room(facts.roomId))]
    },
  },
  'remote-not-ready': {
    ...aboutPerson,
    sentences({ facts: { personId, lacks }, sessionIds: [id] }, tell) {
      const missing = tell.list(lacks.map((one) => tell.t.readinessLacks[one]))
      return [tell.t.sentences.notReady(tell.person(personId), tell.session(id), missing)]
    },
  },
  'outside-availability': {
    ...aboutPerson,
    sentences({ facts: { personId, minutesOutside, windows }, sessionIds: [id] }, tell) {
      const { t, session, person } = tell
      if (windows.length === 0) return [t.sentences.neverThere(person(personId), session(id))]
      const when = tell.list(windows.map(tell.window))
      return [t.sentences.outside(person(personId), session(id), tell.duration(minutesOutside), when)]
    },
  },
  'no-time-to-change-rooms': {
    ...aboutPerson,
    sentences({ facts: { personId, gapMinutes, neededMinutes }, sessionIds }, tell) {
      const [from, to] = sessionIds.map(tell.session)
      const { t } = tell
      const needed = tell.duration(neededMinutes)
      if (gapMinutes === 0) return [t.sentences.noTime(tell.person(personId), from!, to!, needed)]
      return [t.sentences.littleTime(tell.person(personId), from!, to!, tell.duration(gapMinutes), needed)]
    },
  },
  'track-changes-rooms': {
    ...aboutTrack,
    sentences: ({ facts: { trackId, day, roomIds } }, tell) => [
      tell.t.sentences.trackMoves(tell.track(trackId), tell.day(day), tell.list(roomIds.map(tell.room))),
    ],
  },
  'similar-topics-in-parallel': {
    ...aboutSession,
    sentences({ facts: { topicIds, overlapMinutes }, sessionIds }, tell, names) {
      const [first, second] = sessionIds.map(tell.session)
      const topics = tell.list(topicIds.map((id) => tell.quoted(names.topic(id))))
      return [tell.t.sentences.similar(first!, second!, topics, tell.overlap(sessionIds, overlapMinutes))]
    },
  },
  'moderator-missing': {
    ...aboutSession,
    sentences: ({ facts, sessionIds: [id] }, { t, session }) => [
      t.sentences.noModerator(session(id), t.led[facts.type]),
    ],
  },
  'person-without-break': {
    ...aboutPerson,
    sentences({ facts: { personId, day, from, until, minutes, longestMinutes } }, tell) {
      const times = tell.stretch(from, until)
      const [duration, longest] = [tell.duration(minutes), tell.duration(longestMinutes)]
      return [tell.t.sentences.personLong(tell.person(personId), tell.day(day), times, duration, longest)]
    },
  },
  'track-without-break': {
    ...aboutTrack,
    sentences({ facts: { trackId, day, from, until, minutes, longestMinutes } }, tell) {
      const times = tell.stretch(from, until)
      const [duration, longest] = [tell.duration(minutes), tell.duration(longestMinutes)]
      return [tell.t.sentences.trackLong(tell.track(trackId), tell.day(day), times, duration, longest)]
    },
  },
  'order-violated': {
    ...aboutSession,
    sentences({ facts: { wishId, minutesTooEarly }, sessionIds }, tell, names) {
      const [first, then] = sessionIds.map(tell.session)
      const reason = names.wish(wishId)?.reason
      const said = tell.t.sentences.order(first!, then!, tell.duration(minutesTooEarly))
      return reason ? [said, tell.t.reason(reason)] : [said]
    },
  },
  'outside-day': {
    ...aboutSession,
    sentences({ facts: { minutesEarly, minutesLate }, sessionIds: [id] }, tell) {
      const { early, late } = tell.t.sentences
      return [
        ...(minutesEarly > 0 ? [early(tell.session(id), tell.duration(minutesEarly))] : []),
        ...(minutesLate > 0 ? [late(tell.session(id), tell.duration(minutesLate))] : []),
      ]
    },
  },
  'longer-than-slot': {
    ...aboutSession,
    sentences: ({ facts: { slotId, minutesOver }, sessionIds: [id] }, tell) => [
      tell.t.sentences.overSlot(tell.session(id), tell.slot(slotId), tell.duration(minutesOver)),
    ],
  },
  'plenary-overlapped': {
    ...aboutSession,
    sentences({ facts: { overlapMinutes }, sessionIds }, tell) {
      const [plenary, other] = sessionIds.map(tell.session)
      return [tell.t.sentences.besidePlenary(plenary!, other!, tell.overlap(sessionIds, overlapMinutes))]
    },
  },
}
