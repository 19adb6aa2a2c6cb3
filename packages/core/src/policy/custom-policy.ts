/** A tenant's own policy: changes on top of one that ships. */
import { z } from 'zod'
import { protocolVersions } from '../facts.ts'
import { severities } from '../rules/finding.ts'
import type { Policy } from './policy.ts'

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
 * The base with the tenant's changes. The readiness rules themselves cannot be switched off or made free:
 * the verdict rests on them, and a policy is an opinion about weight, not about what connects.
 */
export function customPolicy(base: Policy, name: string, version: string, changes: unknown): CustomPolicy {
  const parsed = policyChangesSchema.safeParse(changes)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        code: 'invalid',
        message: issue.message,
      })),
    }
  const problems: PolicyProblem[] = []
  const rules = { ...base.rules }
  for (const [id, change] of Object.entries(parsed.data.rules ?? {})) {
    const known = rules[id]
    if (!known) {
      problems.push({ path: `rules.${id}`, code: 'unknown-rule', message: 'There is no such rule.' })
      continue
    }
    const cost = change.cost ?? known.cost
    if (anchors.has(id) && (typeof change.off === 'string' || cost < known.cost))
      problems.push({ path: `rules.${id}`, code: 'weakens-readiness', message: 'The verdict rests on this rule.' })
    rules[id] = {
      severity: change.severity ?? known.severity,
      cost,
      cap: change.cap === undefined ? known.cap : change.cap,
      required: change.required ?? known.required,
      off: change.off === undefined ? known.off : change.off,
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const said = Object.fromEntries(
    Object.entries(parsed.data.parameters ?? {}).filter(([, value]) => value !== undefined),
  )
  return {
    ok: true,
    policy: {
      ...base,
      id: `${name}@${version}`,
      name,
      version,
      basedOn: base.id,
      title: { en: name, da: name },
      parameters: { ...base.parameters, ...said },
      rules,
    },
  }
}

const anchors = new Set(['offers-tls-1-2-or-later', 'completes-handshake-with-peer', 'shares-suite-with-microsoft-365'])
