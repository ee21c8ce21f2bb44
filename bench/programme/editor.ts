import { chromium, type Page } from 'playwright-core'
import { startWeb } from '../../apps/web/server/start.ts'
import { signedIn } from '../../apps/web/test/signed-in.ts'
import { openApp } from '../../packages/core/src/app/open.ts'
import { readSettings } from '../../packages/core/src/platform/config/read.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { type Figure, figure, quantile } from '../report.ts'

/** Milliseconds from asking for the editor until its sessions are drawn. */
async function measureFirstPaint(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address)
  await page.locator('.editor-block').first().waitFor()
  // Counted by the page itself from the beginning of the request to the frame after the first session is there.
  return page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))))
}

/** Milliseconds between the frames that a browser shows while a session is dragged to and fro across many rooms. */
async function measureFrames(page: Page, seconds: number): Promise<number[]> {
  const block = page.locator('.editor-block:not(.is-across)').first()
  await block.scrollIntoViewIfNeeded()
  const box = (await block.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 30, { steps: 4 })
  await page.locator('.editor-ghost:not([hidden])').waitFor()
  const frames = page.evaluate(
    (milliseconds) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const note = (now: number) => {
          times.push(now)
          if (now - times[0]! < milliseconds) requestAnimationFrame(note)
          else resolve(times.slice(1).map((time, n) => time - times[n]!))
        }
        requestAnimationFrame(note)
      }),
    seconds * 1_000,
  )
  const until = performance.now() + seconds * 1_000
  for (let n = 0; performance.now() < until; n++) {
    const [x, y] = [360 + Math.abs(((n * 13) % 900) - 450), 320 + Math.abs(((n * 7) % 500) - 250)]
    await page.mouse.move(x, y)
  }
  const taken = await frames
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return taken
}

/** The editor on the large edition in the database at `url`, in a browser: how soon it is there, and how smoothly it drags. */
export async function measureEditor(url: string, seconds: number): Promise<Figure[]> {
  const executablePath = findChromium()
  if (!executablePath) return []
  const app = await openApp(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', FACHTAG_WORKER: 'no' }))
  const web = await startWeb(app, { host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const cookie = await signedIn(app, {
      name: 'bench',
      grants: [{ role: 'operator', seriesId: null, editionId: null }],
    })
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: web.url }])
    const page = await context.newPage()
    const address = `${web.url}/organisieren/gross/gross/programm`
    const paints: number[] = []
    for (let n = 0; n < 4; n++) paints.push(await measureFirstPaint(page, address))
    const blocks = await page.locator('.editor-block').count()
    const frames = await measureFrames(page, seconds)
    const perSecond = (frames.length * 1_000) / frames.reduce((sum, one) => sum + one, 0)
    return [
      figure('the editor’s sessions on its first day', blocks, ''),
      figure('first paint of the editor, the first of all', paints[0]!, 'ms'),
      figure('first paint of the editor, median of the next three', quantile(paints.slice(1), 0.5), 'ms', {
        atMost: 1_500,
      }),
      figure('frames per second while dragging', perSecond, '/s'),
      figure('time between two frames while dragging, p95', quantile(frames, 0.95), 'ms'),
    ]
  } finally {
    await browser.close()
    await web.close()
    await app.close()
  }
}
