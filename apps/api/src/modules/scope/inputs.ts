import { z } from 'zod'

const picks = z.object({
  groupIds: z.array(z.string()).max(100).nullish(),
  endpointIds: z.array(z.string()).max(1_000).nullish(),
})

/** A scope as callers write it. */
export const scopeInput = z.object({ include: picks.nullish(), exclude: picks.nullish() }).nullish()

export type ScopeWish = z.infer<typeof scopeInput>
export type PicksWish = z.infer<typeof picks>
