import { type DestinationStream, destination, type Level, pino } from 'pino'
import { type LogFields, safeFields } from './fields.ts'

type Write = (event: string, fields?: LogFields) => void

/** Where the program says what it does. `event` is a fixed phrase in English, never composed from data. */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}

/** A log that writes one JSON object a line, from `level` on, to `stream` (else standard error). */
export function createLog(level: Level | 'silent', stream: DestinationStream = destination({ fd: 2 })): Log {
  // `base` would add the name of the machine; the service manager knows it.
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, stream)
  const at =
    (importance: Level): Write =>
    (event, fields = {}) =>
      logger[importance](safeFields(fields), event)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const silentLog: Log = createLog('silent')
