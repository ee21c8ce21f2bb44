/** Nobody answers, or not sensibly: it is worth another try. */
export class Unreachable extends Error {}

/** The server will not take anything more from us: signed out, or without the right. */
export class TurnedAway extends Error {}

/** The server does not take this, however often it is sent. */
export class Rejected extends Error {}
