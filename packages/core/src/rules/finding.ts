/** What a rule says of one peer's facts. Pure data, safe in a browser. */

export const outcomes = ['pass', 'fail', 'not-applicable', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const
export type Severity = (typeof severities)[number]

export const verdicts = ['READY', 'LEGACY_ENABLED', 'AT_RISK', 'NOT_READY', 'UNKNOWN'] as const
export type Verdict = (typeof verdicts)[number]

/** Which side of a connection with Microsoft 365 the endpoint is; see DESIGN section 4. */
export const endpointRoles = ['inbound', 'internal', 'client'] as const
export type EndpointRole = (typeof endpointRoles)[number]

export interface Finding {
  /** Kebab-case question answerable by yes or no, without a severity in it, for instance `offers-tls-1-2`. */
  readonly ruleId: string
  readonly outcome: Outcome
  /** Set by the policy, not by the rule. */
  readonly severity: Severity
  /** Points that this finding takes from the score of 100. */
  readonly cost: number
  /** Values that fill the placeholders of the rule's texts, for instance `{ versions: "TLSv1.0, TLSv1.1" }`. */
  readonly evidence: Readonly<Record<string, string>>
}
