import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Opens the latest mail to `address` with this in its line of the demonstration's mailbox, as soon as there is one. */
export async function openMail(page: Page, address: string, subject = ''): Promise<void> {
  const mails = page.getByRole('listitem').filter({ hasText: address }).filter({ hasText: subject })
  const latest = mails.getByRole('link').first()
  await expect
    .poll(
      async () => {
        await page.goto('/postfach')
        return latest.count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  await latest.click()
}
