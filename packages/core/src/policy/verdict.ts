/**
 * The verdict answers "will it still connect?" and is the same under every policy; DESIGN section 4.
 * A row says what a failure of the rule means in each situation.
 */
import type { EndpointRole, Finding, Verdict } from '../rules/finding.ts'
import type { StarttlsKind } from '../target.ts'

/** Mail from Exchange Online checks no certificate unless a connector says so, so the same fault weighs less there. */
export type Situation = 'inbound' | 'inbound-mail' | 'internal'

export const situationOf = (role: Exclude<EndpointRole, 'client'>, starttls: StarttlsKind | null): Situation =>
  role === 'inbound' && starttls === 'smtp' ? 'inbound-mail' : role

type Decides = 'NOT_READY' | 'AT_RISK' | 'LEGACY_ENABLED' | null

const always = (verdict: Decides) => ({ inbound: verdict, 'inbound-mail': verdict, internal: verdict })

/** Most decisive first. */
export const verdictRules: Readonly<Record<string, Readonly<Record<Situation, Decides>>>> = {
  'starttls-offered': always('NOT_READY'),
  'offers-tls-1-2-or-later': always('NOT_READY'),
  'shares-suite-with-microsoft-365': { inbound: 'NOT_READY', 'inbound-mail': 'NOT_READY', internal: null },
  'completes-handshake-with-peer': always('NOT_READY'),
  'certificate-in-date': { inbound: 'NOT_READY', 'inbound-mail': 'AT_RISK', internal: 'NOT_READY' },
  'certificate-trusted': { inbound: 'NOT_READY', 'inbound-mail': 'AT_RISK', internal: 'AT_RISK' },
  'certificate-name-matches': { inbound: 'NOT_READY', 'inbound-mail': 'AT_RISK', internal: 'AT_RISK' },
  'certificate-signature-strong': { inbound: 'NOT_READY', 'inbound-mail': 'AT_RISK', internal: 'AT_RISK' },
  'certificate-for-servers': { inbound: 'AT_RISK', 'inbound-mail': 'AT_RISK', internal: 'AT_RISK' },
  'mta-sts-satisfied': { inbound: null, 'inbound-mail': 'NOT_READY', internal: null },
  'dane-matches': { inbound: null, 'inbound-mail': 'NOT_READY', internal: null },
  'only-static-rsa-shared': { inbound: 'AT_RISK', 'inbound-mail': 'AT_RISK', internal: null },
  'certificate-outlasts-deadline': always('AT_RISK'),
  'certificate-not-revoked': always('AT_RISK'),
  'chain-complete': always('AT_RISK'),
  'accepts-ssl-2': always('LEGACY_ENABLED'),
  'accepts-ssl-3': always('LEGACY_ENABLED'),
  'accepts-tls-1-0': always('LEGACY_ENABLED'),
  'accepts-tls-1-1': always('LEGACY_ENABLED'),
}

/** DANE and MTA-STS are asked of DNS apart from the handshake, so silence about them leaves the handshake's answer standing. */
const maySilentlyPass = new Set(['dane-matches', 'mta-sts-satisfied', 'starttls-offered'])

/** The verdict, and the rules that decided it, most decisive first. */
export function verdictOf(
  findings: readonly Finding[],
  situation: Situation,
): { readonly verdict: Verdict; readonly because: readonly string[] } {
  const outcome = new Map(findings.map((finding) => [finding.ruleId, finding.outcome]))
  const rules = Object.keys(verdictRules)
  const deciding = (level: Decides, answer: Finding['outcome']) =>
    rules.filter((id) => verdictRules[id]?.[situation] === level && outcome.get(id) === answer)

  const broken = deciding('NOT_READY', 'fail')
  if (broken.length > 0) return { verdict: 'NOT_READY', because: broken }
  const open = deciding('NOT_READY', 'unknown').filter((id) => !maySilentlyPass.has(id))
  if (open.length > 0) return { verdict: 'UNKNOWN', because: open }
  for (const level of ['AT_RISK', 'LEGACY_ENABLED'] as const) {
    const found = deciding(level, 'fail')
    if (found.length > 0) return { verdict: level, because: found }
  }
  return { verdict: 'READY', because: ['completes-handshake-with-peer'] }
}
