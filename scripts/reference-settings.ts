import { type Setting, settings } from '../packages/core/src/platform/config/settings.ts'
import { markdownTable, referencePage } from './markdown-table.ts'

/** The page on the environment variables that the product reads. */
export function settingsPage(): string {
  const rows = Object.values(settings as Record<string, Setting<unknown>>).map((setting) => [
    `\`${setting.env}\``,
    setting.default === undefined ? '' : `\`${setting.default}\``,
    setting.meaning.de ?? '',
    setting.meaning.en ?? '',
    setting.expects.en ?? '',
  ])
  const table = markdownTable(['variable', 'default', 'Bedeutung', 'meaning', 'expects'], rows)
  return referencePage('Settings', 'packages/core/src/platform/config/settings.ts', table)
}
