import { DatabaseError } from '../database-error.ts'

/** Turns what the driver threw while connecting or migrating into one sentence for the operator. */
export function connectionFailure(error: unknown, url: string): DatabaseError {
  const { code, message } = error as { code?: string; message?: string }
  const place = placeOf(url)
  switch (code) {
    case '28P01':
    case '28000':
      return new DatabaseError(
        'wrong-password',
        `The database at ${place} refuses the user or password in DATABASE_URL.`,
        error,
      )
    case '3D000':
      return new DatabaseError(
        'no-such-database',
        `The server at ${place} has no database of that name. Create it, or correct DATABASE_URL.`,
        error,
      )
    case '42501':
      return new DatabaseError(
        'no-permission',
        `The user in DATABASE_URL may not do this at ${place}: ${message}. Make it the owner of the database: ALTER DATABASE name OWNER TO user;`,
        error,
      )
    default:
      return new DatabaseError(
        'unreachable',
        `The database at ${place} cannot be reached (${code ?? message ?? 'no reason given'}). Start it, or correct DATABASE_URL.`,
        error,
      )
  }
}

/** Host, port and database without user and password. */
export function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}
