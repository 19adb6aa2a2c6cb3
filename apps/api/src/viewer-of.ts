import type { Database } from '@sundown/db'
import type { Auth } from './auth.ts'
import type { Viewer } from './viewer.ts'

/** Who sends these headers, with the memberships of this moment; null when signed out. */
export async function viewerOf(
  { auth, database }: { readonly auth: Auth; readonly database: Database },
  headers: Headers,
): Promise<Viewer | null> {
  const person = await auth.whoIs(headers)
  if (!person) return null
  const memberships = await database.asTenants({ tenants: [], user: person.userId }, (tx) =>
    tx.member.findMany({ where: { userId: person.userId }, select: { tenantId: true, role: true } }),
  )
  return { ...person, memberships }
}
