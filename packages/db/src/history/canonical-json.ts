/**
 * The one text of a JSON value (RFC 8785): keys in UTF-16 order, numbers and strings as ECMAScript writes them. Members
 * that are undefined are left out. Throws TypeError for what JSON has no form for.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return JSON.stringify(value)
  } else if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`
  } else if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`JSON has no form for ${typeof value === 'number' ? value : typeof value}`)
}
