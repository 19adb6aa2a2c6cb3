/** The pattern that covers a permission's name, such as `endpoint.*` or `*.read`; undefined where none does. */
export const coveredBy = (name: string, patterns: readonly string[]): string | undefined =>
  patterns.find((pattern) => matches(pattern, name))

function matches(pattern: string, name: string): boolean {
  const expression = pattern
    .split('*')
    .map((part) => part.replaceAll(/[^a-z0-9-]/g, '[$&]'))
    .join('.*')
  return new RegExp(`^${expression}$`).test(name)
}

/** Patterns as somebody writes them: with commas or spaces between. */
export const patternsOf = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  ),
]
