type Schema = boolean | { readonly [keyword: string]: unknown }

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  uri: (text) => URL.canParse(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  'date-time': (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(text),
  color: (text) => /^#[0-9a-f]{6}$/i.test(text),
}

/** What of JSON Schema draft 6 the c3voc schema uses; answers what is wrong with the value, with its JSON Pointer. */
export function schemaErrors(value: unknown, root: Schema, schema: Schema = root, at = ''): string[] {
  if (schema === true) return []
  if (schema === false) return [`${at}: not allowed`]
  if (typeof schema.$ref === 'string') return schemaErrors(value, root, resolve(root, schema.$ref), at)
  return [
    ...typeErrors(value, schema, at),
    ...(typeof value === 'string' ? stringErrors(value, schema, at) : []),
    ...(typeof value === 'number' && typeof schema.minimum === 'number' && value < schema.minimum
      ? [`${at}: too small`]
      : []),
    ...(Array.isArray(value) && schema.items
      ? value.flatMap((item, index) => schemaErrors(item, root, schema.items as Schema, `${at}/${index}`))
      : []),
    ...(isObject(value) ? objectErrors(value, root, schema, at) : []),
    ...alternativeErrors(value, root, schema, at),
  ]
}

function typeErrors(value: unknown, schema: Record<string, unknown>, at: string): string[] {
  const types = schema.type === undefined ? [] : [schema.type].flat()
  const own =
    value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  const fits = types.length === 0 || types.includes(own) || (own === 'integer' && types.includes('number'))
  const inList = !Array.isArray(schema.enum) || schema.enum.includes(value)
  return [...(fits ? [] : [`${at}: not of type ${types.join(' or ')}`]), ...(inList ? [] : [`${at}: not in the list`])]
}

function stringErrors(text: string, schema: Record<string, unknown>, at: string): string[] {
  const hasPattern = typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(text)
  const format = typeof schema.format === 'string' ? formats[schema.format] : undefined
  return [
    ...(hasPattern ? [] : [`${at}: not ${schema.pattern}`]),
    ...(format && !format(text) ? [`${at}: no ${schema.format}`] : []),
  ]
}

function objectErrors(
  value: Record<string, unknown>,
  root: Schema,
  schema: Record<string, unknown>,
  at: string,
): string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const patterns = Object.entries((schema.patternProperties ?? {}) as Record<string, Schema>)
  const missing = ((schema.required ?? []) as string[]).filter((name) => !Object.hasOwn(value, name))
  const inner = Object.entries(value).flatMap(([name, part]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined
    const matching = [
      own,
      ...patterns.map(([pattern, rule]) => (new RegExp(pattern, 'u').test(name) ? rule : undefined)),
    ]
    const rules = matching.filter((rule) => rule !== undefined)
    if (rules.length === 0 && schema.additionalProperties === false) return [`${at}/${name}: not allowed`]
    return rules.flatMap((rule) => schemaErrors(part, root, rule, `${at}/${name}`))
  })
  return [...missing.map((name) => `${at}: ${name} is missing`), ...inner]
}

function alternativeErrors(value: unknown, root: Schema, schema: Record<string, unknown>, at: string): string[] {
  if (!Array.isArray(schema.oneOf)) return []
  const fitting = schema.oneOf.filter((one: Schema) => schemaErrors(value, root, one, at).length === 0)
  return fitting.length === 1 ? [] : [`${at}: fits ${fitting.length} of the alternatives`]
}

function resolve(root: Schema, reference: string): Schema {
  const steps = reference.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((schema, step) => (schema as Record<string, unknown>)[step], root) as Schema
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
