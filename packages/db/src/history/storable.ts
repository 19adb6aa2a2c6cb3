/**
 * The same value with U+FFFD for what PostgreSQL's text and jsonb cannot hold: NUL and half surrogate pairs, which a
 * hostile peer can put into a certificate or a banner.
 */
export function storable<T>(value: T): T {
  return replaceIn(value) as T
}

function replaceIn(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD')
  if (Array.isArray(value)) return value.map(replaceIn)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [replaceIn(key), replaceIn(member)]))
}
