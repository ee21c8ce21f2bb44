import { expect, test } from 'vitest'
import { params } from './params.ts'

const takes = async (name: keyof typeof params, value: string): Promise<boolean> => {
  const result = await params[name]['~standard'].validate(value)
  return !result.issues && result.value === value
}

test.each([
  ['legal', ['impressum', 'datenschutz', 'barrierefreiheit'], ['', 'Impressum', 'impressum/', 'agb', 'it-fachtag']],
  ['day', ['2024-11-27', 'ohne-tag'], ['', 'heute', '2024-11', '2024-11-27T09:00', 'x2024-11-27', 'ohne-tage']],
  ['programme', ['ics', 'pdf', 'xlsx', 'csv', 'json', 'xml'], ['', 'PDF', 'doc', 'html', 'toString', '__proto__']],
] as const)('%s takes %j and nothing else, such as %j', async (name, taken, refused) => {
  for (const value of taken) expect({ value, isTaken: await takes(name, value) }).toEqual({ value, isTaken: true })
  for (const value of refused) expect({ value, isTaken: await takes(name, value) }).toEqual({ value, isTaken: false })
})
