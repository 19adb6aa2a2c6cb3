/** Closed list; decide on it, never on the message. */
export type DatabaseErrorCode =
  // the server
  | 'unreachable'
  | 'wrong-password'
  | 'no-such-database'
  | 'no-permission'
  | 'server-too-old'
  // its schema
  | 'database-newer'
  | 'migration-edited'
  | 'migration-failed'
  | 'roles-missing'
  // the embedded server
  | 'data-dir-unwritable'
  | 'data-dir-unreachable'
  | 'data-dir-in-use'
  | 'data-dir-other-version'
  | 'port-taken'
  | 'server-user-missing'
  | 'server-program-missing'
  | 'server-start-failed'

/** Something an operator can put right; `message` is one or two sentences that say how. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
