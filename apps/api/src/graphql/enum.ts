import { builder } from './builder.ts'

/** `tls-fallback` and `TLSv1.2` in GraphQL's alphabet: `TLS_FALLBACK`, `TLS_1_2`. */
export const enumName = (value: string): string =>
  value
    .replace(/^(TLS|SSL)v/, '$1-')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()

/** An enum over one of core's closed lists; a value without a description does not compile. */
export function describedEnum<const V extends string>(
  name: string,
  description: string,
  values: Readonly<Record<V, string>>,
) {
  const entries = (Object.keys(values) as V[]).map((value) => [enumName(value), { value, description: values[value] }])
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(entries) as Record<string, { value: V; description: string }>,
  })
}
