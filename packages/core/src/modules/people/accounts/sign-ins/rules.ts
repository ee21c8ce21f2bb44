import type { BrowserName, Device, SystemName } from './types.ts'

const hours = (count: number) => Temporal.Duration.from({ hours: count })

/** How long a sign-in holds at most. It is not prolonged by use, so a stolen cookie ends too. */
export const signInLifetime = hours(30 * 24)

/** A sign-in that nobody has used for this long is over. */
export const signInIdleTime = hours(7 * 24)

/** How long a second factor counts: a working day. After that it is asked for again. */
export const strengthLifetime = hours(12)

/** The full hour that `instant` lies in: more is not kept about when somebody was here. */
export function hourOf(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'hour', roundingMode: 'floor' })
}

// In this order, because most browsers also claim to be those further down.
const browsers: readonly (readonly [RegExp, BrowserName])[] = [
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(OPR|Opera)\//, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
]
const systems: readonly (readonly [RegExp, SystemName])[] = [
  [/\bAndroid\b/, 'android'],
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bWindows\b/, 'windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'macos'],
  [/\bCrOS\b/, 'chromeos'],
  [/\b(Linux|X11)\b/, 'linux'],
]

/** The browser and the system that a `User-Agent` header names. Nothing else of it is kept. */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent?.slice(0, 500) ?? ''
  const first = <T>(table: readonly (readonly [RegExp, T])[]) => table.find(([pattern]) => pattern.test(text))?.[1]
  return { browser: first(browsers) ?? 'other', system: first(systems) ?? 'other' }
}
