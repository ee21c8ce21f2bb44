import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'

/** Kilobytes (1,024 bytes, compressed, with headers) that a first visit to `url` loads in Chromium on a screen of `width` pixels. */
export async function measureVisit(url: URL, width: number): Promise<number> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is needed to measure a first visit: apt-get install chromium')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(url.href, { waitUntil: 'networkidle' })
    return bytes / 1_024
  } finally {
    await browser.close()
  }
}
