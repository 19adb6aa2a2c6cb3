import { z } from 'zod'

/** What a job carries: ids only, so that it reads the present state when it runs. */
export const scanJob = z.object({ tenantId: z.uuid(), scanId: z.uuid() })

export type ScanJob = z.infer<typeof scanJob>

export const regradeJob = z.object({ tenantId: z.uuid() })

export type RegradeJob = z.infer<typeof regradeJob>

export const queueNames = {
  scan: 'scan',
  scanLost: 'scan-lost',
  regrade: 'regrade',
  regradeAll: 'regrade-all',
  recheckDomains: 'recheck-domains',
  tendHistory: 'tend-history',
  tendDelegations: 'tend-delegations',
} as const
