import { expect, test } from 'vitest'
import { deviceOf, hourOf } from './rules.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
  [`${windows} ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'chrome', 'windows'],
  [`${windows} ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'edge', 'windows'],
  [`${windows} ${webkit} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'opera', 'windows'],
  [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`, 'safari', 'macos'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
    'chrome',
    'ios',
  ],
  [
    `Mozilla/5.0 (Linux; Android 16; SM-S921B) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'samsung',
    'android',
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'chrome', 'chromeos'],
  ['curl/8.0', 'other', 'other'],
  ['<script>alert(1)</script>', 'other', 'other'],
  ['', 'other', 'other'],
  [null, 'other', 'other'],
  [`${'a'.repeat(600)} Firefox/140.0`, 'other', 'other'],
])('%j is %s on %s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }))

test.each([
  ['2031-11-21T12:00:00Z', '2031-11-21T12:00:00Z'],
  ['2031-11-21T12:59:59.999Z', '2031-11-21T12:00:00Z'],
])('%s lies in the hour from %s', (instant, hour) =>
  expect(hourOf(Temporal.Instant.from(instant)).toString()).toBe(hour),
)
