/**
 * A sentence with its parameters: `{name}` stands for one. Numbers that are not whole have the decimal sign of `locale` and two
 * digits at most behind it; a parameter that is not given is left out.
 */
export function fill(
  sentence: string,
  params: Readonly<Record<string, string | number | boolean | undefined>>,
  locale: string,
): string {
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false })
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? ''
    return typeof value === 'number' && !Number.isInteger(value) ? decimals.format(value) : String(value)
  })
}
