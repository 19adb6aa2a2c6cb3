export const wireErrorCodes = [
  'truncated',
  'trailing-bytes',
  'length-mismatch',
  'bad-value',
  'too-large',
  'duplicate',
] as const
export type WireErrorCode = (typeof wireErrorCodes)[number]

/** The peer's bytes (or a value to be written) do not fit the grammar: what is wrong, in which field, at which byte. */
export class WireError extends Error {
  readonly code: WireErrorCode
  readonly path: string[]
  readonly offset: number

  constructor(code: WireErrorCode, offset: number, path: string[] = []) {
    super(code)
    this.name = 'WireError'
    this.code = code
    this.offset = offset
    this.path = path
  }

  /** The same error, seen from the enclosing field. */
  within(field: string): this {
    this.path.unshift(field)
    return this
  }
}
