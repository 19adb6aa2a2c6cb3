import type { Role } from '../../graphql/generated/graphql.ts'

/** What a partner may be allowed, the most first; owning is never delegated. */
export const ceilings = ['ADMIN', 'OPERATOR', 'VIEWER'] as const satisfies readonly Role[]

/** The ceilings that are no higher than one. */
export const atMost = (role: Role): readonly (typeof ceilings)[number][] => {
  const all: readonly Role[] = ceilings
  return ceilings.slice(Math.max(0, all.indexOf(role)))
}

const usual = [7, 30, 90, 180, 365, 730] as const

/** Usual lengths up to the longest, which is always among them. */
export const daysUpTo = (longest: number): readonly number[] => [...usual.filter((days) => days < longest), longest]

/** Whole days from now until an instant, at least one. */
export const daysUntil = (end: string, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(end) - now) / 86_400_000))
