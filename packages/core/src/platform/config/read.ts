import { DomainError } from '../../kernel/errors.ts'
import { type Setting, type SettingName, type Settings, settings } from './settings.ts'

function readSetting(setting: Setting<unknown>, env: NodeJS.ProcessEnv): unknown {
  // An empty variable is what a half-filled unit or compose file leaves behind: it counts as not set.
  const text = env[setting.env]?.trim() || setting.default
  return text === undefined ? null : setting.parse(text)
}

/**
 * The settings that `env` (usually `process.env`) gives. Throws `settings.invalid` with the variables (`names`, separated
 * by ", ") whose text is not what their setting expects: all of them at once, and never their values.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const entries = Object.entries(settings).map(([name, setting]) => [name, readSetting(setting, env)] as const)
  const wrong = entries.filter(([, value]) => value === undefined).map(([name]) => settings[name as SettingName].env)
  if (wrong.length > 0) throw new DomainError('settings.invalid', { names: wrong.join(', ') })
  return Object.fromEntries(entries) as Settings
}
