import type { Database } from '@sundown/db'
import type { Auth } from '../sign-in/auth.ts'
import { clientAddressHeader } from '../sign-in/headers.ts'
import { keyViewer } from './key-viewer.ts'
import type { Viewer } from './viewer.ts'

export interface Doors {
  readonly auth: Auth
  readonly database: Database
  readonly now: () => Date
}

export interface Arrival {
  readonly viewer: Viewer | null
  /** To set on the answer: those of a session that was prolonged. */
  readonly cookies: readonly string[]
}

/**
 * Who sends these headers, with the rights of this moment: a key where one is sent, else the person of the session
 * cookie; null when signed out.
 * @throws {DomainError} signed-out for a key that is wrong, over, or used from elsewhere
 */
export async function arrivalOf({ auth, database, now }: Doors, headers: Headers): Promise<Arrival> {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) {
    const address = headers.get(clientAddressHeader) ?? ''
    return { viewer: await keyViewer(database, { key: bearer, address, now: now() }), cookies: [] }
  }
  const known = await auth.whoIs(headers)
  if (!known) return { viewer: null, cookies: [] }
  const { person, memberships, cookies } = known
  return { viewer: { ...person, kind: 'PERSON', id: person.userId, memberships }, cookies }
}
