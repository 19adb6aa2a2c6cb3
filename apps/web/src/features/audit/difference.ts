export interface FieldDifference {
  readonly name: string
  /** Undefined: it was not there. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What an entry says of each field, in the order told: only those that differ where it tells both sides. */
export function differencesOf(before: unknown, after: unknown): FieldDifference[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((name) => ({ name, before: old.get(name), after: fresh.get(name) }))
    .filter((field) => field.before !== field.after)
}

function fieldsOf(value: unknown): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['', textOf(value)]])
  return new Map(Object.entries(value).map(([name, each]) => [name, textOf(each)]))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)) return value.join(', ')
  return JSON.stringify(value, null, 2) ?? ''
}
