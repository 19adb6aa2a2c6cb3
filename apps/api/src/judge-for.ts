import type { Facts } from '@sundown/core/facts'
import { judge } from '@sundown/core/judge'
import { defaultPolicy, policyNamed } from '@sundown/core/policy'
import type { Judgement } from '@sundown/core/report'
import type { Endpoint } from '@sundown/db'
import { targetOfRow } from './target-of-row.ts'

/** Judges facts as those of a stored endpoint, under a policy that is known or else the default one. */
export function judgeFor(
  endpoint: Pick<Endpoint, 'host' | 'port' | 'serverName' | 'starttls' | 'role'>,
  facts: Facts,
  { policyId, now }: { readonly policyId: string | null; readonly now: Date },
): Judgement {
  const policy = (policyId && policyNamed(policyId)) || defaultPolicy
  return judge(facts, { ...targetOfRow(endpoint), role: endpoint.role, policy, now })
}
