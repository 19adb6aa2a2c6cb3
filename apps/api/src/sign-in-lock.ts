import { createHash } from 'node:crypto'
import type { Database } from '@sundown/db'

const failures = 20
const windowMs = 15 * 60_000

/**
 * Too many wrong passwords for one address close the door for it, wherever they come from; the same for an address that
 * nobody has. The counters lie beside those of the sign-in library, which clears old ones away.
 */
export interface SignInLock {
  readonly isShut: (email: string) => Promise<boolean>
  /** Counts a wrong password; answers whether it was the one that shut the door. */
  readonly failed: (email: string) => Promise<boolean>
  readonly succeeded: (email: string) => Promise<void>
}

export function createSignInLock(database: Database, now: () => Date): SignInLock {
  const rows = database.auth.rateLimit
  return {
    isShut: async (email) => {
      const row = await rows.findUnique({ where: { key: keyOf(email) } })
      return row !== null && row.count >= failures && Number(row.lastRequest) > now().getTime() - windowMs
    },
    failed: async (email) => {
      const key = keyOf(email)
      const lastRequest = BigInt(now().getTime())
      await rows.deleteMany({ where: { key, lastRequest: { lt: lastRequest - BigInt(windowMs) } } })
      const { count } = await rows.upsert({
        where: { key },
        create: { id: key, key, count: 1, lastRequest },
        update: { count: { increment: 1 }, lastRequest },
      })
      return count === failures
    },
    succeeded: async (email) => {
      await rows.deleteMany({ where: { key: keyOf(email) } })
    },
  }
}

const keyOf = (email: string) => `sign-in ${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`
