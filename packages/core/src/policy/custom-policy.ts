/** A tenant's own policy: changes on top of one that ships. */
import { z } from 'zod'
import { protocolVersions } from '../facts.ts'
import { severities } from '../rules/finding.ts'
import type { Parameters } from '../rules/rule.ts'
import { microsoft365Rules } from './microsoft-365.ts'
import { off, type Policy, type RulePolicy, weigh } from './policy.ts'
import { permitsTls12 } from './tls-1-2-bound.ts'

const codePoints = z.array(z.int().min(0).max(0xffff)).min(1).nullable()

/** What a tenant may change; everything unsaid stays as in the base. */
export const policyChangesSchema = z.strictObject({
  parameters: z
    .strictObject({
      versions: z.array(z.enum(protocolVersions)).min(1),
      cipherSuites: codePoints,
      groups: codePoints,
      rsaBits: z.int().min(1024).max(16_384),
      ecBits: z.int().min(160).max(521),
      dhBits: z.int().min(1024).max(16_384),
      certificateWarningDays: z.int().min(0).max(365),
      certificateMaxDays: z.int().min(1).max(3660).nullable(),
      certificateHashBits: z.literal([160, 224, 256, 384, 512]).nullable(),
    })
    .partial()
    .optional(),
  rules: z
    .record(
      z.string(),
      z
        .strictObject({
          severity: z.enum(severities),
          cost: z.int().min(0).max(100),
          cap: z.int().min(0).max(100).nullable(),
          required: z.boolean(),
          off: z.string().trim().min(3).max(200).nullable(),
        })
        .partial(),
    )
    .optional(),
})
export type PolicyChanges = z.infer<typeof policyChangesSchema>

export interface PolicyProblem {
  /** Where in the changes, for instance `rules.accepts-rc4.cost`. */
  readonly path: string
  readonly code: 'invalid' | 'unknown-rule' | 'weakens-readiness'
  readonly message: string
}

export type CustomPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] }

/**
 * The base with the tenant's changes. The readiness rules themselves cannot be switched off or made cheaper: the
 * verdict rests on them, and a policy is an opinion about weight, not about what connects. A limit that is changed is
 * measured: its rule is switched on, unless the changes speak of it.
 */
export function customPolicy(base: Policy, name: string, version: string, changes: unknown): CustomPolicy {
  const parsed = policyChangesSchema.safeParse(changes)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({
        path: pathOf(issue),
        code: 'invalid',
        message: issue.message,
      })),
    }
  const limits = Object.fromEntries(
    Object.entries(parsed.data.parameters ?? {}).filter(([, value]) => value !== undefined),
  )
  const parameters: Parameters = { ...base.parameters, ...limits }
  const start = measured(base, limits, permitsTls12({ parameters }))
  const rules = { ...start }
  const problems: PolicyProblem[] = []
  for (const [id, change] of Object.entries(parsed.data.rules ?? {})) {
    const known = start[id]
    if (!known) {
      problems.push({ path: `rules.${id}`, code: 'unknown-rule', message: 'There is no such rule.' })
      continue
    }
    const wanted = {
      severity: change.severity ?? known.severity,
      cost: change.cost ?? known.cost,
      cap: change.cap === undefined ? known.cap : change.cap,
      required: change.required ?? known.required,
      off: change.off === undefined ? known.off : change.off,
    }
    if (rests.has(id) && known.off === null)
      problems.push(
        ...weakened(known, wanted).map((field) => ({
          path: `rules.${id}.${field}`,
          code: 'weakens-readiness' as const,
          message: 'Readiness rests on this rule: it may weigh more, never less.',
        })),
      )
    rules[id] = wanted
  }
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    policy: {
      ...base,
      id: `${name}@${version}`,
      name,
      version,
      basedOn: base.id,
      title: { en: name, da: name },
      parameters,
      rules,
    },
  }
}

/** An unknown name is located where it stands rather than at the object that holds it. */
const pathOf = (issue: z.core.$ZodIssue): string =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.')

const rests = new Set([
  'offers-tls-1-2-or-later',
  'offers-tls-1-2',
  'completes-handshake-with-peer',
  'shares-suite-with-microsoft-365',
])

/** The fields by which a rule would weigh less than before. */
const weakened = (known: RulePolicy, wanted: RulePolicy): readonly ('off' | 'cost' | 'cap')[] => [
  ...(wanted.off === null ? [] : (['off'] as const)),
  ...(wanted.cost < known.cost ? (['cost'] as const) : []),
  ...(known.cap !== null && (wanted.cap === null || wanted.cap > known.cap) ? (['cap'] as const) : []),
]

/** The rule that measures each limit, with its weight where the base does not ask it. */
const measures: Readonly<Partial<Record<keyof Parameters, readonly [string, RulePolicy]>>> = {
  versions: ['versions-within-policy', weigh('high', 10, { required: true })],
  cipherSuites: ['suites-within-policy', weigh('high', 10, { required: true })],
  groups: ['groups-within-policy', weigh('low', 3)],
  certificateHashBits: ['certificate-hash-within-policy', weigh('medium', 5, { required: true })],
  certificateMaxDays: ['certificate-lifetime-within-policy', weigh('low', 3, { required: true })],
}

/** The base's rules with those of the changed limits switched on; TLS 1.2 is asked for where, and only where, it is permitted. */
function measured(base: Policy, limits: object, permitted: boolean): Policy['rules'] {
  const rules = { ...base.rules }
  for (const [limit, [id, weight]] of Object.entries(measures))
    if (limit in limits && rules[id]?.off !== null) rules[id] = weight
  const asked = rules['offers-tls-1-2']?.off === null
  if (permitted && !asked)
    rules['offers-tls-1-2'] = microsoft365Rules['offers-tls-1-2'] ?? weigh('high', 12, { cap: 60 })
  if (!permitted && asked) rules['offers-tls-1-2'] = off('The policy forbids TLS 1.2')
  return rules
}
