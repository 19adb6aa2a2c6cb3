/** Something the person who starts Sundown can mend: one sentence that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** Errors with a `code` of our own packages carry a sentence for people; others are our bugs and keep their stack. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof StartError) return error.message
  const code = (error as { code?: unknown } | null)?.code
  const isOurs = typeof code === 'string' && /^[a-z]+(-[a-z]+)*$/.test(code)
  return isOurs && error instanceof Error ? error.message : null
}
