import { z } from 'zod'

export const tenantName = z.string().trim().min(1).max(100)

export const tenantCreateInput = z.object({ name: tenantName, kind: z.enum(['CUSTOMER', 'PARTNER']).nullish() })
