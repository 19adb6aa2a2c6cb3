import { z } from 'zod'

/** What a job carries: ids only, so that it reads the present state when it runs. */
export const scanJob = z.object({ tenantId: z.uuid(), scanId: z.uuid() })

export type ScanJob = z.infer<typeof scanJob>

export const queueNames = { scan: 'scan', scanLost: 'scan-lost' } as const
