interface Told {
  readonly before: unknown
  readonly after: unknown
}

const naming = ['name', 'label', 'address', 'host', 'email', 'customerName', 'partnerName', 'domain', 'title'] as const

/** What the thing is called, where the entry tells. */
export function subjectOf({ before, after }: Told): string | null {
  for (const side of [after, before]) {
    if (side === null || typeof side !== 'object') continue
    const fields = side as Readonly<Record<string, unknown>>
    const name = naming.map((key) => fields[key]).find((value) => typeof value === 'string' && value !== '')
    if (typeof name === 'string') return name
  }
  return null
}
