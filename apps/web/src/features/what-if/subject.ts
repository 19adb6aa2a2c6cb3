import type { EndpointRole } from '@sundown/core/finding'

/** What the judging of an endpoint needs to know beside the facts. */
export interface Subject {
  readonly role: EndpointRole
  readonly host: string
  readonly port: number
  readonly serverName: string | null
  readonly policyId: string
}
