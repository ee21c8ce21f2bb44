import { defineParams } from '@sveltejs/kit/params'

const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (param: string) =>
    allowed.find((one) => one === param)

/** What the parts of an address in brackets may be; anything else is no page. */
export const params = defineParams({
  legal: oneOf('impressum', 'datenschutz', 'barrierefreiheit'),
  day: (param) => (/^\d{4}-\d{2}-\d{2}$|^ohne-tag$/.test(param) ? param : undefined),
  programme: oneOf('ics', 'pdf', 'xlsx', 'csv', 'json', 'xml'),
})
