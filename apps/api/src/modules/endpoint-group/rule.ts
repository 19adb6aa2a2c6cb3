import { endpointRoles, verdicts } from '@sundown/core/finding'
import { stacks } from '@sundown/core/remediation'
import { starttlsKinds } from '@sundown/core/target'
import { z } from 'zod'
import { invalid } from '../../errors.ts'

/** The fields that a rule may ask for, as callers name their lists and as the database knows them. */
export const ruleFields = {
  tags: 'tag',
  hosts: 'host',
  ports: 'port',
  starttls: 'starttls',
  roles: 'role',
  verdicts: 'verdict',
  stacks: 'stack',
} as const

export type RuleList = keyof typeof ruleFields

const most = 50
const list = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(most).nullish()

const condition = z.object({
  not: z.boolean().nullish(),
  tags: list(z.string().trim().toLowerCase().min(1).max(64)),
  hosts: list(
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9.*:_-]{1,253}$/),
  ),
  ports: list(z.int().min(1).max(65_535)),
  starttls: list(z.enum(starttlsKinds)),
  roles: list(z.enum(endpointRoles)),
  verdicts: list(z.enum(verdicts)),
  stacks: list(z.enum(stacks)),
})

export const ruleInput = z.object({
  match: z.enum(['all', 'any']).nullish(),
  conditions: z.array(condition).min(1).max(10),
})

export interface Rule {
  readonly match: 'all' | 'any'
  readonly conditions: readonly {
    readonly field: (typeof ruleFields)[RuleList]
    readonly values: readonly (string | number)[]
    readonly not: boolean
  }[]
}

/**
 * A rule as the database evaluates it.
 * @throws {DomainError} invalid where a condition asks for nothing or for several fields at once
 */
export function ruleFrom({ match, conditions }: z.infer<typeof ruleInput>, path: readonly string[] = ['rule']): Rule {
  return {
    match: match ?? 'all',
    conditions: conditions.map(({ not, ...lists }, i) => {
      const given = (Object.keys(ruleFields) as RuleList[]).filter((name) => lists[name])
      const [name] = given
      const values = name && lists[name]
      if (!values || given.length > 1)
        throw invalid({
          code: 'INVALID',
          message: 'Each condition asks for one field.',
          path: [...path, 'conditions', String(i)],
        })
      return { field: ruleFields[name], values: [...new Set<string | number>(values)], not: not ?? false }
    }),
  }
}
