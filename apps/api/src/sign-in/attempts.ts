import type { Database } from '@sundown/db'

/** How many attempts there may be at once, and in how many seconds that many are forgotten, evenly. */
export interface AttemptRule {
  readonly most: number
  readonly seconds: number
}

export interface Attempts {
  /** Counts one more unless there are too many; whether there was room, and else the seconds until there is. */
  readonly take: (key: string, rule: AttemptRule) => Promise<{ readonly allowed: boolean; readonly retryAfter: number }>
  /** Whether there are too many, without counting. */
  readonly isFull: (key: string, rule: AttemptRule) => Promise<boolean>
  /** Counts one that happened, whether or not there was room; tells whether it filled up now. */
  readonly add: (key: string, rule: AttemptRule) => Promise<boolean>
  readonly clear: (key: string) => Promise<void>
}

/**
 * Leaking buckets that all processes share. Unlike a window that opens with the last attempt, a bucket forgets while it is
 * filled, and a refused attempt adds nothing: who keeps trying is let through now and then, and no more.
 */
export function createAttempts({ auth }: Pick<Database, 'auth'>, now: () => Date): Attempts {
  // Thousandths of an attempt, since it leaks between two of them.
  const full = ({ most }: AttemptRule) => most * 1_000
  const leak = ({ most, seconds }: AttemptRule) => most / seconds

  async function levelOf(key: string, rule: AttemptRule, time: number): Promise<number> {
    const row = await auth.rateLimit.findUnique({ where: { key } })
    return row ? Math.max(0, row.count - (time - Number(row.lastRequest)) * leak(rule)) : 0
  }

  return {
    take: async (key, rule) => {
      const time = now().getTime()
      const taken = await auth.$executeRaw`
        INSERT INTO "RateLimit" AS r ("id", "key", "count", "lastRequest") VALUES (${key}, ${key}, 1000, ${time})
        ON CONFLICT ("key") DO UPDATE SET
          "count" = greatest(0, r."count" - (${time} - r."lastRequest") * ${leak(rule)}::float8)::int + 1000,
          "lastRequest" = ${time}
        WHERE r."count" - (${time} - r."lastRequest") * ${leak(rule)}::float8 + 1000 <= ${full(rule)}`
      if (taken > 0) return { allowed: true, retryAfter: 0 }
      const over = (await levelOf(key, rule, time)) + 1_000 - full(rule)
      return { allowed: false, retryAfter: Math.max(1, Math.ceil(over / leak(rule) / 1_000)) }
    },
    isFull: async (key, rule) => (await levelOf(key, rule, now().getTime())) + 1_000 > full(rule),
    add: async (key, rule) => {
      const time = now().getTime()
      const [row] = await auth.$queryRaw<{ count: number }[]>`
        INSERT INTO "RateLimit" AS r ("id", "key", "count", "lastRequest") VALUES (${key}, ${key}, 1000, ${time})
        ON CONFLICT ("key") DO UPDATE SET
          "count" = least(${full(rule)},
            greatest(0, r."count" - (${time} - r."lastRequest") * ${leak(rule)}::float8)::int + 1000),
          "lastRequest" = ${time}
        RETURNING "count"`
      return (row?.count ?? 0) + 1_000 > full(rule)
    },
    clear: async (key) => {
      await auth.rateLimit.deleteMany({ where: { key } })
    },
  }
}

/** The same for the sign-in library. */
export const libraryAttempts = (attempts: Attempts) => ({
  consume: async (key: string, { window, max }: { readonly window: number; readonly max: number }) => {
    const { allowed, retryAfter } = await attempts.take(key, { most: max, seconds: window })
    return { allowed, retryAfter: allowed ? null : retryAfter }
  },
})
